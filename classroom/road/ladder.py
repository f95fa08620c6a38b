"""The model's own progress: the loss it has come down to, beside what other ways of guessing reach."""

import math
from dataclasses import dataclass

# As measured on the course's first names (see the design, « Classroom »); the last two are the mini-GPT's.
STEPS = (("hasard", 3.30), ("fréquences", 2.80), ("bigrammes", 2.30), ("mini-GPT", 2.14), ("très entraîné", 2.00))
OWN_KEYS = ("perte_lecon_2", "perte_lecon_3", "perte_gpt")  # what the kit writes, from lesson to lesson
STAIRS = "escalier"  # lesson 5: {"hasard": 3.30, …, "ton code": 2.71, "ton turbo": 2.17}
HIGHEST = 100.0  # a loss above is a model that blew up


@dataclass(frozen=True)
class Ladder:
    """steps    (name, loss), from the highest
    own      the lowest loss of the pupil's own models; None before the first
    reached  how many steps lie at or above it
    """

    steps: tuple[tuple[str, float], ...]
    own: float | None
    reached: int


def ladder(memory: dict) -> Ladder:
    """From `Pupil.memory`, which comes from the pupil's browser: anything may be in it.

    >>> ladder({"perte_gpt": 2.47}).reached
    2
    """
    stairs = memory.get(STAIRS)
    own_stairs = [loss for name, loss in stairs.items() if name.startswith("ton")] if isinstance(stairs, dict) else []
    losses = [loss for loss in (*(memory.get(key) for key in OWN_KEYS), *own_stairs) if is_loss(loss)]
    own = min(losses, default=None)
    return Ladder(STEPS, own, 0 if own is None else sum(loss >= own for _, loss in STEPS))


def is_loss(value: object) -> bool:
    return type(value) in (int, float) and math.isfinite(value) and 0 < value < HIGHEST
