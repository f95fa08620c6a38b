"""Badges of a page: which are earned, which are to earn, and their drawings."""

import base64
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from autograder.exercise import Badge, Course, Lesson
from autograder.feedback import phrases
from autograder.feedback.places import lesson_number, place
from autograder.report import Report

PLAIN_DRAWING = "badge"  # the symbol of a badge whose drawing is missing


@dataclass(frozen=True)
class Medal:
    badge: Badge
    earned: bool
    where: str  # « 1.4 »; « Leçon 2 » for a lesson's own, or a later one's
    bonus: bool


def lesson_medals(report: Report) -> tuple[Medal, ...]:
    """Badges of the graded lesson, those earned first; the lesson's own comes after those of its exercises."""
    earned, lesson = {badge.slug for badge in report.badges}, report.lesson
    medals = [
        Medal(item.badge, item.badge.slug in earned, place(lesson, item.name).label, item.bonus)
        for item in lesson.items
        if item.badge
    ]
    if lesson.badge:
        finished = lesson.badge.slug in earned
        medals.append(Medal(lesson.badge, finished, phrases.lesson_name(lesson_number(lesson)), bonus=False))
    return tuple(sorted(_once(medals), key=lambda medal: not medal.earned))


def later_medals(course: Course, lesson: Lesson) -> tuple[Medal, ...]:
    """Badges of the lessons that follow. Those of earlier lessons may be earned already: this report cannot know."""
    names = [known.name for known in course.lessons]
    if lesson.name not in names:
        return ()
    medals = [
        Medal(badge, False, phrases.lesson_name(lesson_number(later)), bonus)
        for later in course.lessons[names.index(lesson.name) + 1 :]
        for badge, bonus in (*((item.badge, item.bonus) for item in later.items), (later.badge, False))
        if badge
    ]
    return tuple(_once(medals))


def _once(medals: Sequence[Medal]) -> Iterator[Medal]:
    seen = set()
    for medal in medals:
        if medal.badge.slug not in seen:
            seen.add(medal.badge.slug)
            yield medal


@dataclass(frozen=True)
class Drawing:
    """One badge's picture, defined once in a page (`symbol`) and shown wherever the badge is."""

    symbol: str
    uri: str


def drawings(folder: Path, badges: Sequence[Badge]) -> dict[str, Drawing]:
    """The pictures that exist, by slug. As data: images they can run nothing and load nothing."""
    found = {}
    for rank, slug in enumerate(dict.fromkeys(badge.slug for badge in badges), 1):
        path = folder / f"{slug}.svg"
        if path.is_file():
            picture = base64.b64encode(path.read_bytes()).decode("ascii")
            found[slug] = Drawing(f"{PLAIN_DRAWING}-{rank}", f"data:image/svg+xml;base64,{picture}")
    return found
