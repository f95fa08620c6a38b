"""What a pupil handed in is set aside and the folder emptied, before anything in it can be read or imported.

Otter unpickles `.OTTER_LOG`, starts a kernel in the pupil's folder (where `otter/`, `ipykernel_launcher.py`,
`ipython_kernel_config.py`… would be imported) and imports what lies there. After reception it finds a blank notebook.
"""

import json
import os
import shutil
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from autograder.collect import SKIPPED
from autograder.wire import clean_text

BLANK = json.dumps(
    {
        "cells": [],
        "metadata": {"kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"}},
        "nbformat": 4,
        "nbformat_minor": 4,
    }
).encode()
ASIDE = "tuto_copie"  # beside otter's `submission/`, never inside
NOTEBOOK, NOTICE = "carnet.ipynb", "notice.json"


@dataclass(frozen=True)
class Received:
    """notebook: out of the pupil's folder, None when there was none. name: as it was called. others: how many more."""

    notebook: Path | None
    name: str = ""
    others: int = 0


def receive_folder(submission: Path, lesson_name: str) -> None:
    """Before otter comes: keep the notebook that looks most like the lesson's, by its name, else nearest the top.

    Started again where only our blank is left (a teacher looking for a problem), it keeps what was set aside.
    """
    aside = submission.parent / ASIDE
    found = sorted(
        (path for path in regular_notebooks(submission) if not is_blank(path)),
        key=lambda path: (lesson_name not in path.name, len(path.parts), path.name),
    )
    if found or not aside.exists():
        shutil.rmtree(aside, ignore_errors=True)
        set_aside(found[0] if found else None, len(found) - 1, aside)
    leave_blank(submission / f"{lesson_name}.ipynb")


def receive_notebook(notebook: Path) -> Received:
    """Otter has chosen this notebook; it is a blank one if receive_folder came before.

    Otter has also brought our own files into the folder, the lesson's solutions among them: nothing is searched here.
    """
    aside = notebook.parent.parent / ASIDE
    if not aside.exists():
        set_aside(notebook if is_notebook(notebook) else None, 0, aside)
    leave_blank(notebook)
    kept = aside / NOTEBOOK
    return Received(kept if kept.exists() else None, **json.loads((aside / NOTICE).read_text(encoding="utf-8")))


def set_aside(notebook: Path | None, others: int, aside: Path) -> None:
    aside.mkdir()
    notice = {"name": clean_text(notebook.name, 100), "others": others} if notebook else {}
    (aside / NOTICE).write_text(json.dumps(notice), encoding="utf-8")
    if notebook:
        shutil.move(notebook, aside / NOTEBOOK)


def regular_notebooks(folder: Path) -> Iterator[Path]:
    for place, folders, files in os.walk(folder):
        folders[:] = [name for name in folders if name not in SKIPPED]
        yield from (path for name in files if is_notebook(path := Path(place, name)))


def is_notebook(path: Path) -> bool:
    """True files only: a link could lead to the solutions that travel with the grader."""
    return path.suffix.lower() == ".ipynb" and path.name[0] != "." and stat.S_ISREG(path.lstat().st_mode)


def is_blank(path: Path) -> bool:
    return path.stat().st_size == len(BLANK) and path.read_bytes() == BLANK


def leave_blank(notebook: Path) -> None:
    """Alone in its folder. Raises OSError when the folder cannot be emptied: nothing must be started there then."""
    for path in list(notebook.parent.iterdir()):
        if path.is_dir() and not path.is_symlink():
            shutil.rmtree(path)
        else:
            path.unlink()
    notebook.write_bytes(BLANK if notebook.suffix == ".ipynb" else b"")  # otter also takes a script
