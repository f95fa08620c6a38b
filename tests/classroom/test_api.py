"""What the lesson page asks, and what nobody may ask."""

import json
import re
import threading
import time
import uuid
from concurrent.futures import Future

import pytest
from django.urls import reverse
from django.utils import timezone

from autograder.exercise import Outcome
from autograder.typography import french
from classroom import course
from classroom.api import views
from classroom.api.says import SAYINGS, say
from classroom.grading import attempts, queue
from classroom.grading.marking import Mark, mark, store
from classroom.models import Attempt, FreeAnswer, Opening, Standing

pytestmark = pytest.mark.django_db

FIRST, SECOND = "01_deviner_la_suite", "02_apprendre_des_erreurs"
WRONG = "def entourer(prenom):\n    return prenom"


def post(client, address, content, **options):
    return client.post(address, json.dumps(content), content_type="application/json", **options)


def put(client, address, content):
    return client.put(address, json.dumps(content), content_type="application/json")


def press(client, code, item="entourer", key=None, lesson=FIRST):
    address = reverse("api:verify", args=[lesson, item])
    return post(client, address, {"key": key or str(uuid.uuid4()), "code": code})


def test_a_mistake_then_the_right_answer(pool, pupil, pupil_client, solution):
    first = press(pupil_client, WRONG).json()
    assert first["state"] == "done"
    assert first["verdict"]["outcome"] == "wrong"
    assert first["verdict"]["example"]["expected"]
    assert first["item"]["state"] == "retry"
    second = press(pupil_client, solution(FIRST, "entourer")).json()
    assert second["verdict"]["outcome"] == "passed"
    assert second["verdict"]["built"]
    assert second["item"]["state"] == "passed"
    assert second["progress"]["points"] == second["item"]["max"] == second["item"]["points"]
    standing = Standing.objects.get(pupil=pupil, item="entourer")
    assert (standing.tries, standing.same_mistake) == (2, 0)


def test_the_same_press_sent_twice_is_graded_once(pool, pupil, pupil_client):
    answers = [press(pupil_client, WRONG, key="press-0001").json() for _ in range(2)]
    assert answers[0] == answers[1]
    assert Attempt.objects.get(pupil=pupil).number == 1


def test_a_key_cannot_serve_for_another_answer(pool, pupil_client):
    press(pupil_client, WRONG, key="press-0001")
    refused = press(pupil_client, WRONG, item="paires", key="press-0001")
    assert (refused.status_code, refused.json()["error"]) == (400, "key_taken")


def test_a_long_wait_is_not_held_and_the_verdict_is_asked_for_later(quick_pool, pupil_client, monkeypatch):
    asked = threading.Event()
    monkeypatch.setattr(views, "PATIENCE", 0.05)
    monkeypatch.setattr("classroom.grading.pool.mark", lambda *given: asked.wait(60) and mark(*given))
    waiting = press(pupil_client, "def entourer(prenom):\n    while True:\n        pass", key="press-0001")
    asked.set()
    assert (waiting.status_code, waiting.json()) == (202, {"state": "waiting", "attempt": "press-0001"})
    address = reverse("api:attempt", args=["press-0001"])
    until = time.monotonic() + 90
    while (result := pupil_client.get(address).json())["state"] == "waiting" and time.monotonic() < until:
        time.sleep(0.1)
    assert result["verdict"]["outcome"] == "timed_out"
    assert quick_pool.expected == {}


class Nobody:
    """A grading pool where nobody works: what is pressed waits."""

    def expect(self, attempt):
        return Future()

    def forget(self, attempt, future):
        pass

    def wake(self):
        pass


def test_a_press_asks_little_of_the_database(pupil, pupil_client, monkeypatch, django_assert_max_num_queries):
    """Thirty may press at once: each statement is half a millisecond of the server."""
    monkeypatch.setattr(views, "pool", Nobody)
    monkeypatch.setattr(views, "PATIENCE", 0.001)
    press(pupil_client, WRONG)
    grade(queue.claim({}, "here"), Outcome.WRONG)
    with django_assert_max_num_queries(11):
        press(pupil_client, WRONG + "  # again", key="press-0001")
    with django_assert_max_num_queries(13):
        grade(queue.claim({}, "here"), Outcome.PASSED)
    with django_assert_max_num_queries(6):
        assert pupil_client.get(reverse("api:attempt", args=["press-0001"])).json()["state"] == "done"


def grade(attempt, outcome):
    assert store(attempt, Mark(outcome, 1.0, "", {"message": "…"}))


def test_the_threshold_opens_the_next_lesson_at_once(pool, pupil, pupil_client, solution):
    second = reverse("api:state", args=[SECOND])
    assert pupil_client.get(second).status_code == 404
    badges = []
    for item in course.lesson_named(FIRST).items:
        result = press(pupil_client, solution(FIRST, item.name), item=item.name).json()
        assert result["verdict"]["outcome"] == "passed"
        badges += [badge["slug"] for badge in result["new_badges"]]
    assert result["progress"]["reached"]
    assert result["progress"]["next"] == {"name": SECOND, "title": course.lesson_named(SECOND).title, "open": True}
    assert len(badges) == len(set(badges))
    assert "boule-de-cristal" in badges
    assert pupil_client.get(second).status_code == 200


def test_a_quiz_answer_gets_its_reason(pool, pupil_client):
    verdict = press(pupil_client, 'quiz_1 = "a"', item="quiz_1").json()["verdict"]
    assert verdict["choice_reason"]


def test_the_page_begins_with_all_it_needs(pupil, pupil_client):
    put(pupil_client, reverse("api:copy", args=[FIRST]), {"base": 0, "cells": {"paires": "a = 1", "explique-1": "Moi"}})
    state = pupil_client.get(reverse("api:state", args=[FIRST])).json()
    assert (state["version"], state["cells"]) == (1, {"paires": "a = 1", "explique-1": "Moi"})
    assert state["items"]["paires"]["state"] == "started"
    assert state["items"]["entourer"] == {
        "state": "todo",
        "points": 0,
        "max": 1,
        "bonus": False,
        "badge": None,
        "hints": 3,
        "hints_seen": 0,
        "last": None,
    }
    assert state["threshold"]["next"]["open"] is False
    assert state["free"]["explique_1"]["text"] == "Moi"


def test_the_page_never_tells_hints_or_answers_before_they_are_asked(pupil_client):
    state = pupil_client.get(reverse("api:state", args=[FIRST])).content.decode()
    for item in course.lesson_named(FIRST).items:
        for secret in getattr(item, "hints", ()):
            assert json.dumps(secret)[1:-1] not in state


def test_hints_come_one_rung_at_a_time_and_are_remembered(pupil, pupil_client):
    address = reverse("api:hint", args=[FIRST, "entourer"])
    assert len(post(pupil_client, address, {"rung": 2}).json()["hints"]) == 2
    assert len(post(pupil_client, address, {"rung": 1}).json()["hints"]) == 1
    assert Standing.objects.get(pupil=pupil, item="entourer").hints_seen == 2
    assert post(pupil_client, address, {"rung": 20}).status_code == 404
    assert post(pupil_client, reverse("api:hint", args=[FIRST, "quiz_1"]), {"rung": 1}).status_code == 404


def test_two_tabs_that_clash_are_told(pupil_client):
    address = reverse("api:copy", args=[FIRST])
    assert put(pupil_client, address, {"base": 0, "cells": {"paires": "A"}}).json() == {"version": 1, "cells": {}}
    clash = put(pupil_client, address, {"base": 0, "cells": {"paires": "B"}})
    assert (clash.status_code, clash.json()) == (409, {"version": 1, "cells": {"paires": "A"}})


def test_the_kits_memory_is_merged_key_by_key(pupil, pupil_client):
    address = reverse("api:memory")
    assert put(pupil_client, address, {"base": 0, "memory": {"perte_gpt": 2.1, "a": 1}}).json() == {"version": 1}
    assert put(pupil_client, address, {"base": 0, "memory": {"a": 2}}).json() == {"version": 2}
    pupil.refresh_from_db()
    assert pupil.memory == {"perte_gpt": 2.1, "a": 2}


def test_a_raised_hand_keeps_its_place(pupil, pupil_client):
    address = reverse("api:hand")
    assert post(pupil_client, address, {"raised": True}).json() == {"raised": True}
    pupil.refresh_from_db()
    since = pupil.raised_at
    post(pupil_client, address, {"raised": True})
    pupil.refresh_from_db()
    assert pupil.raised_at == since
    post(pupil_client, address, {"raised": False})
    pupil.refresh_from_db()
    assert pupil.raised_at is None


def test_presence_is_noted(pupil, pupil_client):
    assert pupil_client.post(reverse("api:presence")).json() == {"raised": False}
    pupil.refresh_from_db()
    assert pupil.seen_at


def test_the_teachers_answer_is_new_until_it_is_read(pupil, pupil_client):
    FreeAnswer.objects.create(pupil=pupil, lesson=FIRST, name="explique_1", text="Moi", marked_at=timezone.now())
    address = reverse("api:state", args=[FIRST])
    assert pupil_client.get(address).json()["free"]["explique_1"]["answered"]
    assert pupil_client.post(reverse("api:read_answer", args=[FIRST, "explique_1"])).status_code == 204
    assert not pupil_client.get(address).json()["free"]["explique_1"]["answered"]


# What nobody may do


def every_address(lesson=FIRST):
    return [
        ("GET", reverse("api:state", args=[lesson])),
        ("PUT", reverse("api:copy", args=[lesson])),
        ("POST", reverse("api:verify", args=[lesson, "entourer"])),
        ("POST", reverse("api:hint", args=[lesson, "entourer"])),
        ("POST", reverse("api:read_answer", args=[lesson, "explique_1"])),
        ("GET", reverse("api:attempt", args=["press-0001"])),
        ("PUT", reverse("api:memory")),
        ("POST", reverse("api:hand")),
        ("POST", reverse("api:presence")),
    ]


@pytest.mark.parametrize("method, address", every_address())
def test_without_a_session_nothing_is_answered(db, client, method, address):
    answer = client.generic(method, address, "{}", content_type="application/json")
    assert (answer.status_code, answer.json()["error"]) == (401, "expired")


@pytest.mark.parametrize("method, address", [one for one in every_address() if one[0] != "GET"])
def test_another_site_cannot_press_for_a_pupil(pupil, client_of, method, address):
    client = client_of(pupil, enforce_csrf_checks=True)
    answer = client.generic(method, address, "{}", content_type="application/json")
    assert (answer.status_code, answer.json()["error"]) == (403, "old_page")


@pytest.mark.parametrize("method, address", [one for one in every_address(SECOND) if SECOND in one[1]])
def test_a_closed_lesson_is_not_found(pupil_client, method, address):
    answer = pupil_client.generic(method, address, "{}", content_type="application/json")
    assert (answer.status_code, answer.json()["error"]) == (404, "locked")


@pytest.mark.parametrize("lesson", ["10_tout_d_un_coup", "../secret", "nulle-part"])
def test_an_unknown_lesson_is_not_found(pupil_client, lesson):
    assert pupil_client.get(f"/api/lecon/{lesson}/").status_code == 404


def test_a_lesson_the_teacher_closes_takes_no_more_presses(classroom, pupil, pupil_client):
    Opening.objects.create(classroom=classroom, lesson=FIRST, is_open=False)
    assert press(pupil_client, WRONG).status_code == 404
    assert not Attempt.objects.exists()


def test_a_pupil_cannot_read_anothers_attempt(pool, pupil_client, make_pupil, client_of):
    press(pupil_client, WRONG, key="press-0001")
    address = reverse("api:attempt", args=["press-0001"])
    assert pupil_client.get(address).status_code == 200
    assert client_of(make_pupil("Léo")).get(address).status_code == 404


def test_new_secret_words_close_the_old_session(pupil, pupil_client):
    pupil.secret_version += 1
    pupil.save()
    assert pupil_client.get(reverse("api:state", args=[FIRST])).status_code == 401


@pytest.mark.parametrize(
    "content",
    [
        *(b"", b"[]", b"null", b'{"cells": []}', b'{"base": 0, "cells": {"paires": 7}}', b"\xff", b"[" * 100_000),
        b'{"cells": ' * 700 + b"0" + b"}" * 700,
    ],
)
def test_what_cannot_be_understood_is_refused_kindly(pupil_client, content):
    answer = pupil_client.put(reverse("api:copy", args=[FIRST]), content, content_type="application/json")
    assert (answer.status_code, answer.json()["error"]) == (400, "not_understood")


@pytest.mark.parametrize("base", [-1, True, "0", 1.5, None, 10**30])
def test_a_version_is_a_number(pupil_client, base):
    assert put(pupil_client, reverse("api:copy", args=[FIRST]), {"base": base, "cells": {}}).status_code == 400


@pytest.mark.parametrize("key", ["", "short", "x" * 41, "../../etc", None, 7])
def test_a_key_is_a_key(pupil_client, key):
    address = reverse("api:verify", args=[FIRST, "entourer"])
    assert post(pupil_client, address, {"key": key, "code": WRONG}).status_code == 400


def test_locked_cells_cannot_be_written(pupil_client):
    answer = put(pupil_client, reverse("api:copy", args=[FIRST]), {"base": 0, "cells": {"outils-1": "x"}})
    assert (answer.status_code, answer.json()["error"]) == (400, "unknown_cell")


def test_sizes_are_limited(pupil_client):
    copy, memory = reverse("api:copy", args=[FIRST]), reverse("api:memory")
    assert put(pupil_client, copy, {"base": 0, "cells": {"paires": "x" * 100_001}}).status_code == 413
    assert put(pupil_client, copy, {"base": 0, "cells": {str(n): "" for n in range(401)}}).status_code == 413
    assert put(pupil_client, memory, {"memory": {"a": "x" * (256 << 10)}}).status_code == 413
    assert put(pupil_client, copy, {"base": 0, "cells": {"paires": "x" * (3 << 20)}}).status_code == 413
    assert press(pupil_client, "x" * (3 << 20)).status_code == 413
    assert not Attempt.objects.exists()


def test_a_memory_that_grows_by_small_pieces_is_limited_too(pupil_client):
    pieces = [put(pupil_client, reverse("api:memory"), {"memory": {f"a{n}": "x" * 200_000}}) for n in range(4)]
    assert [piece.status_code for piece in pieces] == [200, 200, 413, 413]


def test_characters_no_database_can_hold_do_no_harm(pool, pupil_client):
    code = 'def entourer(prenom):\n    return "\x00\ud800" + prenom'
    assert press(pupil_client, code).json()["verdict"]["outcome"] == "wrong"
    assert (
        pupil_client.put(reverse("api:memory"), '{"memory": {"perte": NaN, "\\u0000": "\\ud800"}}').status_code == 200
    )


def test_who_presses_thirty_times_in_a_minute_takes_a_breath(pool, pupil, pupil_client, monkeypatch):
    monkeypatch.setattr(attempts, "AT_MOST", 2)
    first = press(pupil_client, WRONG, key="press-0001").json()
    press(pupil_client, WRONG)
    refused = press(pupil_client, WRONG)
    assert (refused.status_code, refused.json()["error"]) == (429, "hasty")
    assert press(pupil_client, WRONG, key="press-0001").json() == first  # what was accepted can be asked again


def test_wrong_methods_are_refused(pupil_client):
    assert pupil_client.get(reverse("api:verify", args=[FIRST, "entourer"])).status_code == 405
    assert pupil_client.get(reverse("api:hand")).status_code == 405


def test_what_is_refused_is_said_in_good_french():
    for name in SAYINGS:
        said = json.loads(say(name).content)
        for sentence in (said["title"], said["advice"]):
            assert sentence == french(sentence)
            assert not re.search(r"faux|erreur|échec", sentence)
