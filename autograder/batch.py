"""Grade many notebooks: a few sandboxes, each lent to one thread at a time. One notebook never stops another."""

import hashlib
import os
import secrets
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from queue import SimpleQueue

from autograder import phrases
from autograder.collect import Handed
from autograder.exercise import Course, Lesson
from autograder.grade import grade
from autograder.master import Master, read_master
from autograder.notebook import Notebook, Unreadable, read_notebook
from autograder.report import Failure, Report
from autograder.sandbox import Sandbox, is_locked
from autograder.sandbox.job import Limits
from autograder.submission import candidates, recognise
from autograder.typography import french


@dataclass(frozen=True)
class Grader:
    """A course ready to grade: masters read when first needed, the secret of fresh inputs, sandboxes to borrow."""

    course: Course
    masters: dict[str, Master]
    secret: bytes
    sandboxes: "SimpleQueue[Sandbox]"

    def master_of(self, lesson: Lesson) -> Master:
        if lesson.name not in self.masters:
            path = self.course.root / "source" / lesson.name / f"{lesson.name}.ipynb"
            self.masters[lesson.name] = read_master(path, lesson)
        return self.masters[lesson.name]

    def grade_one(self, handed: Handed) -> Report | Failure:
        """Read and grade one notebook; what cannot be read becomes a Failure."""
        try:
            if handed.problem:
                raise Unreadable(handed.problem)
            notebook = read_notebook(handed.path)
            lesson = self.lesson_of(handed, notebook)
            refuse_other_lesson(notebook, lesson, self.course)
        except Unreadable as problem:
            return Failure(str(handed.path), handed.pupil, french(str(problem)))
        return self.grade_read(notebook, lesson, handed)

    def grade_read(self, notebook: Notebook, lesson: Lesson, handed: Handed) -> Report:
        """Grade a notebook that was read already, with the first sandbox that is free."""
        sandbox = self.sandboxes.get()
        try:
            return grade(
                notebook,
                lesson,
                self.course,
                master=self.master_of(lesson),
                sandbox=sandbox,
                secret=self.secret,
                pupil=handed.pupil,
                path=str(handed.path),
                attempt=digest(notebook),
            )
        finally:
            self.sandboxes.put(sandbox)

    def lesson_of(self, handed: Handed, notebook: Notebook) -> Lesson:
        written = tuple(lesson for lesson in self.course.lessons if lesson.items)
        lesson = self.course.lesson(handed.lesson) or recognise(notebook, written)
        if lesson is None:
            raise Unreadable(phrases.UNREADABLE["unknown_lesson"])
        if not lesson.items:
            raise Unreadable(phrases.UNREADABLE["lesson_not_written"].format(lesson=lesson.title))
        return lesson


def refuse_other_lesson(notebook: Notebook, lesson: Lesson, course: Course) -> None:
    """Raises Unreadable when another lesson is stamped and nothing of this one is there: that is no zero."""
    stamped = course.lesson(notebook.lesson)
    if stamped and stamped != lesson and not any(candidates(notebook.cells, one) for one in lesson.exercises):
        names = {"other": stamped.title, "lesson": lesson.title}
        raise Unreadable(phrases.UNREADABLE["other_lesson"].format(**names))


def digest(notebook: Notebook) -> str:
    """Other inputs for a notebook that was changed, the same for the same one: no table of answers grows by trying."""
    sources = "\x00".join(cell.source for cell in notebook.cells)
    return hashlib.sha256(sources.encode()).hexdigest()


class IsolationTooWeak(Exception):
    """This machine cannot hold pupils' code as it should; the message says what may be done."""


@contextmanager
def open_grader(
    course: Course,
    jobs: int = 1,
    limits: Limits = Limits(),  # noqa: B008 (frozen)
    accept_partial: bool = False,
) -> Iterator[Grader]:
    """Start `jobs` sandboxes; they are closed at the end, whatever happens.

    Raises IsolationTooWeak when the isolation is only partial, unless told to accept it.
    """
    with ExitStack() as stack:
        sandboxes: SimpleQueue[Sandbox] = SimpleQueue()
        for _ in range(jobs):
            sandbox = stack.enter_context(Sandbox(limits))
            if not accept_partial and not is_locked(sandbox.mechanisms):
                raise IsolationTooWeak(phrases.PARTIAL_ISOLATION.format(mechanisms=", ".join(sandbox.mechanisms)))
            sandboxes.put(sandbox)
        yield Grader(course, {}, read_secret(course.root / ".tuto" / "secret"), sandboxes)


def grade_all(
    grader: Grader, notebooks: Iterable[Handed], jobs: int = 1, tick: Callable[[], object] = lambda: None
) -> list[Report | Failure]:
    """In the order given; `tick()` is called after each."""

    def one(handed: Handed) -> Report | Failure:
        result = grader.grade_one(handed)
        tick()
        return result

    with ThreadPoolExecutor(max_workers=jobs) as executor:
        return list(executor.map(one, notebooks))


def read_secret(path: Path) -> bytes:
    """This machine's secret, made on the first day. Where nothing can be written, one for this run only."""
    fresh = secrets.token_bytes(32)
    try:
        return kept(path) or keep(path, fresh)
    except OSError:
        return fresh


def kept(path: Path) -> bytes:
    return path.read_bytes() if path.exists() else b""


def keep(path: Path, fresh: bytes) -> bytes:
    """Whole or not at all: another start may be doing the same, and then the first one's secret counts for both."""
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(f"{path.name}.{secrets.token_hex(8)}")
    try:
        with beside.open("xb") as file:
            beside.chmod(0o600)
            file.write(fresh)
        put(beside, path)
        return path.read_bytes()
    finally:
        beside.unlink(missing_ok=True)


def put(beside: Path, path: Path) -> None:
    try:
        os.link(beside, path)  # unlike os.replace, it never takes another's place
    except FileExistsError:
        if not kept(path):  # a crash left it empty
            os.replace(beside, path)
    except OSError:  # some disks know no links
        os.replace(beside, path)
