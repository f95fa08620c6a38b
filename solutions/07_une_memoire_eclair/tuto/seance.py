"""The lesson being worked on in this kernel, and what is remembered of it while the kernel lives.

A notebook is one conversation: its cells call the kit one after the other without passing anything along. So there
is one Session per kernel; it is the only state the kit keeps (see memoire.py for what outlives the kernel).
"""

import sys
from dataclasses import dataclass, field
from types import FrameType
from typing import Any


@dataclass
class Session:
    """lesson   the lesson's folder name
    names    the notebook's own names
    sheet    what is public of the lesson (see fiche.py)
    passed   exercises and questions that passed, today or before
    tries    exercise -> checks that did not pass since the kernel started
    lent     name -> (function lent for a bonus not done, inputs to try the pupil's own on)
    judge    the class's judge, once started
    said     the number of the cell being run, and the cards that Point showed there
    """

    lesson: str = ""
    names: dict[str, Any] = field(default_factory=dict)
    sheet: dict[str, Any] = field(default_factory=dict)
    passed: set[str] = field(default_factory=set)
    tries: dict[str, int] = field(default_factory=dict)
    lent: dict[str, tuple] = field(default_factory=dict)
    judge: Any = None
    said: tuple[int, frozenset[str]] = (0, frozenset())

    @property
    def exercises(self) -> tuple[str, ...]:
        return tuple(exercise["nom"] for exercise in self.sheet.get("exercices", ()))


SESSION = Session()


def passed_key(lesson: str) -> str:
    """Under what name the memory keeps what passed."""
    return f"reussis_{lesson}"


def calling_frame() -> FrameType:
    """Whoever called the kit: a cell of the notebook, most often."""
    frame = sys._getframe(1)
    while frame.f_globals.get("__name__", "").split(".")[0] == "tuto" and frame.f_back:
        frame = frame.f_back
    return frame
