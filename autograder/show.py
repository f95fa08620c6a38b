"""Values as a pupil would type them, short enough to read."""

import inspect
from typing import Any

from autograder.answer import Answer, Opaque
from autograder.exercise import Exercise, Tool
from autograder.report import Counterexample
from autograder.typography import french

LONGEST = 160
UNREADABLE = 600  # signs of a dictionary


def show(value: Any, digits: int | None = 4) -> str:
    """Python source of a value with double quotes, as lessons write it; floats rounded to `digits`, cut when too long.

    >>> show({"a": 2 / 3})
    '{"a": 0.6667}'
    """
    text = repr(_rounded(value, digits))
    text = text if '"' in text else text.replace("'", '"')
    return text if len(text) <= LONGEST else text[: LONGEST - 1] + "…"


def _rounded(value: Any, digits: int | None) -> Any:
    if isinstance(value, float) and digits is not None:
        return round(value, digits)
    if isinstance(value, (list, tuple)):
        return type(value)(_rounded(item, digits) for item in value)
    if isinstance(value, dict):
        return {key: _rounded(item, digits) for key, item in value.items()}
    if isinstance(value, Opaque):
        return _Bare(f"<{value.type_name}>")
    return value


class _Bare(str):
    """Text shown without quotes."""

    def __repr__(self) -> str:
        return str(self)


def show_call(exercise: Exercise, args: tuple) -> str:
    """`paires('.emma.')`, as the pupil could try it."""
    names = inspect.signature(exercise.reference).parameters
    return f"{exercise.name}({', '.join(map(show_argument, args, names))})"


def show_argument(arg: Any, name: str) -> str:
    """A dictionary that nobody would read, like the tables P of a model, goes by the name that the pupil knows."""
    if isinstance(arg, Tool):
        return f"{arg.factory.__name__}({', '.join(show(item) for item in arg.args)})"
    return name if isinstance(arg, dict) and len(repr(arg)) > UNREADABLE else show(arg)


def counterexample(exercise: Exercise, args: tuple, got: Answer, expected: Answer) -> Counterexample:
    """The three columns of the example: for …, you give …, we expect …"""
    given, wanted = show_answer(got), show_answer(expected)
    if given == wanted and not got.raised:  # they differ further than the digits shown
        given, wanted = first_difference(got.value, expected.value)
    if given == wanted and got.args_after != expected.args_after:
        given = f"{given}, et l'entrée devient {show(got.args_after[0])}"
    return Counterexample(show_call(exercise, args), given, wanted)


def first_difference(got: Any, expected: Any) -> tuple[str, str]:
    """Both values with just the digits it takes to see them differ; as usual when no digit does."""
    shown = ((show(got, digits), show(expected, digits)) for digits in (6, 8, 10, None))
    return next((pair for pair in shown if pair[0] != pair[1]), (show(got), show(expected)))


def show_answer(answer: Answer) -> str:
    if answer.raised:
        return french(f"Python s'arrête ({answer.raised.kind})")
    if answer.value is None:
        return "rien (None)"
    return show(answer.value)
