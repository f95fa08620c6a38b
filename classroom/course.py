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


def master_of(lesson: Lesson) -> Master:
    return master_named(lesson.name)  # a lesson holds lists: it cannot be a key


@cache
def master_named(lesson: str) -> Master:
    return load_master(COURSE, lesson_named(lesson))


@cache
def all_badges() -> tuple[Badge, ...]:
    """In the order of the course; a lesson's own comes after those of its exercises."""
    badges = (holder.badge for lesson in written_lessons() for holder in (*lesson.items, lesson))
    return tuple(dict.fromkeys(badge for badge in badges if badge))
