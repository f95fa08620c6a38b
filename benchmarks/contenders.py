"""The tools that grading.py compares: how each receives a class, and the command that grades it."""

import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from benchmarks.stock_tools import ENVIRONMENT, LESSON, for_otter, hand_in, nbgrader_course, otter_archive, put
from course_config import COURSE, ROOT

PYTHON = sys.executable
OTTER = Path(sys.executable).with_name("otter")
SETTINGS = "from course_config import configure\n\nconfigure(get_config())\n"
# otter grades one notebook a command; in one process, through its API, it does not import itself again each time.
OTTER_LOOP = """
import pathlib, sys
from otter.api import grade_submission
for notebook in sorted(pathlib.Path(".").glob("*/*.ipynb")):
    grade_submission(str(notebook), sys.argv[1], quiet=True)
    notebook.with_name("results.json").touch()
"""


@dataclass(frozen=True)
class Work:
    """A command ready to run, and how many notebooks it has graded once it ran."""

    command: tuple
    cwd: Path
    graded: Callable[[], int]


@dataclass(frozen=True)
class Contender:
    """`prepare(kitchen, new folder, class)` gives the Work."""

    name: str
    prepare: Callable[["Kitchen", Path, dict[str, bytes]], Work]


@dataclass(frozen=True)
class Kitchen:
    """What is made once, whatever the number of turns."""

    folder: Path

    @cached_property
    def stock_course(self) -> Path:
        return nbgrader_course(self.folder / "nbgrader", {})

    @cached_property
    def our_course(self) -> Path:
        """The same kind of folder with our settings; what nbgrader must know of the lesson is in its gradebook."""
        course = self.folder / "nbgrader-tuto"
        put(course / "nbgrader_config.py", SETTINGS.encode())
        shutil.copytree(ROOT / "source" / LESSON, course / "source" / LESSON)
        command = [PYTHON, "-m", "nbgrader", "generate_assignment", LESSON]
        subprocess.run(command, cwd=course, env=ENVIRONMENT, check=True, capture_output=True)
        return course

    @cached_property
    def stock_archive(self) -> Path:
        return otter_archive(self.folder / "otter")

    @cached_property
    def our_archive(self) -> Path:
        from autograder.otter.archive import write_archive

        return write_archive(COURSE, COURSE.lesson(LESSON), self.folder / "otter-tuto" / "autograder.zip")


def tuto_grade(kitchen: Kitchen, folder: Path, class_: dict[str, bytes]) -> Work:
    hand_in(folder, class_)
    command = (PYTHON, "-m", "autograder.cli", "grade", folder / "submitted", "--csv", folder / "notes.csv")
    return Work(command, ROOT, lambda: len((folder / "notes.csv").read_text("utf-8-sig").splitlines()) - 1)


def in_course(course: Path, folder: Path, class_: dict[str, bytes], *command: object) -> Work:
    shutil.copytree(course, folder)
    hand_in(folder, class_)
    return Work((PYTHON, "-m", *command), folder, lambda: len(list(folder.glob(f"autograded/*/{LESSON}/*.ipynb"))))


def stock_nbgrader(kitchen: Kitchen, folder: Path, class_: dict[str, bytes]) -> Work:
    return in_course(kitchen.stock_course, folder, class_, "nbgrader", "autograde", LESSON)


def our_nbgrader(kitchen: Kitchen, folder: Path, class_: dict[str, bytes]) -> Work:
    return in_course(kitchen.our_course, folder, class_, "nbgrader", "autograde", LESSON)


def tuto_autograde(kitchen: Kitchen, folder: Path, class_: dict[str, bytes]) -> Work:
    return in_course(kitchen.our_course, folder, class_, "autograder.cli", "autograde", LESSON)


def with_otter(archive: Path, folder: Path, class_: dict[str, bytes]) -> Work:
    for name, raw in class_.items():
        put(folder / name / f"{LESSON}.ipynb", raw)
    command, cwd = (PYTHON, "-c", OTTER_LOOP, archive), folder
    if len(class_) == 1:
        command, cwd = (OTTER, "run", "--no-logo", "-a", archive, f"{LESSON}.ipynb"), folder / next(iter(class_))
    return Work(command, cwd, lambda: len(list(folder.glob("*/results.json"))))


def stock_otter(kitchen: Kitchen, folder: Path, class_: dict[str, bytes]) -> Work:
    return with_otter(kitchen.stock_archive, folder, {name: for_otter(raw) for name, raw in class_.items()})


def our_otter(kitchen: Kitchen, folder: Path, class_: dict[str, bytes]) -> Work:
    return with_otter(kitchen.our_archive, folder, class_)


CONTENDERS = (
    Contender("`tuto grade`", tuto_grade),
    Contender("`nbgrader autograde` seul", stock_nbgrader),
    Contender("`otter run` seul", stock_otter),
    Contender("`nbgrader autograde`, notre réglage", our_nbgrader),
    Contender("`tuto autograde`", tuto_autograde),
    Contender("`otter run`, notre module", our_otter),
)
