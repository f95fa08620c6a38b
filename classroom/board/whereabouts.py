"""Who is in which lesson, and since when nothing has moved there."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Max

from classroom.models import Classroom, Standing


@dataclass(frozen=True)
class Whereabouts:
    """The lesson where a pupil last wrote or checked something, and when."""

    lesson: str
    moved_at: datetime


def find(classroom: Classroom) -> dict[int, Whereabouts]:
    """By pupil id, in one query; pupils who have done nothing yet are not there."""
    rows = (
        Standing.objects.filter(pupil__classroom=classroom)
        .order_by()
        .values_list("pupil_id", "lesson")
        .annotate(edited=Max("edited_at"), checked=Max("last_at"))
    )
    return latest((pupil, lesson, latest_of(edited, checked)) for pupil, lesson, edited, checked in rows)


def latest(moves: Iterable[tuple[int, str, datetime | None]]) -> dict[int, Whereabouts]:
    found: dict[int, Whereabouts] = {}
    for pupil, lesson, moved_at in moves:
        if moved_at and (pupil not in found or found[pupil].moved_at < moved_at):
            found[pupil] = Whereabouts(lesson, moved_at)
    return found


def latest_of(*times: datetime | None) -> datetime | None:
    return max(filter(None, times), default=None)


def busiest_lesson(where: Mapping[int, Whereabouts], connected: set[int]) -> str | None:
    """Where most of the connected pupils are, or most of all pupils when nobody is connected; None: nowhere yet."""
    here = {pupil: place for pupil, place in where.items() if pupil in connected} or where
    counts = Counter(place.lesson for place in here.values())
    return max(counts, key=lambda lesson: (counts[lesson], lesson), default=None)
