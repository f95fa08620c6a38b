"""The class's judge, where the project is installed: the same sandbox and the same verdicts as the teacher's.

Everything of the project is imported here, by name and only when it is needed: the kit also lives without it.
"""

import atexit
import importlib
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
    try:
        beside = importlib.import_module("autograder.beside")
        judge = beside.Beside(importlib.import_module("course_config").COURSE)
    except ImportError:
        raise NoJudge from None
    atexit.register(judge.close)
    return judge
