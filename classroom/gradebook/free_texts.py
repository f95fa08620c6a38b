"""Free texts to read and mark, one after the other; phrases to use again.

A text that changed after it was marked is to be read again. Pupils who wrote nothing are not listed.
"""

import hashlib
from dataclasses import dataclass
from datetime import datetime

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction
from django.db.models import F, Q, QuerySet

from autograder.exercise import FreeText, Lesson
from autograder.feedback.places import alphabetical, lesson_number
from classroom.course import lesson_named, written_lessons
from classroom.models import Classroom, FreeAnswer, Phrase

LONGEST_COMMENT = 2000
LONGEST_PHRASE = 300  # as Phrase.text


class Changed(Exception):
    """The pupil changed the text while it was being marked."""


@dataclass(frozen=True)
class Prompt:
    """What was asked, and where."""

    lesson: Lesson
    free: FreeText
    label: str  # « 1.8 »


def prompt_of(answer: FreeAnswer) -> Prompt | None:
    """None when the course no longer asks it."""
    lesson = lesson_named(answer.lesson)
    return next((prompt for prompt in prompts_in(lesson) if prompt.free.name == answer.name), None) if lesson else None


def prompts_in(lesson: Lesson) -> list[Prompt]:
    """Numbered after the exercises."""
    first = len(lesson.exercises) + 1
    return [
        Prompt(lesson, free, f"{lesson_number(lesson)}.{rank}") for rank, free in enumerate(lesson.free_texts, first)
    ]


def written(classroom: Classroom) -> QuerySet[FreeAnswer]:
    """Questions that left the course are not asked about."""
    asked = Q(pk__in=())
    for lesson in written_lessons():
        asked |= Q(lesson=lesson.name, name__in=[free.name for free in lesson.free_texts])
    return FreeAnswer.objects.filter(asked, pupil__classroom=classroom, text__regex=r"\S")


def unread(classroom: Classroom) -> QuerySet[FreeAnswer]:
    """Never marked, or changed since."""
    return written(classroom).filter(Q(marked_at=None) | ~Q(text=F("marked_text")))


def is_unread(answer: FreeAnswer) -> bool:
    return bool(answer.text.strip()) and (answer.marked_at is None or answer.text != answer.marked_text)


def to_read(classroom: Classroom) -> list[FreeAnswer]:
    """In the order of the course, then of names: the same question for everybody in a row."""
    order = {lesson.name: rank for rank, lesson in enumerate(written_lessons())}
    answers = unread(classroom).select_related("pupil").defer("pupil__memory")
    return sorted(answers, key=lambda one: (order[one.lesson], one.name, alphabetical(one.pupil.pseudonym)))


def print_of(text: str) -> str:
    """What the form says was read; a text that changed meanwhile has another."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16]


@transaction.atomic
def mark(answer: FreeAnswer, points: float | None, comment: str, text_print: str, now: datetime) -> None:
    """Keeps the mark; the pupil sees a dot until it is read. Raises Changed when the text is no longer the one read."""
    fresh = FreeAnswer.objects.select_for_update().get(pk=answer.pk)
    if print_of(fresh.text) != text_print:
        raise Changed
    fresh.points, fresh.comment = points, comment[:LONGEST_COMMENT]
    fresh.marked_text, fresh.marked_at, fresh.read_at = fresh.text, now, None
    # not the text: the pupil's page writes it
    fresh.save(update_fields=("points", "comment", "marked_text", "marked_at", "read_at"))


def keep_phrase(teacher: AbstractBaseUser, text: str) -> Phrase | None:
    """The same phrase is kept once; None when there is nothing to keep."""
    text = " ".join(text.split())[:LONGEST_PHRASE]
    return Phrase.objects.get_or_create(teacher=teacher, text=text)[0] if text else None


def count_phrases(teacher: AbstractBaseUser, comment: str) -> None:
    """Phrases used in a comment come first next time."""
    used = [phrase.pk for phrase in Phrase.objects.filter(teacher=teacher) if phrase.text in comment]
    Phrase.objects.filter(pk__in=used).update(used=F("used") + 1)
