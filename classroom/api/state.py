"""All that a lesson page needs to begin, in one object; the page carries it, so nothing is asked at the start."""

from django.db.models import Max

from autograder.exercise import Lesson
from classroom.api.values import Json, free_value, item_value, progress_value
from classroom.lesson.copies import copy_of, differences
from classroom.models import Attempt, FreeAnswer, Pupil
from classroom.road.progress import record_around


def lesson_state(pupil: Pupil, lesson: Lesson) -> Json:
    """For `json_script`, and for those who come back after a lost connection. Eight queries."""
    copy, record = copy_of(pupil, lesson), record_around(pupil, lesson)
    last = last_attempts(pupil, lesson)
    written = {answer.name: answer for answer in FreeAnswer.objects.filter(pupil=pupil, lesson=lesson.name)}
    return {
        "version": copy.version,
        "cells": differences(copy, lesson),
        "memory": pupil.memory,
        "memory_version": pupil.memory_version,
        "items": {item.name: item_value(record, lesson, item, last.get(item.name)) for item in lesson.items},
        "threshold": progress_value(record, lesson),
        "hand": pupil.raised_at is not None,
        "free": {free.name: free_value(free, written.get(free.name)) for free in lesson.free_texts},
    }


def last_attempts(pupil: Pupil, lesson: Lesson) -> dict[str, Attempt]:
    """Item -> the latest graded attempt."""
    done = Attempt.objects.filter(pupil=pupil, lesson=lesson.name, state=Attempt.State.DONE)
    latest = done.order_by().values("item").annotate(latest=Max("id")).values_list("latest", flat=True)
    return {attempt.item: attempt for attempt in Attempt.objects.filter(id__in=list(latest))}
