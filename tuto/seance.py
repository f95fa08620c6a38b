"""The lesson being worked on in this kernel, and what is remembered of it while the kernel lives.

A notebook is one conversation: its cells call the kit one after the other without passing anything along. So there
is one Session per kernel; it is the only state the kit keeps (see memoire.py for what outlives the kernel).
"""

import sys
from dataclasses import dataclass, field
from typing import Any

from tuto import fiche
from tuto.affichage import carte
from tuto.memoire import retrouve


@dataclass
class Session:
    """lesson    the lesson's folder name
    names     the notebook's own names
    sheet     what is public of the lesson (see fiche.py)
    tries     exercise -> checks that did not pass
    lent      name -> (function lent for a bonus not done, examples to try the pupil's own)
    judge     the class's judge once started, False when there is none here
    """

    lesson: str = ""
    names: dict[str, Any] = field(default_factory=dict)
    sheet: dict[str, Any] = field(default_factory=dict)
    tries: dict[str, int] = field(default_factory=dict)
    lent: dict[str, tuple] = field(default_factory=dict)
    judge: Any = None

    @property
    def exercises(self) -> tuple[str, ...]:
        return tuple(exercise["nom"] for exercise in self.sheet.get("exercices", ()))


SESSION = Session()


def commence(lecon: str) -> None:
    """Begin a lesson: its functions that were not run yet become None, so that the demos can speak kindly."""
    SESSION.lesson, SESSION.names, SESSION.sheet = lecon, caller_names(), fiche.find(lecon)
    SESSION.tries.clear()
    for name in SESSION.exercises:
        SESSION.names.setdefault(name, None)
    done = [name for name in SESSION.exercises if name in retrouve("reussis", [])]
    if done:
        carte("bravo", "Te revoilà !", f"Tu as déjà réussi {len(done)} exercices. Exécute leurs cases, puis continue.")
    else:
        carte("bravo", "Tout est prêt. À toi !", "Je m'appelle Point. Je serai là à chaque étape.")


def caller_names() -> dict[str, Any]:
    """The names of whoever called the kit: the notebook's, most often."""
    frame = sys._getframe(1)
    while frame.f_globals.get("__name__", "").split(".")[0] == "tuto" and frame.f_back:
        frame = frame.f_back
    return frame.f_globals
