"""The application as the server sees it: its life, and the length of what it accepts."""

import asyncio

import pytest
from django.conf import settings

from autograder.batch import IsolationTooWeak
from classroom import asgi
from classroom.grading import pool as grading
from classroom.serving.floodgate import MOST, floodgate


def exchange(application, scope, incoming):
    """Run one connection; what the application sent."""
    sent, waiting = [], iter(incoming)

    async def receive():
        return next(waiting)

    async def send(message):
        sent.append(message)

    asyncio.run(application(scope, receive, send))
    return sent


class FakePool:
    def __init__(self, problem=None):
        self.problem, self.life = problem, []

    def start(self):
        if self.problem:
            raise self.problem
        self.life.append("start")

    def stop(self):
        self.life.append("stop")


def test_the_pool_lives_as_long_as_the_server(monkeypatch):
    pool = FakePool()
    monkeypatch.setattr(grading, "pool", lambda: pool)
    messages = [{"type": "lifespan.startup"}, {"type": "lifespan.shutdown"}]
    sent = exchange(asgi.application, {"type": "lifespan"}, messages)
    assert [message["type"] for message in sent] == ["lifespan.startup.complete", "lifespan.shutdown.complete"]
    assert pool.life == ["start", "stop"]


def test_a_server_that_cannot_hold_pupils_code_does_not_open_and_says_why(monkeypatch):
    monkeypatch.setattr(grading, "pool", lambda: FakePool(IsolationTooWeak("Isolation : PARTIELLE")))
    sent = exchange(asgi.application, {"type": "lifespan"}, [{"type": "lifespan.startup"}])
    assert sent == [{"type": "lifespan.startup.failed", "message": "Isolation : PARTIELLE"}]


async def how_much(scope, receive, send):
    """A tiny application: it reads the body to the end and says how many bytes came."""
    size, more = 0, True
    while more:
        message = await receive()
        if message["type"] == "http.disconnect":
            return
        size, more = size + len(message["body"]), message["more_body"]
    await send({"type": "size", "size": size})


def request(*, length=None):
    headers = [] if length is None else [(b"content-length", str(length).encode())]
    return {"type": "http", "headers": headers}


def pieces(count, size):
    return [{"type": "http.request", "body": b"x" * size, "more_body": n < count - 1} for n in range(count)]


def test_a_body_within_the_limit_passes():
    sent = exchange(floodgate(how_much, most=100), request(length=100), pieces(4, 25))
    assert sent == [{"type": "size", "size": 100}]


def test_a_body_that_announces_too_much_is_refused_before_it_is_read():
    sent = exchange(floodgate(how_much, most=100), request(length=101), [])
    assert sent[0]["status"] == 413


@pytest.mark.parametrize("length", [None, 10])
def test_a_body_that_does_not_say_its_length_or_lies_is_cut(length):
    assert exchange(floodgate(how_much, most=100), request(length=length), pieces(1000, 25)) == []


def test_the_kind_words_come_before_the_floodgate():
    """Between the two limits, a page says in a sentence that it is too long."""
    assert settings.DATA_UPLOAD_MAX_MEMORY_SIZE < MOST
