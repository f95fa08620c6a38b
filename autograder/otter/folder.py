"""`tuto build --otter`: for each written lesson, the pupil's folder and the teacher's zip."""

from collections.abc import Iterator
from pathlib import Path

from autograder.authoring.checks import problems_in
from autograder.exercise import Course, Lesson
from autograder.feedback.phrases import count
from autograder.otter import phrases
from autograder.otter.archive import write_archive
from autograder.otter.student import NotReleased, write_student_folder
from autograder.typography import french


class CannotBuildOtter(Exception):
    """The message, in French, says what is missing and what to do."""


def build_otter(course: Course, folder: Path) -> Iterator[str]:
    """Write `<folder>/<lesson>/eleve/` and `<folder>/<lesson>/autograder.zip`; a sentence after each lesson."""
    if problems := tuple(problems_in(course)):
        raise CannotBuildOtter("\n".join(map(str, problems)))
    for lesson in course.lessons:
        if not lesson.items:
            continue
        home = folder / lesson.name
        try:
            write_student_folder(course, lesson, home / "eleve")
            write_archive(course, lesson, home / "autograder.zip")
        except NotReleased as problem:
            raise CannotBuildOtter(str(problem)) from None
        except ModuleNotFoundError as absent:
            if absent.name != "otter":
                raise
            raise CannotBuildOtter(phrases.NO_OTTER) from None
        yield french(phrases.WRITTEN.format(folder=home, points=points_of(lesson)))


def points_of(lesson: Lesson) -> str:
    """What the teacher gives the assignment on Gradescope: bonuses are extra credit and are not counted."""
    points = count(sum(item.points for item in lesson.items if not item.bonus), "point")
    by_hand = sum(free.points for free in lesson.free_texts)
    return phrases.POINTS.format(points=points, by_hand=by_hand) if by_hand else points
