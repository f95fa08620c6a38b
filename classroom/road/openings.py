"""The teacher's word on a lesson: open, closed, or nothing said (it opens when the one before is done)."""

from dataclasses import dataclass

from django.db import transaction

from autograder.exercise import Lesson
from classroom.course import course, written_lessons
from classroom.models import Classroom, Opening, Pupil

AUTO, OPEN, CLOSED = "auto", "open", "closed"
STORED = {AUTO: None, OPEN: True, CLOSED: False}
LOWEST, HIGHEST = 40, 100  # percent


@dataclass(frozen=True)
class Word:
    """What was said of one lesson: AUTO, OPEN or CLOSED. For a pupil, `class_word` is what holds without a word."""

    lesson: Lesson
    word: str
    class_word: str = AUTO


def said(classroom: Classroom, pupil: Pupil | None = None) -> tuple[Word, ...]:
    """For every lesson that is written, in the order of the course."""
    for_class = words_in(Opening.objects.filter(classroom=classroom, pupil=None))
    own = words_in(pupil.openings.all()) if pupil else for_class
    return tuple(
        Word(lesson, own.get(lesson.name, AUTO), for_class.get(lesson.name, AUTO)) for lesson in written_lessons()
    )


def words_in(openings) -> dict[str, str]:
    return {one.lesson: OPEN if one.is_open else CLOSED for one in openings}


@transaction.atomic
def say(classroom: Classroom, lesson: str, word: str, pupil: Pupil | None = None) -> None:
    """For the whole class, or for one pupil, whose own word comes first. AUTO takes the word back."""
    kept = Opening.objects.filter(classroom=classroom, lesson=lesson, pupil=pupil)
    if STORED[word] is None:
        kept.delete()
    elif not kept.update(is_open=STORED[word]):
        Opening.objects.create(classroom=classroom, lesson=lesson, pupil=pupil, is_open=STORED[word])


def threshold_of(classroom: Classroom) -> float:
    """Part of the required points that opens the next lesson, 0 to 1."""
    return course().threshold if classroom.threshold is None else classroom.threshold
