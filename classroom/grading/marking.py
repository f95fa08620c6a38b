"""One attempt: its verdict, and what is written down of it, exactly once."""

import logging
from dataclasses import dataclass

from django.db import transaction
from django.utils import timezone
from django.utils.crypto import salted_hmac

from autograder import phrases, submission
from autograder.cases import seed_for
from autograder.exercise import Exercise, Item, Outcome
from autograder.grade import grade_item, written_key
from autograder.report import Verdict
from autograder.sandbox import Sandbox
from autograder.typography import french
from classroom import course
from classroom.grading import standings
from classroom.grading.storable import storable
from classroom.models import Attempt

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Mark:
    """What is kept of a verdict; `said` becomes Attempt.verdict."""

    outcome: Outcome
    points: float
    misconception: str
    said: dict


def mark(attempt: Attempt, sandbox: Sandbox) -> Mark:
    """The same whenever it is asked: the inputs come from the attempt's number. After a fault of ours, once more."""
    first = mark_once(attempt, sandbox)
    return mark_once(attempt, sandbox) if first.outcome is Outcome.GRADER_ERROR else first


def mark_once(attempt: Attempt, sandbox: Sandbox) -> Mark:
    """Never raises: what goes wrong here is a GRADER_ERROR."""
    notes = attempt.verdict.get("notes", [])
    try:
        lesson = course.lesson_named(attempt.lesson)
        item = course.item_named(lesson, attempt.item)
        found = submission.Attempt(attempt.code, tuple(attempt.helpers), found=True)
        seed = seed_for(draw_secret(), attempt.pupil.key, item.name, str(attempt.number))
        verdict, _ = grade_item(item, found, lesson, course.master_of(lesson), sandbox, seed)
    except Exception:
        log.exception("grading attempt %s (%s, %s)", attempt.id, attempt.lesson, attempt.item)
        said = {"message": french(phrases.GRADER), "notes": notes}
        return Mark(Outcome.GRADER_ERROR, 0, "", said)
    return Mark(verdict.outcome, verdict.points, verdict.misconception or "", storable(said_of(verdict, item, notes)))


def draw_secret() -> bytes:
    """What fresh inputs are drawn from: this classroom's own key, so that a backup grades the same."""
    return salted_hmac("classroom.marking", "inputs", algorithm="sha256").digest()


def said_of(verdict: Verdict, item: Item, notes: list[str]) -> dict:
    """message, example, line: see Verdict. built: said on success. choice_reason: of the quiz answer that was chosen.

    notes: kind remarks about the notebook (the answer was found twice…).
    """
    example = verdict.counterexample
    return {
        "message": verdict.message,
        "example": {"call": example.call, "got": example.got, "expected": example.expected} if example else None,
        "line": verdict.line,
        "built": french(item.built) if verdict.passed and isinstance(item, Exercise) else "",
        "choice_reason": choice_reason(verdict, item),
        "notes": [french(note) for note in notes],
    }


def choice_reason(verdict: Verdict, item: Item) -> str | None:
    if isinstance(item, Exercise):
        return None
    key = (written_key(item, verdict.code) or "").lower()
    return next((french(choice.reason) for choice in item.choices if choice.key == key), None)


def store(attempt: Attempt, given: Mark) -> bool:
    """Write the verdict down, with all that follows from it. False, and nothing done, when the claim was lost."""
    with transaction.atomic():
        mine = Attempt.objects.filter(id=attempt.id, state=Attempt.State.RUNNING, worker=attempt.worker)
        attempt.state, attempt.graded_at = Attempt.State.DONE, timezone.now()
        attempt.outcome, attempt.points, attempt.misconception = given.outcome, given.points, given.misconception
        attempt.verdict = given.said
        names = ("state", "graded_at", "outcome", "points", "misconception", "verdict")
        if not mine.update(**{name: getattr(attempt, name) for name in names}):
            return False
        standings.count(attempt)
        passed = given.outcome is Outcome.PASSED
        if passed and (badges := standings.award(attempt.pupil, course.lesson_named(attempt.lesson))):
            attempt.verdict = given.said | {"new_badges": [badge.slug for badge in badges]}
            attempt.save(update_fields=["verdict"])
    return True
