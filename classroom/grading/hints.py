"""The hint ladder: free, on demand, remembered."""

from django.db import transaction

from autograder.exercise import Exercise, Lesson
from autograder.typography import french
from classroom.grading.standings import standing_to_change
from classroom.models import Pupil


@transaction.atomic
def open_hints(pupil: Pupil, lesson: Lesson, exercise: Exercise, rung: int) -> list[str]:
    """The hints up to this rung, from 1."""
    standing = standing_to_change(pupil, lesson.name, exercise.name)
    if rung > standing.hints_seen:
        standing.hints_seen = rung
        standing.save()
    return [french(hint) for hint in exercise.hints[:rung]]
