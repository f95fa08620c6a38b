"""Grade again, after a fix of the grader. The best result stays: nobody loses what was earned."""

from dataclasses import dataclass

from django.db import transaction
from django.db.models import QuerySet

from autograder.exercise import Outcome
from classroom import course
from classroom.grading import standings
from classroom.grading.marking import Mark, mark
from classroom.grading.pool import open_sandbox
from classroom.models import Attempt


@dataclass(frozen=True)
class Change:
    """One attempt whose verdict is not the same any more."""

    attempt: Attempt  # as it is now
    outcome_before: str
    points_before: float


def regrade(attempts: QuerySet[Attempt]) -> tuple[Change, ...]:
    """What changed, among attempts that were graded: about 10 ms each, in a sandbox apart, so that nobody waits.

    Such as `Attempt.objects.filter(pupil__classroom=classroom, lesson=name)`. Attempts whose lesson or item is gone
    are left alone. Raises IsolationTooWeak, SandboxMissing.
    """
    with open_sandbox() as sandbox:
        done = attempts.filter(state=Attempt.State.DONE).select_related("pupil__classroom").defer("pupil__memory")
        changes = (apply(attempt, mark(attempt, sandbox)) for attempt in done if is_known(attempt))
        return tuple(change for change in changes if change)


def is_known(attempt: Attempt) -> bool:
    lesson = course.lesson_named(attempt.lesson)
    return bool(lesson and course.item_named(lesson, attempt.item))


def apply(attempt: Attempt, given: Mark) -> Change | None:
    """None when nothing changes; a fault of ours replaces no verdict."""
    if given.outcome is Outcome.GRADER_ERROR:
        return None
    before, said = (attempt.outcome, attempt.points), attempt.verdict
    kept = {"new_badges": said["new_badges"]} if "new_badges" in said else {}
    now = (given.outcome, given.points, given.misconception, given.said | kept)
    if now == (*before, attempt.misconception, said):
        return None
    with transaction.atomic():
        attempt.outcome, attempt.points, attempt.misconception, attempt.verdict = now
        attempt.save(update_fields=["outcome", "points", "misconception", "verdict"])
        standings.recount(attempt.pupil, attempt.lesson, attempt.item)
        standings.award(attempt.pupil, course.lesson_named(attempt.lesson))
    return Change(attempt, *before)
