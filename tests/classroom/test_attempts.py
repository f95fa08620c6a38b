"""Presses on « Vérifier » are written down once, in order, before anything is graded."""

import threading
from datetime import timedelta

import pytest
from django.db import connection, transaction
from django.utils import timezone

from classroom import course
from classroom.grading.attempts import AT_MOST, KeyTaken, TooHasty, press
from classroom.lesson.copies import copy_of, differences, save
from classroom.models import Attempt

pytestmark = pytest.mark.django_db

LESSON = course.lesson_named("01_deviner_la_suite")
PAIRES, ENTOURER = (course.item_named(LESSON, name) for name in ("paires", "entourer"))
CODE = "def paires(mot):\n    return aide(mot)"


def test_an_attempt_is_there_before_it_is_graded(pupil):
    attempt = press(pupil, LESSON, PAIRES, "key-1", CODE)
    assert (attempt.state, attempt.number, attempt.code) == ("waiting", 1, CODE)
    assert differences(copy_of(pupil, LESSON), LESSON) == {"paires": CODE}


def test_the_same_press_twice_is_one_attempt(pupil):
    first = press(pupil, LESSON, PAIRES, "key-1", CODE)
    assert press(pupil, LESSON, PAIRES, "key-1", "something else") == first
    assert Attempt.objects.count() == 1


def test_a_key_belongs_to_one_answer(pupil):
    press(pupil, LESSON, PAIRES, "key-1", CODE)
    with pytest.raises(KeyTaken):
        press(pupil, LESSON, ENTOURER, "key-1", CODE)


def test_two_pupils_may_draw_the_same_key(pupil, make_pupil):
    first = press(pupil, LESSON, PAIRES, "key-1", CODE)
    assert press(make_pupil("Léo"), LESSON, PAIRES, "key-1", CODE) != first


def test_attempts_are_numbered_per_pupil_and_item(pupil, make_pupil):
    numbers = [press(pupil, LESSON, PAIRES, f"key-{turn}", CODE).number for turn in range(3)]
    assert numbers == [1, 2, 3]
    assert press(pupil, LESSON, ENTOURER, "key-x", "x").number == 1
    assert press(make_pupil("Léo"), LESSON, PAIRES, "key-y", CODE).number == 1


def test_what_the_answer_leans_on_is_kept_with_it(pupil):
    save(pupil, LESSON, {"paires-experience": "def aide(mot):\n    return []"})
    attempt = press(pupil, LESSON, PAIRES, "key-1", CODE)
    save(pupil, LESSON, {"paires-experience": "def aide(mot):\n    return [1]"})
    attempt.refresh_from_db()
    assert attempt.helpers == ["def aide(mot):\n    return []"]


def test_thirty_in_a_minute_is_hasty_and_a_minute_later_it_is_not(pupil):
    for turn in range(AT_MOST):
        press(pupil, LESSON, PAIRES, f"key-{turn}", CODE)
    with pytest.raises(TooHasty), transaction.atomic():
        press(pupil, LESSON, PAIRES, "one-more", CODE)
    Attempt.objects.update(created_at=timezone.now() - timedelta(minutes=2))
    assert press(pupil, LESSON, PAIRES, "one-more", CODE).number == AT_MOST + 1


@pytest.mark.django_db(transaction=True)
def test_a_nervous_finger_presses_twice_at_the_same_moment(pupil):
    """Two requests with one key, and two with another, all at once: two attempts, numbered 1 and 2."""
    problems = []

    def at_once(key):
        try:
            press(pupil, LESSON, PAIRES, key, CODE)
        except Exception as problem:
            problems.append(problem)
        finally:
            connection.close()

    threads = [threading.Thread(target=at_once, args=(key,)) for key in ("key-1", "key-1", "key-2", "key-2")]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert not problems
    assert sorted(Attempt.objects.values_list("number", flat=True)) == [1, 2]
    assert set(Attempt.objects.values_list("key", flat=True)) == {"key-1", "key-2"}
