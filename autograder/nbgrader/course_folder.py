"""A teacher's nbgrader course folder: what was handed in, what is already graded, what nbgrader must know first."""

import json
import shutil
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from nbgrader.api import Grade, Gradebook, MissingEntry
from nbgrader.converters import GenerateAssignment
from nbgrader.coursedir import CourseDirectory
from nbgrader.utils import parse_utc
from traitlets.config import Config, PyFileConfigLoader

from autograder.build import put_scripts_on_path, run_converter
from autograder.collect import Handed, notebooks_in
from autograder.exercise import Course, Lesson
from autograder.nbgrader import phrases
from autograder.nbgrader.configuration import configure_grading
from autograder.nbgrader.exporter import digest_of, refuse_link
from autograder.nbgrader.marking import DIGEST, GRADED
from autograder.notebook import Unreadable, dig

SETTINGS = "nbgrader_config.py"
TIMESTAMP = "timestamp.txt"
LINE_BYTES = 200  # a date is shorter; a link to a device, or a huge file, is not read


class CannotOpen(Exception):
    """The folder's settings are not right; the message, in French, says what to do."""


@dataclass(frozen=True)
class CourseFolder:
    """One course folder, with nbgrader's settings for it: the teacher's own, and ours for grading."""

    course: Course
    root: Path
    config: Config

    def directory(self, **changes: object) -> CourseDirectory:
        config = self.config.copy()
        config.CourseDirectory.root = str(self.root)
        config.CourseDirectory.update(changes)
        return CourseDirectory(config=config)

    def place(self, step: str, pupil: str, lesson: str) -> Path:
        coursedir = self.directory()
        return Path(coursedir.format_path(getattr(coursedir, f"{step}_directory"), pupil, lesson))

    @property
    def submitted(self) -> Path:
        return self.root / self.directory().submitted_directory

    def gradebook(self) -> Gradebook:
        coursedir = self.directory()
        return Gradebook(coursedir.db_url, coursedir.course_id)


def open_folder(course: Course, configure: Callable[[Config], None], root: Path) -> CourseFolder:
    """The teacher's nbgrader_config.py may change anything but how pupils' notebooks are read and judged."""
    config = Config()
    configure(config)
    if (root / SETTINGS).is_file():
        config.merge(teacher_s_settings(root))
    configure_grading(config, course)
    put_scripts_on_path()
    return CourseFolder(course, root.resolve(), config)


def teacher_s_settings(root: Path) -> Config:
    try:
        return PyFileConfigLoader(SETTINGS, path=str(root)).load_config()
    except Exception as error:  # it is a program: anything may happen
        reason = f"{type(error).__name__} : {error}"
        raise CannotOpen(phrases.BAD_SETTINGS.format(file=SETTINGS, reason=reason)) from None


def handed_in(folder: CourseFolder, pupil: str = "") -> list[Handed]:
    """Every submitted/<pupil>/<lesson>/ folder, whether it holds a notebook or not. A link is no pupil's folder."""
    places = sorted(
        place for place in folder.submitted.glob("*/*") if place.is_dir() and not place.parent.name.startswith(".")
    )
    every = [Handed(place, place.parent.name, place.name) for place in places if not place.name.startswith(".")]
    return [handed for handed in every if pupil in ("", handed.pupil) and not handed.path.parent.is_symlink()]


def notebook_of(handed: Handed) -> Path:
    """The notebook in a hand-in: the one with the lesson's name, else the only one."""
    refuse_link(handed.path)
    named = handed.path / f"{handed.lesson}.ipynb"
    if named.is_file():
        return named
    found = notebooks_in(handed.path)
    if len(found) == 1:
        return found[0]
    sentence = phrases.SEVERAL_NOTEBOOKS if found else phrases.NO_NOTEBOOK
    raise Unreadable(sentence.format(lesson=handed.lesson))


def is_graded(folder: CourseFolder, handed: Handed) -> bool:
    """Graded to the end by us, every answer judged, and nothing newer or other was handed in since."""
    done = folder.place("autograded", handed.pupil, handed.lesson)
    try:
        notebook = json.loads((done / f"{handed.lesson}.ipynb").read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return False
    if dig(notebook, "metadata", "tuto", GRADED) is not True or is_other(handed, dig(notebook, "metadata", "tuto")):
        return False
    new, old = timestamp_in(handed.path), timestamp_in(done)
    if new and (old is None or new > old):
        return False
    with folder.gradebook() as book:
        try:
            submission = book.find_submission(handed.lesson, handed.pupil)
        except MissingEntry:
            return False
        return not any(unjudged(grade) for notebook in submission.notebooks for grade in notebook.grades)


def unjudged(grade: Grade) -> bool:
    """We had a problem with this answer, and nobody has marked it since: it is worth another try."""
    return grade.cell_type == "code" and grade.auto_score is None and grade.manual_score is None


def is_other(handed: Handed, graded: dict[str, Any]) -> bool:
    """Another file than the one that was graded, as far as its copy tells."""
    try:
        return DIGEST in graded and graded[DIGEST] != digest_of(notebook_of(handed))
    except OSError:  # what cannot be read is told when it is graded
        return True


def timestamp_in(place: Path):
    """When it was handed in, None when nothing readable says it."""
    file = place / TIMESTAMP
    try:
        if not file.is_file() or file.stat().st_size > LINE_BYTES:
            return None
        return parse_utc(file.read_text(encoding="utf-8").strip() or None)
    except (OSError, ValueError, OverflowError):
        return None


def prepare(folder: CourseFolder, lesson: Lesson) -> bool:
    """Make what nbgrader must know before grading: source/, release/, the gradebook. Whether anything was missing.

    Raises CannotBuild with nbgrader's own words.
    """
    source, release = (folder.place(step, ".", lesson.name) for step in ("source", "release"))
    known = is_known(folder, lesson)
    if known and release.is_dir():
        return False
    if not source.is_dir():
        shutil.copytree(folder.course.root / "source" / lesson.name, source)
    with tempfile.TemporaryDirectory(prefix="tuto-release-") as aside:
        changes = {"release_directory": aside} if release.is_dir() else {}  # what pupils received stays as it is
        coursedir = folder.directory(assignment_id=lesson.name, **changes)
        run_converter(GenerateAssignment(coursedir=coursedir, config=folder.config), lesson)
    return True


def is_known(folder: CourseFolder, lesson: Lesson) -> bool:
    with folder.gradebook() as book:
        try:
            book.find_notebook(lesson.name, lesson.name)
        except MissingEntry:
            return False
    return True
