"""A small memory beside the notebooks, from one day to the next: `tuto_memoire.json`.

It is a convenience for the pupil, never a mark. Damaged, missing or read-only, it is silently empty.
"""

import json
from pathlib import Path
from typing import Any

FILE = Path("tuto_memoire.json")  # in the current folder: the notebook's


def enregistre(cle: str, valeur: Any) -> None:
    """Keep a value (numbers, texts, lists, dictionaries) under a name."""
    try:
        content = json.dumps(_read(FILE) | {cle: valeur}, ensure_ascii=False, indent=1)
        FILE.write_text(content + "\n", encoding="utf-8")
    except (OSError, TypeError, ValueError):
        return


def retrouve(cle: str, defaut: Any = None) -> Any:
    """The value kept under that name: here, else in the folder of another lesson, else `defaut`."""
    here = _read(FILE)
    if cle in here:
        return here[cle]
    others = (_read(path) for path in sorted(Path("..").glob(f"[0-9][0-9]_*/{FILE.name}"), reverse=True))
    return next((memory[cle] for memory in others if cle in memory), defaut)


def _read(path: Path) -> dict[str, Any]:
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return {}
    return content if isinstance(content, dict) else {}
