"""The inputs of one grading, with what the reference answers."""

import copy
import hashlib
import hmac
import random
from collections.abc import Callable
from dataclasses import dataclass

from autograder.answer import Answer, Raised
from autograder.exercise import Exercise, Tool

DRAWS = 5


@dataclass(frozen=True)
class Case:
    """One input and the expected answer. `args` may hold Tools."""

    args: tuple
    expected: Answer


def seed_for(secret: bytes, pupil: str, exercise: str, attempt: str) -> int:
    """Fresh inputs for every grading, the same again for the same attempt: no copied answer survives."""
    message = "\x00".join((pupil, exercise, attempt)).encode("utf-8", "surrogatepass")
    return int.from_bytes(hmac.new(secret, message, hashlib.sha256).digest()[:8], "big")


def cases_for(exercise: Exercise, seed: int, draws: int = DRAWS) -> tuple[Case, ...]:
    """The edges, then random draws, then the first edge again, to see a function that remembers."""
    rng = random.Random(seed)
    drawn = tuple(exercise.draw(rng) for _ in range(draws))
    inputs = (*exercise.edges, *drawn, *exercise.edges[:1])
    return tuple(Case(args, observe(exercise.reference, args)) for args in inputs)


def observe(function: Callable, args: tuple) -> Answer:
    """Call one of OUR functions (a reference, a wrong idea) on photocopies and note all that can be seen of it."""
    lent = tuple(arg.factory(*copy.deepcopy(arg.args)) if isinstance(arg, Tool) else copy.deepcopy(arg) for arg in args)
    try:
        value = function(*lent)
    except Exception as error:
        return Answer(raised=Raised(type(error).__name__, str(error)))
    after = tuple(None if isinstance(arg, Tool) else copied for arg, copied in zip(args, lent, strict=True))
    return Answer(value=copy.deepcopy(value), args_after=after, twins=has_twins(value))


def has_twins(value: object) -> bool:
    """Two rows of the answer are one and the same list or dict: writing in one would write in the other."""
    rows = value.values() if isinstance(value, dict) else value if isinstance(value, (list, tuple)) else ()
    identities = [id(row) for row in rows if isinstance(row, (list, dict))]
    return len(set(identities)) < len(identities)
