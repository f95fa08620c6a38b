"""What each attempt changes for its pupil: tries, the best result, the mistake that comes back, badges."""

from collections.abc import Iterable

from autograder.exercise import Badge, Lesson, Outcome
from classroom import course
from classroom.models import Attempt, Classroom, EarnedBadge, Pupil, Standing
from classroom.road.progress import Record, has_passed, has_reached, record_around, records_of

MISTAKES = (Outcome.WRONG, Outcome.RAISED, Outcome.TIMED_OUT)
TRIES = (Outcome.PASSED, *MISTAKES)  # blanks left are no try, our own faults neither


def count(attempt: Attempt) -> Standing:
    """Add one graded attempt to its standing. Call it once, in the transaction that stores the verdict."""
    standing = standing_to_change(attempt.pupil, attempt.lesson, attempt.item)
    fold(standing, attempt)
    standing.save()
    return standing


def recount(pupil: Pupil, lesson: str, item: str) -> Standing:
    """Read all the attempts again, after a regrade. In a transaction. The best result stays, even if it was generous.

    What does not come from attempts (hints, the teacher's points) is left alone.
    """
    standing = standing_to_change(pupil, lesson, item)
    standing.tries = standing.same_mistake = 0
    standing.last_outcome = standing.last_misconception = standing.last_message = ""
    done = Attempt.objects.filter(pupil=pupil, lesson=lesson, item=item, state=Attempt.State.DONE)
    for attempt in done.order_by("number"):
        fold(standing, attempt)
    standing.save()
    return standing


def standing_to_change(pupil: Pupil, lesson: str, item: str) -> Standing:
    """Locked until the transaction ends."""
    which = {"pupil": pupil, "lesson": lesson, "item": item}
    locked = Standing.objects.select_for_update().filter(**which)
    if standing := locked.first():
        return standing
    Standing.objects.get_or_create(**which)
    return locked.get()


def fold(standing: Standing, attempt: Attempt) -> None:
    if attempt.outcome == Outcome.GRADER_ERROR:
        return
    message = attempt.verdict.get("message", "")
    mistaken = attempt.outcome in MISTAKES
    again = mistaken and standing.same_mistake and is_same_mistake(standing, attempt.misconception, message)
    standing.same_mistake = standing.same_mistake + 1 if again else int(mistaken)
    standing.tries += attempt.outcome in TRIES
    standing.best_points = max(standing.best_points, attempt.points)
    if attempt.outcome == Outcome.PASSED:
        standing.passed_at = standing.passed_at or attempt.graded_at
    standing.last_outcome, standing.last_message = attempt.outcome, message
    standing.last_misconception, standing.last_at = attempt.misconception, attempt.created_at


def is_same_mistake(standing: Standing, misconception: str, message: str) -> bool:
    """The same wrong idea; without a name for it, the same sentence."""
    if misconception or standing.last_misconception:
        return misconception == standing.last_misconception
    return message == standing.last_message


def award(pupil: Pupil, lesson: Lesson) -> tuple[Badge, ...]:
    """Give the pupil the badges of this lesson that are due, and return the new ones. Asked twice, gives once."""
    return award_all(record_around(pupil, lesson), (lesson,))


def award_class(classroom: Classroom) -> None:
    """After a lower threshold: some have reached it without doing anything."""
    for record in records_of(classroom):
        award_all(record, course.written_lessons())


def award_all(record: Record, lessons: Iterable[Lesson]) -> tuple[Badge, ...]:
    due = dict.fromkeys(badge for lesson in lessons for badge in due_badges(record, lesson))
    new = tuple(badge for badge in due if badge.slug not in record.badges)
    EarnedBadge.objects.bulk_create(
        [EarnedBadge(pupil=record.pupil, slug=badge.slug) for badge in new], ignore_conflicts=True
    )
    return new


def due_badges(record: Record, lesson: Lesson) -> tuple[Badge, ...]:
    """Those of the items that are passed, then the lesson's own."""
    earned = [item.badge for item in lesson.items if item.badge and has_passed(record, lesson, item)]
    return (*earned, *([lesson.badge] if lesson.badge and has_reached(record, lesson) else []))
