"""One thing that its author has to mend: where it is, and one sentence that says what to do."""

from collections.abc import Sized
from dataclasses import dataclass

from autograder.authoring import phrases
from autograder.typography import NBSP, french


@dataclass(frozen=True)
class Problem:
    """place: « exercises/…/gelu.py:34, exercice gelu »; says: what happened, then what to do."""

    place: str
    says: str

    def __str__(self) -> str:
        return f"{self.place}{NBSP}: {french(self.says)}"


def count_of(problems: Sized) -> str:
    """The last line of a list of problems."""
    sentence = phrases.ONE_PROBLEM if len(problems) == 1 else phrases.PROBLEMS
    return french(sentence.format(count=len(problems)))
