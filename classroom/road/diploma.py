"""What a diploma shows: all of it comes from the pupil's own model, as the lessons' kit remembered it."""

import re
from dataclasses import dataclass

from classroom.road.ladder import is_loss

NAMES, LONGEST, ALONE = 5, 9, 14  # as many, and as long, as fit on the page; a name that is alone has more room
POINTS = 120  # of the curve
NAME = re.compile(rf"[a-zà-öø-ÿœ'-]{{2,{ALONE}}}")
COUNTED = {
    1: "Un prénom né",
    2: "Deux prénoms nés",
    3: "Trois prénoms nés",
    4: "Quatre prénoms nés",
    5: "Cinq prénoms nés",
}


@dataclass(frozen=True)
class Diploma:
    """loss   the mean loss on names never read
    curve     the losses of the training
    names     invented; five at most
    """

    loss: float
    curve: tuple[float, ...]
    names: tuple[str, ...]

    @property
    def heading(self) -> str:
        return f"{COUNTED[len(self.names)]} de son modèle"


def diploma_of(memory: dict) -> Diploma | None:
    """From `Pupil.memory`, which comes from the pupil's browser: anything may be in it. None when something misses."""
    loss, curve, names = (memory.get(key) for key in ("perte_gpt", "courbe_gpt", "prenoms_inventes"))
    curve = tuple(filter(is_loss, curve)) if isinstance(curve, list) else ()
    names = chosen(names) if isinstance(names, list) else ()
    if not is_loss(loss) or len(curve) < 2 or not names:
        return None
    return Diploma(loss, curve[:: -(-len(curve) // POINTS)], names)


def chosen(names: list) -> tuple[str, ...]:
    """Those that fit on the page, five at most; when none does, the shortest of the others."""
    sound = dict.fromkeys(name for name in names if isinstance(name, str) and NAME.fullmatch(name))
    return tuple(name for name in sound if len(name) <= LONGEST)[:NAMES] or tuple(sorted(sound, key=len)[:1])
