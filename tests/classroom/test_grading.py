"""Grading in the classroom: the same verdicts as `tuto grade`, each applied once, whatever falls."""

import threading
from concurrent.futures import wait
from datetime import timedelta

import pytest
from django.db import connection

from autograder import grade as cli
from autograder.batch import IsolationTooWeak
from autograder.exercise import Outcome
from autograder.sandbox import Sandbox, SandboxError
from classroom import course
from classroom.gradebook import regrade
from classroom.grading import pool as grading
from classroom.grading import queue
from classroom.grading.attempts import press
from classroom.grading.marking import Mark, draw_secret, mark, store
from classroom.lesson.copies import copy_of, notebook_of, save
from classroom.models import Attempt, EarnedBadge, Standing

pytestmark = pytest.mark.django_db

LESSON = course.lesson_named("01_deviner_la_suite")
PAIRES, PROBABILITES = (course.item_named(LESSON, name) for name in ("paires", "probabilites"))
ENDLESS = "def paires(mot):\n    while True:\n        pass"
# One mistake of each kind, and a right answer that leans on an experiment of the pupil's
ANSWERS = {
    "entourer": "def entourer(prenom):\n    return prenom",
    "paires": "def paires(mot):\n    return list(voisins(mot))",
    "compter-paires": "def compter_paires(prenoms):\n    return {}[1]",
    "probabilites": (
        "def probabilites(compte):\n    m = max(compte.values())\n    return {k: v / m for k, v in compte.items()}"
    ),
    "paires-experience": "def voisins(mot):\n    return zip(mot, mot[1:])",
    "quiz-1": 'quiz_1 = "a"',
    "quiz-2": f"quiz_2 = {course.item_named(LESSON, 'quiz_2').right}",
}


@pytest.fixture(scope="module")
def sandbox():
    with Sandbox() as sandbox:
        yield sandbox


def claimed(attempt, worker="here"):
    assert queue.take(attempt.id, worker)
    return Attempt.objects.select_related("pupil__classroom").get(id=attempt.id)


def test_the_verdicts_are_those_of_tuto_grade(pupil, sandbox):
    save(pupil, LESSON, ANSWERS)
    master = course.master_of(LESSON)
    report = cli.grade(
        notebook_of(copy_of(pupil, LESSON), LESSON),
        LESSON,
        course.course(),
        master=master,
        sandbox=sandbox,
        secret=draw_secret(),
        pupil=pupil.key,
        attempt="1",
    )
    for verdict in report.verdicts:
        item = course.item_named(LESSON, verdict.name)
        attempt = press(pupil, LESSON, item, f"key-{item.name}", verdict.code)
        given = mark(attempt, sandbox)
        assert (given.outcome, given.points) == (verdict.outcome, verdict.points)
        assert given.misconception == (verdict.misconception or "")
        assert given.said["message"] == verdict.message
        example = verdict.counterexample
        assert given.said["example"] == (
            {"call": example.call, "got": example.got, "expected": example.expected} if example else None
        )
    outcomes = {verdict.name: verdict.outcome for verdict in report.verdicts}
    assert outcomes["paires"] is outcomes["quiz_2"] is Outcome.PASSED
    assert {Outcome.WRONG, Outcome.RAISED, Outcome.NOT_ATTEMPTED} <= set(outcomes.values())


def test_the_same_attempt_graded_again_says_the_same(pupil, sandbox):
    attempt = press(pupil, LESSON, PROBABILITES, "key-1", ANSWERS["probabilites"])
    assert mark(attempt, sandbox) == mark(attempt, sandbox)


def test_a_verdict_is_stored_once_even_by_two_hands(pupil, sandbox, solution):
    attempt = claimed(press(pupil, LESSON, PAIRES, "key-1", solution(LESSON.name, "paires")))
    given = mark(attempt, sandbox)
    assert store(attempt, given)
    assert not store(attempt, given)
    assert Standing.objects.get(pupil=pupil, item="paires").tries == 1


def test_who_lost_the_claim_stores_nothing(pupil, sandbox):
    attempt = claimed(press(pupil, LESSON, PAIRES, "key-1", ENDLESS), "slow")
    queue.release_abandoned(timedelta(0))
    again = claimed(attempt, "fast")
    wrong = Mark(Outcome.WRONG, 0, "", {"message": "m"})
    assert not store(attempt, wrong)
    assert store(again, wrong)
    assert Standing.objects.get(pupil=pupil, item="paires").tries == 1


@pytest.mark.django_db(transaction=True)
def test_ten_threads_that_store_the_same_verdict_count_it_once(pupil):
    badged = next(item for item in LESSON.items if item.badge)
    attempt = claimed(press(pupil, LESSON, badged, "key-1", "x = 1"))
    stored = []

    def one_thread():
        mine = Attempt.objects.select_related("pupil__classroom").get(id=attempt.id)
        stored.append(store(mine, Mark(Outcome.PASSED, badged.points, "", {"message": "m"})))
        connection.close()

    threads = [threading.Thread(target=one_thread) for _ in range(10)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(stored) == [False] * 9 + [True]
    assert Standing.objects.get(pupil=pupil, item=badged.name).tries == 1
    assert EarnedBadge.objects.filter(pupil=pupil, slug=badged.badge.slug).count() == 1


class Broken:
    """A sandbox that fails some times, then passes the work on."""

    def __init__(self, times, behind):
        self.left, self.behind = times, behind

    def run(self, job):
        if self.left:
            self.left -= 1
            raise SandboxError("broken")
        return self.behind.run(job)


def test_our_own_fault_is_tried_once_more(pupil, sandbox, solution):
    attempt = claimed(press(pupil, LESSON, PAIRES, "key-1", solution(LESSON.name, "paires")))
    assert mark(attempt, Broken(1, sandbox)).outcome is Outcome.PASSED


def test_our_own_fault_is_said_and_is_no_try(pupil, sandbox):
    attempt = claimed(press(pupil, LESSON, PAIRES, "key-1", ANSWERS["paires"]))
    assert store(attempt, mark(attempt, Broken(2, sandbox)))
    attempt.refresh_from_db()
    assert attempt.outcome == "grader_error"
    assert "pas ta faute" in attempt.verdict["message"]
    assert Standing.objects.get(pupil=pupil, item="paires").tries == 0


def test_an_item_that_is_gone_is_our_fault_too(pupil, sandbox):
    attempt = press(pupil, LESSON, PAIRES, "key-1", "x")
    attempt.item = "gone"
    assert mark(attempt, sandbox).outcome is Outcome.GRADER_ERROR


def test_the_badge_is_told_with_the_attempt_that_won_it(pupil, sandbox, solution):
    badged = next(item for item in LESSON.items if item.badge)
    for number in (1, 2):
        attempt = claimed(press(pupil, LESSON, badged, f"key-{number}", solution(LESSON.name, badged.name)))
        assert store(attempt, mark(attempt, sandbox))
    told = [attempt.verdict.get("new_badges") for attempt in Attempt.objects.order_by("number")]
    assert told == [[badged.badge.slug], None]


@pytest.mark.django_db(transaction=True)
def test_what_a_killed_server_left_is_graded_at_the_next_start(pupil, make_pupil, solution, monkeypatch):
    monkeypatch.setattr(queue, "lease_at_start", lambda: queue.AT_ONCE)  # as an SQLite classroom does
    right = solution(LESSON.name, "paires")
    waiting = press(pupil, LESSON, PAIRES, "key-1", right)
    running = claimed(press(make_pupil("Léo"), LESSON, PAIRES, "key-1", right), "killed")
    pool = grading.Pool(1)
    graded = [pool.expect(attempt.id) for attempt in (waiting, running)]
    pool.start()
    try:
        assert not wait(graded, timeout=90).not_done
    finally:
        pool.stop()
    assert list(Attempt.objects.values_list("state", "outcome")) == [("done", "passed")] * 2
    assert list(Standing.objects.values_list("tries", flat=True)) == [1, 1]


def test_the_others_do_not_wait_for_one_pupils_endless_loops(quick_pool, pupil, make_pupil, solution):
    """Two endless loops of one pupil, then one press of another, whose verdict comes before that of the second loop."""
    first = [press(pupil, LESSON, PAIRES, f"key-{turn}", ENDLESS) for turn in range(2)]
    other = press(make_pupil("Léo"), LESSON, PAIRES, "key-1", solution(LESSON.name, "paires"))
    graded = [quick_pool.expect(attempt.id) for attempt in (*first, other)]
    quick_pool.wake()
    assert not wait(graded, timeout=90).not_done
    assert Attempt.objects.latest("graded_at").pupil == pupil
    done = Attempt.objects.filter(pupil=pupil).order_by("graded_at").values_list("number", "outcome")
    assert list(done) == [(1, "timed_out"), (2, "timed_out")]


def test_a_verdict_given_by_another_server_is_noticed(pool, pupil):
    attempt = claimed(press(pupil, LESSON, PAIRES, "key-1", "x"), "another server")
    graded = pool.expect(attempt.id)
    assert store(attempt, Mark(Outcome.WRONG, 0, "", {"message": "m"}))
    assert not wait([graded], timeout=90).not_done


def test_a_database_that_fails_for_a_moment_loses_nothing(pool, pupil, monkeypatch):
    failed = threading.Event()

    def failing(*_):
        monkeypatch.undo()
        failed.set()
        raise grading.DatabaseError("database or disk is full")

    monkeypatch.setattr(grading, "store", failing)
    attempt = press(pupil, LESSON, PAIRES, "key-1", "def paires(mot):\n    return []")
    graded = pool.expect(attempt.id)
    pool.wake()
    assert failed.wait(90)
    assert not graded.done()
    queue.release_abandoned(queue.AT_ONCE)  # or wait for the lease to end
    assert not wait([graded], timeout=90).not_done
    assert Standing.objects.get(pupil=pupil, item="paires").tries == 1


def test_a_machine_that_cannot_hold_pupils_code_is_told_so(monkeypatch, settings):
    monkeypatch.setattr(grading, "is_locked", lambda mechanisms: False)
    with pytest.raises(IsolationTooWeak, match="PARTIELLE"):
        grading.open_sandbox()
    settings.ACCEPT_PARTIAL_ISOLATION = True
    grading.open_sandbox().close()


def test_a_regrade_says_what_changed_and_takes_nothing_away(pupil, sandbox, solution):
    """The grader was too strict for one, too generous for another: the first is put right, the second keeps it."""
    strict = claimed(press(pupil, LESSON, PAIRES, "key-1", solution(LESSON.name, "paires")))
    assert store(strict, Mark(Outcome.WRONG, 0, "invented", {"message": "m"}))
    generous = claimed(press(pupil, LESSON, PROBABILITES, "key-2", ANSWERS["probabilites"]))
    assert store(generous, Mark(Outcome.PASSED, PROBABILITES.points, "", {"message": "m"}))
    changes = regrade.regrade(Attempt.objects.filter(pupil__classroom=pupil.classroom).order_by("id"))
    said = [(change.attempt.item, change.outcome_before, change.attempt.outcome) for change in changes]
    assert said == [("paires", "wrong", "passed"), ("probabilites", "passed", "wrong")]
    points = dict(Standing.objects.values_list("item", "best_points"))
    assert points == {"paires": PAIRES.points, "probabilites": PROBABILITES.points}
    assert Standing.objects.get(item="paires").same_mistake == 0
    assert regrade.regrade(Attempt.objects.order_by("id")) == ()
