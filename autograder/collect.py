"""From the paths a teacher gives to the notebooks to grade: whose they are, and of which lesson."""

import os
import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from autograder.exercise import Course

SKIPPED = (".ipynb_checkpoints", "__MACOSX", "__pycache__", "sauvegardes")  # the last: a pupil's older versions
MOODLE = re.compile(r"(.+?)_\d+_assignsubmission_file_")  # how Moodle names what each pupil handed in
COPIED = re.compile(r"(?:\s*\(\d+\)|-Copy\d+)+$")  # downloaded twice, or duplicated in Jupyter


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
    """nbgrader's submitted/<pupil>/<lesson>/<file>.ipynb, or Moodle's names; else the file's own name tells."""
    parts = plain(Path(os.path.abspath(path))).parts
    folder = parts[-2] if len(parts) > 1 else ""
    if course.lesson(folder) and len(parts) > 2:
        return Handed(path, by_moodle(parts[-3]) or parts[-3], lesson or folder)
    named = lesson_in(path.stem, course)
    pupil = by_moodle(folder) or by_moodle(parts[-1]) or own_name(path, course)
    return Handed(path, pupil or folder, lesson or named)


def plain(path: Path) -> Path:
    """A Mac and a Windows machine do not write the same « é » in the name of a file."""
    return Path(unicodedata.normalize("NFC", str(path)))


def by_moodle(name: str) -> str:
    found = MOODLE.match(name)
    return found[1] if found else ""


def lesson_in(name: str, course: Course) -> str:
    return next((known.name for known in course.lessons if known.name in name), "")


def own_name(path: Path, course: Course) -> str:
    """What the file's name says beside the lesson, "" when that is nothing."""
    stem = COPIED.sub("", plain(path).stem)
    named = lesson_in(stem, course)
    return stem.replace(named, "").strip(" _-.") if named else stem
