"""`tuto build`: release/ and solutions/ from source/, through nbgrader's own two converters."""

import filecmp
import logging
import os
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from autograder.authoring.checks import problems_in
from autograder.authoring.problem import count_of
from autograder.exercise import Course, Lesson
from autograder.system_words import reason

BUILT = ("release", "solutions")
NOT_PUT = (
    "Je n'ai pas pu écrire {folder} ({reason}) : ce qui s'y trouvait est resté. Fermez les carnets de ce dossier, "
    "faites de la place sur le disque, puis recommencez."
)


class CannotBuild(Exception):
    """The message, in French, says which file, which exercise and what to do."""


@dataclass(frozen=True)
class Difference:
    """A built file that is not what source/ gives. what: "manque", "diffère" or "en trop"."""

    path: str
    what: str


def written(course: Course) -> tuple[Lesson, ...]:
    """The lessons that have exercises."""
    return tuple(lesson for lesson in course.lessons if lesson.items)


def build(course: Course, configure: Callable) -> tuple[Path, ...]:
    """Write release/ and solutions/ afresh; what stood there before is replaced only when all went well."""
    with tempfile.TemporaryDirectory(prefix="tuto-build-") as folder:
        made = generate(course, configure, Path(folder))
        for name in BUILT:
            try:
                put(made / name, course.root / name)
            except OSError as problem:
                raise CannotBuild(NOT_PUT.format(folder=course.root / name, reason=reason(problem))) from None
    return tuple(course.root / name for name in BUILT)


def put(made: Path, target: Path) -> None:
    """In place of what stood there. Raises OSError, and the old folder is still there: a full disk, or Windows while a
    notebook of that folder is open."""
    new, old = (target.with_name(f".{target.name}.{word}") for word in ("neuf", "ancien"))
    for left in (new, old):  # by a build that was cut short
        shutil.rmtree(left, ignore_errors=True)
    try:
        shutil.copytree(made, new)
        if target.exists():
            target.rename(old)
        try:
            new.rename(target)
        except OSError:
            if old.exists():
                old.rename(target)
            raise
    finally:
        shutil.rmtree(new, ignore_errors=True)
    shutil.rmtree(old, ignore_errors=True)


def check(course: Course, configure: Callable) -> tuple[Difference, ...]:
    """What is stale in release/ and solutions/."""
    with tempfile.TemporaryDirectory(prefix="tuto-build-") as folder:
        made = generate(course, configure, Path(folder))
        return tuple(difference for name in BUILT for difference in compare(made / name, course.root / name, name))


def compare(fresh: Path, committed: Path, name: str) -> Iterator[Difference]:
    wanted, present = files_of(fresh), files_of(committed)
    for path in sorted(wanted | present):
        if path not in present:
            yield Difference(f"{name}/{path}", "manque")
        elif path not in wanted:
            yield Difference(f"{name}/{path}", "en trop")
        elif not filecmp.cmp(fresh / path, committed / path, shallow=False):
            yield Difference(f"{name}/{path}", "diffère")


def files_of(folder: Path) -> set[str]:
    """What was built there, without what a notebook leaves behind when it is tried."""
    skipped = (".ipynb_checkpoints", "__pycache__", "tuto_memoire.json")
    found = (path.relative_to(folder) for path in folder.rglob("*") if path.is_file())
    return {path.as_posix() for path in found if not any(part in skipped for part in path.parts)}


def generate(course: Course, configure: Callable, folder: Path) -> Path:
    """Run nbgrader's two converters on every written lesson, in `folder`, with a database of its own."""
    if problems := tuple(problems_in(course)):
        raise CannotBuild("\n".join((*map(str, problems), count_of(problems))))
    from nbgrader.converters import GenerateAssignment, GenerateSolution
    from nbgrader.coursedir import CourseDirectory
    from traitlets.config import Config

    put_scripts_on_path()
    for lesson in written(course):
        shutil.copytree(course.root / "source" / lesson.name, folder / "source" / lesson.name)
        for converter, output in ((GenerateAssignment, "release_directory"), (GenerateSolution, "solution_directory")):
            config = Config()
            configure(config)
            config.CourseDirectory.root = str(folder)
            config.CourseDirectory.db_url = f"sqlite:///{folder / 'gradebook.db'}"
            config.CourseDirectory.assignment_id = lesson.name
            config.CourseDirectory[output] = BUILT[0] if converter is GenerateAssignment else BUILT[1]
            run_converter(converter(coursedir=CourseDirectory(config=config), config=config), lesson)
    return folder


def run_converter(converter, lesson: Lesson) -> None:
    from nbgrader.converters.base import NbGraderException

    heard = Listener()
    converter.log = logging.Logger("tuto.build", level=logging.ERROR)
    converter.log.addHandler(heard)
    try:
        converter.start()
    except (NbGraderException, SystemExit):
        said = "\n".join(heard.lines)
        raise CannotBuild(f"nbgrader n'a pas pu préparer la leçon {lesson.name} :\n{said}") from None


class Listener(logging.Handler):
    """Keeps what nbgrader says, to tell it only when something went wrong."""

    def __init__(self):
        super().__init__()
        self.lines: list[str] = []

    def emit(self, record):
        self.lines.append(record.getMessage())


def put_scripts_on_path() -> None:
    """nbgrader calls `alembic` by its name when it makes a database."""
    scripts = str(Path(sys.executable).parent)
    if scripts not in os.environ.get("PATH", "").split(os.pathsep):
        os.environ["PATH"] = scripts + os.pathsep + os.environ.get("PATH", "")
