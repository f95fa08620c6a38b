"""The course this classroom teaches, and its masters, read once per process."""

from functools import cache

from autograder.exercise import Badge, Course, Item, Lesson
from autograder.master import Master, load_master
from course_config import COURSE


def course() -> Course:
    return COURSE


@cache
def written_lessons() -> tuple[Lesson, ...]:
    """The lessons that can be opened; those that are only announced have no items."""
    return tuple(lesson for lesson in COURSE.lessons if lesson.items)


def lesson_named(name: str) -> Lesson | None:
    """A written lesson, or None."""
    return next((lesson for lesson in written_lessons() if lesson.name == name), None)


def item_named(lesson: Lesson, name: str) -> Item | None:
    return next((item for item in lesson.items if item.name == name), None)


@cache
def master_of(lesson: Lesson) -> Master:
    return load_master(COURSE, lesson)


@cache
def all_badges() -> tuple[Badge, ...]:
    """In the order of the course."""
    items = [item.badge for lesson in written_lessons() for item in lesson.items]
    return tuple(dict.fromkeys(badge for badge in items if badge))
