"""The teacher's word on an exercise, which comes before the machine's; kept with its reason, and can be taken back."""

from django.db import transaction

from autograder.exercise import Item, Lesson
from classroom.grading import standings
from classroom.models import Pupil, Standing

LONGEST_REASON = 200  # as Standing.override_reason


@transaction.atomic
def count_right(pupil: Pupil, lesson: Lesson, item: Item, points: float, reason: str) -> None:
    """`points`, 0 to the item's. A badge that is due is earned at once."""
    standing, _ = Standing.objects.get_or_create(pupil=pupil, lesson=lesson.name, item=item.name)
    standing.override, standing.override_reason = points, reason[:LONGEST_REASON]
    standing.save(update_fields=("override", "override_reason", "updated_at"))
    standings.award(pupil, lesson)


def take_back(pupil: Pupil, lesson: Lesson, item: Item) -> None:
    """The best attempt counts again. Badges stay."""
    known = Standing.objects.filter(pupil=pupil, lesson=lesson.name, item=item.name).first()
    if known:
        known.override, known.override_reason = None, ""
        known.save(update_fields=("override", "override_reason", "updated_at"))
