"""`tuto build --otter`: for each written lesson, the pupil's folder and the teacher's zip."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from autograder.authoring.checks import problems_in
from autograder.build import written
from autograder.exercise import Course, Lesson
from autograder.feedback.phrases import count
from autograder.otter import phrases
from autograder.otter.archive import write_archive
from autograder.otter.student import released, write_student_folder
from autograder.typography import french


class CannotBuildOtter(Exception):
    """The message, in French, says what is missing and what to do."""


def build_otter(course: Course, folder: Path) -> Iterator[str]:
    """Write `<folder>/<lesson>/eleve/` and `<folder>/<lesson>/autograder.zip`; a sentence after each lesson."""
    lessons = written(course)
    check(course, lessons)
    for lesson in lessons:
        home = folder / lesson.name
        try:
            write_student_folder(course, lesson, home / "eleve")
            write_archive(course, lesson, home / "autograder.zip")
        except ModuleNotFoundError as absent:
            if absent.name != "otter":
                raise
            raise CannotBuildOtter(phrases.NO_OTTER) from None
        yield french(phrases.WRITTEN.format(folder=home, points=points_of(lesson)))


def check(course: Course, lessons: Sequence[Lesson]) -> None:
    """Nothing is written while a lesson is not released, or while its definition has something to mend."""
    for lesson in lessons:
        if not released(course, lesson).is_file():
            raise CannotBuildOtter(phrases.NOT_RELEASED.format(lesson=lesson.name))
    if problems := tuple(problems_in(course)):
        raise CannotBuildOtter("\n".join(map(str, problems)))


def points_of(lesson: Lesson) -> str:
    """What the teacher gives the assignment on Gradescope: bonuses are extra credit and are not counted."""
    points = count(sum(item.points for item in lesson.items if not item.bonus), "point")
    by_hand = sum(free.points for free in lesson.free_texts)
    return phrases.POINTS.format(points=points, by_hand=by_hand) if by_hand else points
