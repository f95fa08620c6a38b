"""From the paths a teacher gives to the notebooks to grade: whose they are, and of which lesson."""

import os
import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from autograder.exercise import Course

SKIPPED = (".ipynb_checkpoints", "__MACOSX", "__pycache__", "sauvegardes")  # the last: a pupil's older versions


@dataclass(frozen=True)
class Handed:
    """One notebook as it was handed in. lesson: its name when the path tells it, else ""."""

    path: Path
    pupil: str
    lesson: str


class NothingFound(Exception):
    """A path without any notebook; the message says which."""


def collect(paths: Iterable[Path], course: Course, lesson: str = "") -> tuple[Handed, ...]:
    """Every notebook under the paths, in order, each once. A path that is a file is taken whatever its name."""
    found: dict[Path, Handed] = {}
    for path in paths:
        inside = notebooks_in(path) if path.is_dir() else [path]
        if not inside:
            raise NothingFound(f"Je n'ai trouvé aucun carnet (.ipynb) dans {path}.")
        for notebook in inside:
            found.setdefault(Path(os.path.abspath(notebook)), handed(notebook, course, lesson))
    return tuple(found.values())


def notebooks_in(folder: Path) -> list[Path]:
    every = (path for path in folder.rglob("*") if path.suffix.lower() == ".ipynb" and path.is_file())
    return sorted(path for path in every if not any(part in SKIPPED for part in path.relative_to(folder).parts))


def handed(path: Path, course: Course, lesson: str = "") -> Handed:
    """nbgrader's submitted/<pupil>/<lesson>/<file>.ipynb; else the file's own name tells the pupil."""
    parts = Path(os.path.abspath(path)).parts
    folder = parts[-2] if len(parts) > 1 else ""
    if course.lesson(folder) and len(parts) > 2:
        return Handed(path, parts[-3], lesson or folder)
    named = next((known.name for known in course.lessons if known.name in path.stem), "")
    stem = re.sub(r"\s*\(\d+\)$", "", path.stem)  # « (1) »: downloaded twice
    pupil = stem.replace(named, "").strip(" _-.") if named else stem
    return Handed(path, pupil or folder, lesson or named)
