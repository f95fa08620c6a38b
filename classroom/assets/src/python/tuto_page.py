"""What the lesson page lends to the kit (see tuto/affichage.py and tuto/historique.py)."""

import json
from pathlib import Path

import tuto_worker

MEMORY = Path("tuto_memoire.json")


class Desk:
    """What the page knows of this lesson: the cells that were run, and the memory as it was last sent."""

    def __init__(self):
        self.cells: list[str] = []
        self.memory = read(MEMORY)

    def keep_memory(self) -> None:
        """Send the kit's memory to the page when it changed."""
        now = read(MEMORY)
        if now not in ("", self.memory):
            self.memory = now
            tuto_worker.remember(now)


def read(path: Path) -> str:
    """Its JSON, "" when it is damaged: the pupil's code may write there too."""
    try:
        text = path.read_text("utf-8")
        return text if isinstance(json.loads(text), dict) else ""
    except (OSError, ValueError, RecursionError):
        return ""


DESK = Desk()


def show(text: str, page: str, place: str = "", again: bool = False) -> None:
    """`page` is HTML; `place` names this display, and `again` replaces what was shown under that name."""
    tuto_worker.show("display", text, page, place, again)
    DESK.keep_memory()


def history() -> list[str]:
    """The cells in the order in which they were run."""
    return list(DESK.cells)
