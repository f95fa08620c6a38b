"""From the paths a teacher gives to the notebooks to grade: whose they are, and of which lesson."""

import os
import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from autograder import phrases
from autograder.exercise import Course

SKIPPED = (".ipynb_checkpoints", "__MACOSX", "__pycache__", "sauvegardes")  # the last: a pupil's older versions
NOTEBOOK = re.compile(r"\.ipynb(?:\.txt|\.json)?$", re.IGNORECASE)  # Windows and mail programs add the second part
ARCHIVES = (".zip", ".rar", ".7z", ".tar", ".gz", ".tgz")
HAND_INS = (*ARCHIVES, ".py", ".pdf", ".doc", ".docx", ".odt", ".rtf", ".crdownload", ".part")
MOODLE = re.compile(r"(.+?)_\d+_assignsubmission_file(?:_|$)")  # how Moodle names what each pupil handed in
COPIED = re.compile(r"(?:\s*\(\d+\)|-Copy\d+)+$")  # downloaded twice, or duplicated in Jupyter


@dataclass(frozen=True)
class Handed:
    """One notebook as it was handed in. lesson: its name when the path tells it, else "".

    problem: why there is nothing to grade, when the path tells it.
    """

    path: Path
    pupil: str
    lesson: str
    problem: str = ""


class NothingFound(Exception):
    """A path without any notebook; the message says which."""


def collect(paths: Iterable[Path], course: Course, lesson: str = "") -> tuple[Handed, ...]:
    """Every notebook under the paths, in order, each once. A path that is a file is taken whatever its name.

    What a teacher would think graded though it cannot be comes too, with its problem.
    """
    found: dict[Path, Handed] = {}
    for path in paths:
        inside = notebooks_in(path) if path.is_dir() else [path]
        if not inside:
            raise NothingFound(f"Je n'ai trouvé aucun carnet (.ipynb) dans {path}.")
        for one in (*(handed(notebook, course, lesson) for notebook in inside), *left_out(path, course)):
            found.setdefault(Path(os.path.abspath(one.path)), one)
    return tuple(found.values())


def notebooks_in(folder: Path) -> list[Path]:
    return sorted(path for path in files_in(folder, []) if is_notebook(path))


def files_in(folder: Path, closed: list[OSError]) -> Iterator[Path]:
    """Links to folders are not followed; `closed` receives the folders that cannot be read."""
    waiting = [folder]  # os.walk calls itself at each level: a thousand folders in one another would stop it
    while waiting:
        try:
            entries = [entry for entry in os.scandir(waiting.pop()) if entry.name not in SKIPPED]
        except OSError as problem:
            closed.append(problem)
            continue
        for entry in entries:
            if not os.path.isdir(entry.path):
                yield Path(entry.path)
            elif not entry.is_symlink():
                waiting.append(Path(entry.path))


def is_notebook(path: Path) -> bool:
    """A Mac puts a « ._ » file, which is no notebook, beside each file of an archive."""
    return bool(NOTEBOOK.search(path.name)) and not path.name.startswith("._")


def left_out(folder: Path, course: Course) -> list[Handed]:
    """What lies at the top of a class's folder and cannot be graded, where a hand-in is expected."""
    _, folders, files = next(os.walk(folder), ("", [], []))
    if any(course.lesson(NOTEBOOK.sub("", name)) for name in (*folders, *files)):
        return []  # one pupil's lessons, or the course's own: other things may lie beside
    inside = [Handed(folder / name, of_folder(name), "", folder_problem(folder / name)) for name in sorted(folders)]
    beside = [replace(handed(folder / name, course), problem=file_problem(folder / name)) for name in sorted(files)]
    return [one for one in (*inside, *beside) if one.problem]


def folder_problem(folder: Path) -> str:
    if folder.name.startswith(".") or folder.name in SKIPPED:
        return ""
    if folder.is_symlink():
        return phrases.UNREADABLE["folder_link"]
    closed: list[OSError] = []
    files = list(files_in(folder, closed))
    if closed:
        return phrases.UNREADABLE["folder_denied"]
    pages = files and all(path.suffix in (".html", ".css") for path in files)  # what we or nbgrader said of the work
    return "" if pages or any(map(is_notebook, files)) else phrases.UNREADABLE["folder_empty"]


def file_problem(path: Path) -> str:
    suffix = path.suffix.lower()
    if path.name.startswith(".") or suffix not in HAND_INS or path.name.endswith("_config.py"):
        return ""
    if suffix not in ARCHIVES:
        return phrases.UNREADABLE["other_file"]
    return "" if path.with_suffix("").is_dir() else phrases.UNREADABLE["archive"]  # extracted already


def handed(path: Path, course: Course, lesson: str = "") -> Handed:
    """nbgrader's submitted/<pupil>/<lesson>/<file>.ipynb, or Moodle's names; else the file's own name tells."""
    parts = plain(Path(os.path.abspath(path))).parts
    folder = parts[-2] if len(parts) > 1 else ""
    moodle = next(filter(None, map(by_moodle, parts)), "")  # the outermost: inside, the pupil chooses the names
    if course.lesson(folder) and len(parts) > 2:
        return Handed(path, moodle or parts[-3], lesson or folder)
    named = lesson_in(path.stem, course)
    pupil = moodle or own_name(path, course)
    return Handed(path, pupil or folder, lesson or named)


def plain(path: Path) -> Path:
    """A Mac and a Windows machine do not write the same « é » in the name of a file."""
    return Path(unicodedata.normalize("NFC", str(path)))


def by_moodle(name: str) -> str:
    found = MOODLE.match(name)
    return found[1] if found else ""


def of_folder(name: str) -> str:
    """Whose a folder is that bears its pupil's name."""
    return by_moodle(name) or plain(Path(name)).name


def lesson_in(name: str, course: Course) -> str:
    return next((known.name for known in course.lessons if known.name in name), "")


def own_name(path: Path, course: Course) -> str:
    """What the file's name says beside the lesson, "" when that is nothing."""
    name = plain(path).name
    stem = COPIED.sub("", NOTEBOOK.sub("", name) if NOTEBOOK.search(name) else Path(name).stem)
    named = lesson_in(stem, course)
    return stem.replace(named, "").strip(" _-.") if named else stem
