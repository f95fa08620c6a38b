"""What to do next: the lesson that « Continuer » opens, and the item to begin with."""

from dataclasses import dataclass
from datetime import datetime

from autograder.exercise import Item, Lesson
from classroom.road.progress import Record, has_passed, has_reached, open_lessons, required


@dataclass(frozen=True)
class NextStep:
    """item None: all of the lesson is done."""

    lesson: Lesson
    item: Item | None


def next_step(record: Record) -> NextStep | None:
    """The open lesson under way: the one last worked in among those not reached. None when every lesson is closed."""
    lessons = open_lessons(record)
    waiting = [lesson for lesson in lessons if not has_reached(record, lesson)]
    unfinished = [lesson for lesson in lessons if first_left(record, lesson)]
    candidates = waiting or unfinished or list(lessons[-1:])
    if not candidates:
        return None
    worked_in = {lesson.name: last_work(record, lesson) for lesson in candidates}
    recent = [lesson for lesson in candidates if worked_in[lesson.name]]
    lesson = max(recent, key=lambda lesson: worked_in[lesson.name]) if recent else candidates[0]
    return NextStep(lesson, first_left(record, lesson))


def first_left(record: Record, lesson: Lesson) -> Item | None:
    """The first required item that is not passed, else the first bonus."""
    items = (*required(lesson), *(item for item in lesson.items if item.bonus))
    return next((item for item in items if not has_passed(record, lesson, item)), None)


def last_work(record: Record, lesson: Lesson) -> datetime | None:
    """When something of this lesson was last written or tried."""
    mine = (standing for (name, _), standing in record.standings.items() if name == lesson.name)
    times = [time for standing in mine for time in (standing.edited_at, standing.last_at) if time]
    return max(times, default=None)
