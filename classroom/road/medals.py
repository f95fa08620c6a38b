"""The badges of the course, as one pupil has them: earned and when, or to earn and where."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from django.utils import timezone
from django.utils.formats import date_format

from autograder.exercise import Badge, Item, Lesson
from autograder.feedback.places import lesson_number
from classroom import course
from classroom.models import EarnedBadge, Pupil
from classroom.road.road import is_bonus_level


@dataclass(frozen=True)
class Medal:
    """item  whose badge it is; None: the lesson's own"""

    badge: Badge
    lesson: Lesson
    item: Item | None
    earned_at: datetime | None

    @property
    def is_bonus(self) -> bool:
        return is_bonus_level(self.lesson) or bool(self.item and self.item.bonus)

    @property
    def where(self) -> str:
        """« Leçon 2 », « Niveau 7 »."""
        return f"{'Niveau' if is_bonus_level(self.lesson) else 'Leçon'} {lesson_number(self.lesson)}"

    @property
    def day(self) -> str:
        """« 12 novembre »; "" when it is to earn."""
        return "" if self.earned_at is None else day_of(self.earned_at)


def day_of(moment: datetime, form: str = "j F") -> str:
    """As French says it: the 1st alone is « 1er »."""
    said = date_format(timezone.localtime(moment), form)
    return said.replace("1 ", "1er ", 1) if said.startswith("1 ") else said


def medals_of(pupil: Pupil) -> tuple[Medal, ...]:
    """In the order of the course."""
    earned = dict(EarnedBadge.objects.filter(pupil=pupil).values_list("slug", "earned_at"))
    return tuple(Medal(badge, lesson, item, earned.get(badge.slug)) for badge, lesson, item in places())


def places() -> Iterator[tuple[Badge, Lesson, Item | None]]:
    """Each badge once, where it is earned first; a lesson's own comes after those of its exercises."""
    seen = set()
    for lesson in course.written_lessons():
        for item in (*lesson.items, None):
            badge = item.badge if item else lesson.badge
            if badge and badge.slug not in seen:
                seen.add(badge.slug)
                yield badge, lesson, item


def earned_first(medals: tuple[Medal, ...]) -> list[Medal]:
    return sorted(medals, key=lambda medal: medal.earned_at is None)


def on_the_shelf(medals: tuple[Medal, ...], count: int = 4) -> list[Medal]:
    """The last ones earned, then the next one to earn."""
    earned = sorted((medal for medal in medals if medal.earned_at), key=lambda medal: medal.earned_at)
    return earned[-count:] + [medal for medal in medals if not medal.earned_at][:1]
