"""The class's judge, where the project is installed: the same sandbox and the same verdicts as the teacher's.

Everything of the project is imported here, by name and only when it is needed: the kit also lives without it.
"""

import atexit
import importlib
from pathlib import Path
from typing import Any

from tuto.exemples import Verdict
from tuto.historique import history
from tuto.seance import SESSION

NOT_READY = "Le correcteur de la classe n'est pas prêt ici."


class NoJudge(Exception):
    """The class's judge cannot be asked from here. The message, if any, is for the pupil."""


def ask(name: str) -> Verdict:
    """Its verdict on the last version of an answer that was run. Raises NoJudge."""
    ran = history()
    if not ran:
        raise NoJudge
    SESSION.judge = SESSION.judge or start()
    answer = SESSION.judge.check(SESSION.lesson, name, ran)
    if answer is None:
        raise NoJudge(NOT_READY)
    return Verdict(**answer)


def start() -> Any:
    judge = of_project("autograder.beside").Beside(course())
    atexit.register(judge.close)
    return judge


def next_lesson() -> dict[str, str] | None:
    """The lesson that today's successes open, copied beside this one if it was not there."""
    try:
        return of_project("autograder.jupyter.desk").next_lesson(course(), SESSION.lesson, SESSION.passed, Path())
    except NoJudge:
        return None


def blank(name: str) -> str | None:
    """The cell of an exercise as it was given; None when it is not known. Raises NoJudge."""
    return of_project("autograder.jupyter.desk").blank(course(), SESSION.lesson, name)


def lesson_again() -> dict[str, str]:
    """Put the lesson's first notebook back, and keep the other one. Raises NoJudge."""
    return of_project("autograder.jupyter.desk").lesson_again(course(), SESSION.lesson, Path())


def course() -> Any:
    return of_project("course_config").COURSE


def of_project(module: str) -> Any:
    """A module of the project. Raises NoJudge."""
    try:
        return importlib.import_module(module)
    except ImportError:
        raise NoJudge from None
