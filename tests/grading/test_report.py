"""What a report earns, by hand: no sandbox, only points."""

import pytest

from autograder.exercise import Badge, Lesson, Outcome
from autograder.report import Report, Verdict

EXERCISE = Badge("compteur", "Compteur", "Je sais compter.", "Compte.")
FINISHED = Badge("boule-de-cristal", "Boule de cristal", "Je sais deviner.", "Termine la leçon 1.")
LESSON = Lesson(name="01_essai", title="Essai", badge=FINISHED)


def verdict(points, max_points, *, bonus=False, badge=None):
    outcome = Outcome.PASSED if points == max_points else Outcome.WRONG
    return Verdict(
        name="f", outcome=outcome, points=points, max_points=max_points, bonus=bonus, message="", badge=badge
    )


def report(*verdicts, lesson=LESSON, threshold=0.7):
    return Report(notebook="", pupil="lea", lesson=lesson, verdicts=verdicts, unlocked=None, threshold=threshold)


@pytest.mark.parametrize(("points", "earned"), [(20, ()), (20.5, ()), (21, (FINISHED,)), (30, (FINISHED,))])
def test_the_lesson_s_badge_is_earned_exactly_at_the_threshold(points, earned):
    assert report(verdict(points, 30)).badges == earned  # 0.7 of 30 is 21


def test_the_last_digit_of_a_float_refuses_nobody():
    assert report(verdict(0.1 + 0.2, 1), threshold=0.1 * 3).reached
    assert report(verdict(0.3, 1), threshold=0.1 + 0.2).reached  # 0.1 + 0.2 is a hair more than 0.3


def test_bonuses_neither_earn_it_nor_take_it_away():
    assert report(verdict(6, 10), verdict(9, 9, bonus=True)).badges == ()
    assert report(verdict(7, 10), verdict(0, 9, bonus=True)).badges == (FINISHED,)


def test_it_comes_after_those_of_the_exercises():
    assert report(verdict(7, 7, badge=EXERCISE), verdict(0, 3)).badges == (EXERCISE, FINISHED)


def test_a_lesson_without_a_badge_gives_none():
    bare = Lesson(name="10_bientot", title="Bientôt")
    assert report(verdict(1, 1, badge=EXERCISE), lesson=bare).badges == (EXERCISE,)


def test_where_nothing_is_graded_nothing_is_finished():
    assert not report().reached and report().badges == ()
    assert not report(verdict(2, 2, bonus=True)).reached
