"""The live board's news: what changed, soon; nothing when nothing changed; and a kind end."""

import asyncio
import json
from datetime import timedelta

import pytest
from asgiref.sync import async_to_sync, sync_to_async
from django.contrib.sessions.models import Session
from django.db import connections
from django.utils import timezone

from classroom.board.cells import AWAY_AFTER
from classroom.course import lesson_named
from classroom.models import Attempt, FreeAnswer, Pupil, Standing
from classroom.teacher.stream import DELETED, EXPIRED, LONGEST_PAUSE, PAUSE, Over, Seen, Watch, event, events, look

pytestmark = pytest.mark.django_db(transaction=True)

PATIENCE = 30  # seconds: a busy machine is no reason to fail; see the test of the pauses for what a class waits
LESSON = "01_deviner_la_suite"


@pytest.fixture
def watch(teacher_client, teacher, classroom) -> Watch:
    return Watch(classroom.pk, teacher.pk, teacher_client.session, lesson_named(LESSON), needy_first=False)


@pytest.fixture
def zoe(pupil) -> Pupil:
    Pupil.objects.filter(pk=pupil.pk).update(seen_at=timezone.now())
    return pupil


def after_the_first(watch: Watch, change) -> str:
    """What the page hears after its first board, when `change` happens. TimeoutError: nothing came."""

    async def listen() -> str:
        news = events(watch)
        assert (await anext(news)).startswith("retry:")
        assert (await anext(news)).startswith("event: board\n")
        await sync_to_async(change)()
        return await asyncio.wait_for(anext(news), PATIENCE)

    return async_to_sync(listen)()


def test_the_board_looks_at_least_every_two_seconds():
    assert PAUSE <= LONGEST_PAUSE <= 2


def test_a_try_is_on_the_board_without_being_asked_for(watch, zoe):
    def try_once():
        Standing.objects.create(
            pupil=zoe, lesson=LESSON, item="paires", tries=1, last_outcome="wrong", last_at=timezone.now()
        )

    heard = after_the_first(watch, try_once)
    assert "Zoé, paires&nbsp;: à reprendre, 1 essai" in heard
    assert heard.startswith("event: board\ndata: ")
    assert heard.endswith("\n\n")


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (lambda pupil: Pupil.objects.filter(pk=pupil.pk).update(raised_at=timezone.now()), "Main levée"),
        (lambda pupil: FreeAnswer.objects.create(pupil=pupil, lesson=LESSON, name="explique_1", text="…"), "1 à lire"),
        (lambda pupil: Pupil.objects.create(classroom=pupil.classroom, pseudonym="Ugo", secret_mark="u"), "sur 2"),
    ],
)
def test_hands_texts_and_new_pupils_are_news(watch, zoe, change, words):
    assert words in after_the_first(watch, lambda: change(zoe))


def test_an_update_that_bypasses_the_model_is_seen_too(watch, zoe):
    standing = Standing.objects.create(pupil=zoe, lesson=LESSON, item="paires", tries=1, last_at=timezone.now())
    heard = after_the_first(watch, lambda: Standing.objects.filter(pk=standing.pk).update(passed_at=timezone.now()))
    assert "réussi" in heard


def test_nothing_is_sent_when_nothing_changed(watch, zoe):
    Standing.objects.create(pupil=zoe, lesson=LESSON, item="paires", edited_at=timezone.now())

    async def listen() -> list[str]:
        news = events(watch, pause=0.01, heartbeat=0.1)
        return [await asyncio.wait_for(anext(news), PATIENCE) for _ in range(6)]

    _retry, board, *rest = async_to_sync(listen)()
    assert board.startswith("event: board")
    assert all(one.startswith(":") for one in rest)  # comments that keep the line open


def test_typing_only_moves_the_time(watch, zoe):
    now = timezone.now()
    standing = Standing.objects.create(pupil=zoe, lesson=LESSON, item="paires", edited_at=now - timedelta(minutes=3))
    seen, _ = look(watch, Seen(), now)
    Standing.objects.filter(pk=standing.pk).update(edited_at=now)
    _, news = look(watch, seen, now + timedelta(seconds=2))
    name, data = news.strip().split("\n")
    assert name == "event: times"
    assert json.loads(data.removeprefix("data: ")) == {zoe.key: 2}


def test_a_pupil_who_left_is_seen_though_nothing_was_written(watch, zoe):
    now = timezone.now()
    seen, first = look(watch, Seen(), now)
    assert "1 connecté sur 1" in first
    heard = ""
    for _ in range(6):
        seen, news = look(watch, seen, now + AWAY_AFTER)
        heard += news
    assert heard.count("event: board") == 1
    assert "0 connecté sur 1" in heard


def test_a_deleted_class_ends_it_with_a_sentence(watch, classroom):
    assert event("end", DELETED) == after_the_first(watch, classroom.delete)


def test_a_session_that_is_over_ends_it_with_a_sentence(watch):
    seen, _ = look(watch, Seen(), timezone.now())
    Session.objects.all().update(expire_date=timezone.now() - timedelta(hours=1))
    with pytest.raises(Over, match=EXPIRED):
        for _ in range(6):
            seen, _ = look(watch, seen, timezone.now())


def test_looking_writes_no_session(watch):
    before = list(Session.objects.values())
    seen = Seen()
    for _ in range(6):
        seen, _ = look(watch, seen, timezone.now())
    assert list(Session.objects.values()) == before


def test_no_connection_is_held_between_two_looks(watch):
    look(watch, Seen(), timezone.now())
    assert connections["default"].connection is None


def test_a_look_at_a_quiet_class_is_cheap(watch, zoe, make_pupil, django_assert_num_queries):
    pupils = [make_pupil(f"p{rank}") for rank in range(60)]
    Attempt.objects.bulk_create(
        Attempt(key=str(rank), pupil=pupil, lesson=LESSON, item="paires", number=1, code="")
        for rank, pupil in enumerate(pupils)
    )
    now = timezone.now()
    seen, _ = look(watch, Seen(), now)
    with django_assert_num_queries(5 + opening_questions()):
        look(watch, seen, now)


def opening_questions() -> int:
    """What a fresh connection asks by itself; it is counted with the rest."""
    from django.test.utils import CaptureQueriesContext

    connection = connections["default"]
    connection.close()
    with CaptureQueriesContext(connection) as asked:
        connection.ensure_connection()
    connection.close()
    return len(asked)


def test_the_line_over_http(teacher_client, classroom, zoe):
    response = teacher_client.get("/prof/classe/LUNE/flux/")
    assert response.headers["Content-Type"].startswith("text/event-stream")
    assert response.headers["Cache-Control"] == "no-store"

    async def listen() -> str:
        news = aiter(response.streaming_content)
        await anext(news)
        return (await anext(news)).decode()

    assert "Zoé" in async_to_sync(listen)()
    assert PAUSE <= 1
    response.close()


def test_line_breaks_stay_inside_one_event():
    assert event("board", "a\nb") == "event: board\ndata: a\ndata: b\n\n"
