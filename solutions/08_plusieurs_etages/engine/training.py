"""Train a model, one event at a time, so that a notebook, a terminal or a web page can draw what happens.

Does: a session (model, words to come, steps done) that can stop at any step and go on later to the same result; the
progress after each step; a clear end when the learning rate makes the model explode.
Does not: draw, save (see checkpoint.py), or compute (see learner.py).

Everything random comes from the seed: two runs are equal on one version of Python.
"""

import math
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from engine.config import Config, parameters
from engine.learner import Learner, MatrixLearner
from engine.optimisers import linear_decay
from engine.sampling import invent
from engine.scalar import LogOfZero
from engine.vocabulary import ALPHABET, Tokenizer


@dataclass(frozen=True)
class Recipe:
    """How to train: how long, how fast, with which luck. `samples_every` asks for invented words every so many steps.

    `frozen` names the tables of weights that must not change. Raises ValueError, which names the value.
    """

    steps: int = 1000
    rate: float = 0.01
    seed: int = 42
    samples_every: int | None = None
    samples: int = 5
    frozen: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if self.steps < 1:
            raise ValueError(f"got steps = {self.steps}: expected at least 1")
        if not 0 < self.rate < math.inf:
            raise ValueError(f"got rate = {self.rate}: expected a number above 0")
        if self.samples_every is not None and self.samples_every < 1:
            raise ValueError(f"got samples_every = {self.samples_every}: expected None or at least 1")


@dataclass(frozen=True)
class Progress:
    """What happened at one step: its number from 1, out of how many, the loss of its word, invented words if any."""

    step: int
    steps: int
    loss: float
    samples: tuple[str, ...] = ()


class Exploded(ArithmeticError):
    """The numbers grew out of hand: the rate is too large. Its text is a sentence for a pupil.

    >>> Exploded(12, 0.5).step
    12
    """

    def __init__(self, step: int, rate: float):
        self.step, self.rate = step, rate
        speed = f"{rate:g}".replace(".", ",")
        super().__init__(
            f"Le modèle a explosé au pas {step} : la vitesse {speed} est trop grande. "
            "Essaie une vitesse dix fois plus petite."
        )


@dataclass
class Session:
    """A model being trained: `step` steps are done, `learner` holds the weights.

    >>> session = new_session(Recipe(steps=3))
    >>> [progress.step for progress in train(session, ["emma", "lina"])]
    [1, 2, 3]
    """

    config: Config
    vocabulary: Tokenizer
    recipe: Recipe
    learner: Learner
    step: int = 0


def new_session(
    recipe: Recipe, config: Config | None = None, vocabulary: Tokenizer = ALPHABET, make_learner=MatrixLearner
) -> Session:
    """A session at step 0, on random weights; by default the course's model and alphabet, in plain Python.

    >>> session = new_session(Recipe(seed=1), Config(n_layer=2))
    >>> session.step, session.config.n_layer
    (0, 2)
    """
    config = config or Config(vocab_size=vocabulary.size)
    if config.vocab_size != vocabulary.size:
        raise ValueError(f"got vocab_size = {config.vocab_size}: expected {vocabulary.size}, the vocabulary's size")
    learner = make_learner(config, parameters(config, recipe.seed), recipe.frozen)
    return Session(config, vocabulary, recipe, learner)


def train(session: Session, words: Sequence[str]) -> Iterator[Progress]:
    """Learn from one word per step until the recipe's last; each event comes after its step, already counted.

    The words are shuffled once, then met in turn, each cut to the context as in microgpt. To go on with a session, give
    the same words. Raises ValueError on no words or an unknown symbol, Exploded when the model breaks.

    >>> session = new_session(Recipe(steps=40))
    >>> losses = [progress.loss for progress in train(session, ["emma"])]
    >>> losses[0] > 3 and losses[-1] < 1
    True
    """
    if not words:
        raise ValueError("got no words to learn from: expected at least one")
    recipe, order = session.recipe, list(words)
    random.Random(recipe.seed).shuffle(order)
    while session.step < recipe.steps:
        tokens = session.vocabulary.tokens(order[session.step % len(order)])[: session.config.block_size + 1]
        loss = learn(session, tokens, linear_decay(recipe.rate, session.step, recipe.steps))
        session.step += 1
        yield Progress(session.step, recipe.steps, loss, _samples(session))


def learn(session: Session, tokens: Sequence[int], rate: float, *, weight: float = 1.0) -> float:
    """One step of the model on one word, not counted; its loss. Raises Exploded when the model breaks."""
    dice = _dice(session) if session.config.dropout else None
    try:
        loss = session.learner.learn(tokens, rate, dice=dice, weight=weight)
    except (ArithmeticError, LogOfZero) as error:
        raise Exploded(session.step + 1, session.recipe.rate) from error
    if not math.isfinite(loss):
        raise Exploded(session.step + 1, session.recipe.rate)
    return loss


def _samples(session: Session) -> tuple[str, ...]:
    recipe = session.recipe
    if recipe.samples_every is None or session.step % recipe.samples_every:
        return ()
    words = invent(session.config, session.learner.weights(), session.vocabulary, _dice(session))
    return tuple(next(words) for _ in range(recipe.samples))


def _dice(session: Session) -> random.Random:
    """The luck of one step, so that a session resumed at this step has the same."""
    return random.Random(f"{session.recipe.seed} {session.step}")
