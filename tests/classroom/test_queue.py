"""The fair queue: each pupil in order and one at a time, pupils in turn, nothing lost with a killed server."""

import doctest
import threading
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from classroom.grading import queue, storable
from classroom.grading.queue import Ungraded, next_in_line
from classroom.models import Attempt
from classroom.road import ladder

LESSON = "01_deviner_la_suite"


@pytest.mark.parametrize("module", [ladder, queue, storable])
def test_the_examples_in_the_documentation_hold(module):
    assert doctest.testmod(module).attempted
    assert not doctest.testmod(module).failed


def waits(pupil, number, **more):
    names = {"lesson": LESSON, "item": "paires", "code": "def paires(mot): return 1"}
    return Attempt.objects.create(pupil=pupil, key=f"key-{number}", number=number, **names, **more)


def order_of_service(waiting):
    """Pupils, in the order in which one sandbox would serve them."""
    served, order = {}, []
    while chosen := next_in_line(waiting, served):
        order.append(chosen.pupil)
        served[chosen.pupil] = len(order)
        waiting = [attempt for attempt in waiting if attempt is not chosen]
    return order


def test_one_who_presses_a_hundred_times_makes_nobody_wait():
    presses = [Ungraded(number, 1, False) for number in range(100)]
    others = [Ungraded(100 + pupil, pupil, False) for pupil in (2, 3, 4)]
    assert order_of_service([*presses, *others])[:7] == [1, 2, 3, 4, 1, 1, 1]


def test_a_pupil_is_served_in_order_and_one_at_a_time():
    assert next_in_line([Ungraded(2, 1, False), Ungraded(1, 1, False)], {}).id == 1
    assert next_in_line([Ungraded(1, 1, True), Ungraded(2, 1, False)], {}) is None


@pytest.mark.django_db
def test_the_database_itself_refuses_two_running_attempts_of_one_pupil(pupil):
    """Two servers may look at the queue at the same instant."""
    first, second = waits(pupil, 1), waits(pupil, 2)
    assert queue.take(first.id, "server A")
    assert not queue.take(second.id, "server B")
    assert not queue.take(first.id, "server B")


@pytest.mark.django_db
def test_what_a_killed_server_was_grading_goes_back_to_the_queue_after_a_while(pupil, make_pupil):
    long_ago = timezone.now() - timedelta(minutes=1)
    dead = waits(pupil, 1, state="running", worker="dead", claimed_at=long_ago)
    alive = waits(make_pupil("Léo"), 1, state="running", worker="alive", claimed_at=long_ago)
    queue.keep(["alive"])
    queue.release_abandoned()
    assert set(Attempt.objects.values_list("id", "state")) == {(dead.id, "waiting"), (alive.id, "running")}


@pytest.mark.django_db
def test_a_long_history_does_not_slow_the_queue_down():
    """Only what is not graded is looked at, through its own index."""
    with CaptureQueriesContext(connection) as asked:
        queue.ungraded()
        queue.keep(["me"])
        queue.release_abandoned()
        queue.is_anyone_waiting()
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            for query in asked:
                cursor.execute(f"EXPLAIN QUERY PLAN {query['sql']}")
                plan = str(cursor.fetchall())
                assert "INDEX ungraded" in plan or "INDEX one_at_a_time" in plan, query["sql"]


@pytest.mark.django_db(transaction=True)
def test_many_hands_take_each_attempt_once(make_pupil):
    for turn in range(6):
        pupil = make_pupil(f"élève {turn}")
        for number in (1, 2):
            waits(pupil, number)
    taken, guard = [], threading.Lock()

    def hand(name):
        while attempt := queue.claim({}, name):
            with guard:
                taken.append(attempt.id)
            Attempt.objects.filter(id=attempt.id).update(state="done")
        connection.close()

    threads = [threading.Thread(target=hand, args=(f"hand {number}",)) for number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(taken) == len(set(taken))
    assert set(taken) | set(queue.ungraded()) == set(Attempt.objects.values_list("id", flat=True))
