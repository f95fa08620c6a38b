"""Where a pupil is in the course: what is open, what is reached, what comes next, what is missing.

`record_of`, `record_around` and `records_of` read the database, in a few queries; all the rest are pure functions on
a Record.
"""

import math
from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from django.db.models import Q

from autograder.exercise import Exercise, Item, Lesson
from classroom import course
from classroom.models import Classroom, EarnedBadge, Opening, Pupil, Standing
from classroom.road.openings import threshold_of

TINY = 1e-9  # 0.7 of 30 points must be 21, not a hair more


@dataclass(frozen=True)
class Record:
    """All that is known of one pupil's way.

    threshold   part of a lesson's required points that opens the next one, 0 to 1
    standings   (lesson's name, item's name) -> Standing
    badges      slugs of those earned
    words       lesson's name -> is it open, where the teacher said so: for the pupil, else for the class
    """

    pupil: Pupil
    threshold: float
    standings: dict[tuple[str, str], Standing]
    badges: frozenset[str]
    words: dict[str, bool]


@dataclass(frozen=True)
class Progress:
    """One lesson. Points are those of required items: bonuses never open or close a lesson.

    missing     « encore 1 exercice »: as few items as can reach the threshold; "" when it is reached or cannot be
    following   the lesson that this one opens, when it is written
    """

    lesson: Lesson
    points: float
    needed: int
    max: int
    reached: bool
    missing: str
    following: Lesson | None
    following_is_open: bool


def record_of(pupil: Pupil) -> Record:
    """Three queries, when the pupil's class is already read."""
    return records_of(pupil.classroom, (pupil,))[0]


def record_around(pupil: Pupil, lesson: Lesson) -> Record:
    """Enough for one lesson, whatever the length of the course: is it open, is it reached, does it open the next?"""
    before = lesson_before(lesson)
    about = {lesson.name, before.name} if before else {lesson.name}
    return records_of(pupil.classroom, (pupil,), about)[0]


def records_of(
    classroom: Classroom, pupils: Sequence[Pupil] | None = None, lessons: Collection[str] | None = None
) -> tuple[Record, ...]:
    """The whole class in four queries, in the order of the pupils; the standings of these lessons only, or of all."""
    pupils = tuple(classroom.pupils.all()) if pupils is None else pupils
    which = {"pupil__in": pupils} | ({} if lessons is None else {"lesson__in": lessons})
    standings, badges, words = defaultdict(dict), defaultdict(set), defaultdict(dict)
    for standing in Standing.objects.filter(**which):
        standings[standing.pupil_id][standing.lesson, standing.item] = standing
    for owner, slug in EarnedBadge.objects.filter(pupil__in=pupils).values_list("pupil_id", "slug"):
        badges[owner].add(slug)
    said = Opening.objects.filter(classroom=classroom).values_list("pupil_id", "lesson", "is_open")
    for owner, lesson, is_said_open in said:
        words[owner][lesson] = is_said_open
    threshold = threshold_of(classroom)
    return tuple(
        Record(pupil, threshold, standings[pupil.id], frozenset(badges[pupil.id]), words[None] | words[pupil.id])
        for pupil in pupils
    )


def points_for(record: Record, lesson: Lesson, item: Item) -> float:
    standing = record.standings.get((lesson.name, item.name))
    return standing.points if standing else 0


def has_passed(record: Record, lesson: Lesson, item: Item) -> bool:
    """By an attempt, or by the teacher's word, which comes first."""
    standing = record.standings.get((lesson.name, item.name))
    if standing is None:
        return False
    return bool(standing.passed_at) if standing.override is None else standing.override >= item.points


def required(lesson: Lesson) -> tuple[Item, ...]:
    return tuple(item for item in lesson.items if not item.bonus)


def required_points(record: Record, lesson: Lesson) -> float:
    return sum(points_for(record, lesson, item) for item in required(lesson))


def bar_of(record: Record, lesson: Lesson) -> float:
    return record.threshold * sum(item.points for item in required(lesson))


def has_reached(record: Record, lesson: Lesson) -> bool:
    """The threshold, now or once: a level never goes down, so the lesson's badge is enough."""
    if lesson.badge and lesson.badge.slug in record.badges:
        return True
    return bool(required(lesson)) and required_points(record, lesson) >= bar_of(record, lesson) - TINY


def is_open(record: Record, lesson: Lesson) -> bool:
    """The teacher's word; else the first lesson is open, and each other one opens when the one before is reached."""
    if lesson.name in record.words:
        return record.words[lesson.name]
    before = lesson_before(lesson)
    return before is None or has_reached(record, before)


def is_open_to(pupil: Pupil, lesson: Lesson) -> bool:
    """`is_open`, read in as few queries as can be: every press on « Vérifier » asks it."""
    said = Opening.objects.filter(classroom=pupil.classroom_id, lesson=lesson.name)
    words = dict(said.filter(Q(pupil=None) | Q(pupil=pupil)).values_list("pupil", "is_open"))
    if words:
        return words.get(pupil.id, words.get(None))
    before = lesson_before(lesson)
    if before is None:
        return True
    if before.badge and EarnedBadge.objects.filter(pupil=pupil, slug=before.badge.slug).exists():
        return True
    return has_reached(record_around(pupil, lesson), before)


def lesson_before(lesson: Lesson) -> Lesson | None:
    lessons = course.written_lessons()
    rank = [known.name for known in lessons].index(lesson.name)
    return lessons[rank - 1] if rank else None


def open_lessons(record: Record) -> tuple[Lesson, ...]:
    return tuple(lesson for lesson in course.written_lessons() if is_open(record, lesson))


def progress_in(record: Record, lesson: Lesson) -> Progress:
    following = course.course().after(lesson)
    following = following if following and following.items else None
    reached = has_reached(record, lesson)
    return Progress(
        lesson=lesson,
        points=required_points(record, lesson),
        needed=math.ceil(bar_of(record, lesson) - TINY),
        max=sum(item.points for item in required(lesson)),
        reached=reached,
        missing="" if reached else say_missing(fewest(record, lesson)),
        following=following,
        following_is_open=following is not None and is_open(record, following),
    )


def fewest(record: Record, lesson: Lesson) -> tuple[Item, ...]:
    """As few items as would reach the threshold, the biggest first; () when none can (the teacher set the points)."""
    left = bar_of(record, lesson) - required_points(record, lesson)
    chosen = []
    for item in sorted(to_win(record, lesson), key=lambda item: points_for(record, lesson, item) - item.points):
        if left <= TINY:
            break
        chosen.append(item)
        left -= item.points - points_for(record, lesson, item)
    return tuple(chosen) if left <= TINY else ()


def to_win(record: Record, lesson: Lesson) -> Iterable[Item]:
    """Required items whose points an attempt can still raise."""
    for item in required(lesson):
        standing = record.standings.get((lesson.name, item.name))
        if standing is None or (standing.override is None and standing.points < item.points):
            yield item


def say_missing(items: Sequence[Item]) -> str:
    """« encore 2 exercices et 1 question »."""
    exercises = sum(isinstance(item, Exercise) for item in items)
    counted = ((exercises, "exercice"), (len(items) - exercises, "question"))
    said = [f"{count} {word}{'s' if count > 1 else ''}" for count, word in counted if count]
    return f"encore {' et '.join(said)}" if said else ""
