"""Presses on « Vérifier »: written down before anything is graded, numbered, never twice the same."""

from datetime import timedelta

from django.db import transaction
from django.db.models import Count, Max, Q
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
    with transaction.atomic(savepoint=False):  # inside the view's own, which a refusal undoes as well
        copy = copies.copy_to_change(pupil, lesson)  # from here on, one press at a time
        before = pressed_before(pupil, lesson, item, key)
        if before["same_key"]:
            return the_same(pupil, lesson, item, key)
        if before["lately"] >= AT_MOST:
            raise TooHasty
        copies.merge(copy, lesson, {release_of(lesson).cell_of(item.name).id: code})
        return write(pupil, lesson, item, key, copy, number=(before["last"] or 0) + 1)


def pressed_before(pupil: Pupil, lesson: Lesson, item: Item, key: str) -> dict[str, int | None]:
    """same_key: 1 when this press is known; lately: presses of the last minute; last: the number of the item's last."""
    return Attempt.objects.filter(pupil=pupil).aggregate(
        same_key=Count("pk", filter=Q(key=key)),
        lately=Count("pk", filter=Q(created_at__gt=timezone.now() - WINDOW)),
        last=Max("number", filter=Q(lesson=lesson.name, item=item.name)),
    )


def the_same(pupil: Pupil, lesson: Lesson, item: Item, key: str) -> Attempt:
    known = Attempt.objects.get(pupil=pupil, key=key)
    if (known.lesson, known.item) != (lesson.name, item.name):
        raise KeyTaken
    known.pupil = pupil
    return known


def write(pupil: Pupil, lesson: Lesson, item: Item, key: str, copy: Copy, number: int) -> Attempt:
    found = found_in(copy, lesson, item)
    return Attempt.objects.create(
        pupil=pupil,
        lesson=lesson.name,
        item=item.name,
        key=key,
        number=number,
        code=found.code,
        helpers=list(found.helpers),
        verdict={"notes": list(found.notes)},
    )


def found_in(copy: Copy, lesson: Lesson, item: Item) -> submission.Attempt:
    """The answer and what it leans on, exactly as `tuto grade` would read them in the pupil's notebook."""
    notebook = copies.notebook_of(copy, lesson)
    return find_attempt(notebook, item, lesson, own_cells(notebook, course.master_of(lesson)))
