"""Presses on « Vérifier »: written down before anything is graded, numbered, never twice the same."""

from datetime import timedelta

from django.db import transaction
from django.db.models import Max
from django.utils import timezone

from autograder import submission
from autograder.exercise import Item, Lesson
from autograder.submission import find_attempt, own_cells
from classroom import course
from classroom.lesson import copies
from classroom.lesson.release import release_of
from classroom.models import Attempt, Copy, Pupil

WINDOW = timedelta(minutes=1)
AT_MOST = 30  # presses in that time: more than fingers do


class KeyTaken(Exception):
    """This key already names another press of the pupil, on another answer."""


class TooHasty(Exception):
    """So many presses in a minute that others would wait."""


def press(pupil: Pupil, lesson: Lesson, item: Item, key: str, code: str) -> Attempt:
    """Save the answer's cell, then write down the attempt; the same key again gives the same attempt.

    Raises KeyTaken, TooHasty.
    """
    with transaction.atomic():
        copy = copies.copy_to_change(pupil, lesson)  # from here on, one press at a time
        if known := Attempt.objects.filter(pupil=pupil, key=key).first():
            if (known.lesson, known.item) != (lesson.name, item.name):
                raise KeyTaken
            return known
        if is_hasty(pupil):
            raise TooHasty
        copies.merge(copy, lesson, {release_of(lesson).cell_of(item.name).id: code})
        return write(pupil, lesson, item, key, copy)


def write(pupil: Pupil, lesson: Lesson, item: Item, key: str, copy: Copy) -> Attempt:
    which = {"pupil": pupil, "lesson": lesson.name, "item": item.name}
    last = Attempt.objects.filter(**which).aggregate(last=Max("number"))["last"] or 0
    found = found_in(copy, lesson, item)
    said = {"notes": list(found.notes)}
    return Attempt.objects.create(
        **which, key=key, number=last + 1, code=found.code, helpers=list(found.helpers), verdict=said
    )


def found_in(copy: Copy, lesson: Lesson, item: Item) -> submission.Attempt:
    """The answer and what it leans on, exactly as `tuto grade` would read them in the pupil's notebook."""
    notebook = copies.notebook_of(copy, lesson)
    return find_attempt(notebook, item, lesson, own_cells(notebook, course.master_of(lesson)))


def is_hasty(pupil: Pupil) -> bool:
    return Attempt.objects.filter(pupil=pupil, created_at__gt=timezone.now() - WINDOW).count() >= AT_MOST
