"""The same grading as `tuto grade`, with a sentence for whatever stands in its way."""

import importlib
import traceback
from dataclasses import dataclass, replace
from pathlib import Path

from autograder.batch import IsolationTooWeak, open_grader
from autograder.collect import Handed
from autograder.exercise import Course, Lesson
from autograder.feedback.phrases import lesson_name
from autograder.feedback.places import lesson_number
from autograder.notebook import Unreadable, read_notebook
from autograder.otter import phrases
from autograder.otter.reception import Received
from autograder.report import Failure, Report
from autograder.sandbox import component
from autograder.typography import french


@dataclass(frozen=True)
class Correction:
    """report: None when there is none, and then `says` tells the pupil why. teacher: for the teacher's eyes only.

    Sentences are ready to be shown: what comes from elsewhere in them must not be touched by typography.
    """

    lesson: Lesson
    report: Report | None
    says: tuple[str, ...] = ()
    teacher: tuple[str, ...] = ()


def correct(received: Received, lesson: Lesson, course: Course, pupil: str) -> Correction:
    """Never raises: a problem of ours is told to the teacher, and the pupil that it is nobody's fault."""
    if received.notebook is None:
        return Correction(lesson, None, (french(phrases.NOTHING),))
    try:
        built = built_now()
        result, weak = grade_here(course, Handed(received.notebook, pupil, lesson.name))
        other = of_another(received.notebook, lesson, course)
    except Exception:  # whatever it is, the pupil must not pay for it, and the teacher must see it
        return broken_down(lesson)
    if isinstance(result, Failure):
        reason = french(phrases.REASON.format(reason=result.message))
        return Correction(lesson, None, other or (french(phrases.UNREADABLE),), (reason, *built))
    several = (french(phrases.SEVERAL).format(name=received.name),) if received.others else ()
    return Correction(lesson, result, (*several, *other), (*weak, *built))


def course_of(carried: Path) -> Course:
    """The course that is installed, with the lesson's source that came in the zip."""
    course = importlib.import_module("course_config").COURSE
    return replace(course, root=carried) if carried.is_dir() else course


def broken_down(lesson: Lesson) -> Correction:
    """For an exception that is being handled."""
    return Correction(lesson, None, (french(phrases.FAULT),), (french(phrases.FAILED), traceback.format_exc()))


def built_now() -> tuple[str, ...]:
    """Build the sandbox if setup.sh did not. Raises SandboxMissing when that is not possible."""
    if component.is_built():
        return ()
    component.build()
    return (french(phrases.BUILT_NOW),)


def grade_here(course: Course, handed: Handed) -> tuple[Report | Failure, tuple[str, ...]]:
    """A grading container may lack the locks of Linux: the WebAssembly wall stands all the same, and it is said."""
    try:
        with open_grader(course) as grader:
            return grader.grade_one(handed), ()
    except IsolationTooWeak:
        with open_grader(course, accept_partial=True) as grader:
            return grader.grade_one(handed), (french(phrases.PARTIAL),)


def of_another(notebook: Path, lesson: Lesson, course: Course) -> tuple[str, ...]:
    """A kind sentence when the notebook is another lesson's."""
    other = stamped(notebook, course)
    if other is None or other == lesson:
        return ()
    return (french(phrases.OTHER_LESSON.format(other=article(other), lesson=article(lesson))),)


def stamped(notebook: Path, course: Course) -> Lesson | None:
    try:
        return course.lesson(read_notebook(notebook).lesson)
    except Unreadable:
        return None


def article(lesson: Lesson) -> str:
    """« la leçon 2 »."""
    return lesson_name(lesson_number(lesson), article=True)
