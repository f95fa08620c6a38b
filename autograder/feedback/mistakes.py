"""The wrong ideas a class shares, most frequent first, with the sentence that helps."""

from collections.abc import Sequence
from dataclasses import dataclass

from autograder.exercise import Course, Lesson, Misconception
from autograder.feedback.places import alphabetical, place
from autograder.report import Report


@dataclass(frozen=True)
class SharedMistake:
    misconception: Misconception
    where: str  # « 1.4 »
    pupils: tuple[str, ...]


def shared_mistakes(reports: Sequence[Report], course: Course) -> tuple[SharedMistake, ...]:
    """Groups verdicts by misconception; a pupil counts once, whatever the number of notebooks."""
    pupils: dict[tuple[str, str, str], set[str]] = {}
    for report in reports:
        for verdict in report.verdicts:
            if verdict.misconception:
                pupils.setdefault((report.lesson.name, verdict.name, verdict.misconception), set()).add(report.pupil)
    found = [
        SharedMistake(misconception, place(lesson, exercise).label, tuple(sorted(who, key=alphabetical)))
        for (lesson_name, exercise, name), who in pupils.items()
        if (lesson := course.lesson(lesson_name)) and (misconception := _find(lesson, exercise, name))
    ]
    return tuple(sorted(found, key=lambda mistake: (-len(mistake.pupils), mistake.where, mistake.misconception.name)))


def _find(lesson: Lesson, exercise: str, name: str) -> Misconception | None:
    known = [wrong for item in lesson.exercises if item.name == exercise for wrong in item.misconceptions]
    return next((wrong for wrong in known if wrong.name == name), None)
