"""The live board: server-sent events, with HTML made by the same template as the page.

Every second a cheap look at the database; every few seconds a whole one, because minutes pass and pupils leave
without writing anything. Between two looks the database connection is given back. Nothing is written.

    board   the region, when it looks different
    times   {pupil's key: seconds since something moved}, when only those changed
    end     a sentence: the class was deleted, or the teacher's session is over
"""

import asyncio
import json
from collections.abc import AsyncIterator
from dataclasses import dataclass, replace
from datetime import datetime
from time import perf_counter

from asgiref.sync import sync_to_async
from django.contrib.auth import SESSION_KEY
from django.contrib.sessions.backends.base import SessionBase
from django.db import connections
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.template.loader import render_to_string
from django.utils import timezone
from django.views.decorators.http import require_GET

from autograder.exercise import Lesson
from classroom.board.board import Board, chosen_lesson, read_board
from classroom.board.glance import glance
from classroom.gates.teachers import own_classroom, teachers_only
from classroom.models import Classroom

PAUSE = 1.0  # seconds between two looks
WHOLE = 5  # looks: then a whole one, whatever the glance says
GENTLE = 4  # a look that took long is followed by a rest this many times longer…
LONGEST_PAUSE = 2.0  # …up to this many seconds: a huge class does not eat a processor, and its news stay news
HEARTBEAT = 15.0  # seconds of silence: then a comment, so that what lies between us and the page keeps the line open

DELETED = "Cette classe a été supprimée. Revenez à vos classes."
EXPIRED = "Votre session est terminée. Rechargez la page pour vous identifier de nouveau."


class Over(Exception):
    """No more news for this page; the sentence says why."""


@dataclass(frozen=True)
class Watch:
    """Who looks, at what."""

    classroom: int
    teacher: int
    session: SessionBase
    lesson: Lesson
    needy_first: bool


@dataclass(frozen=True)
class Seen:
    """What the page shows already. `looks` counts them."""

    looks: int = 0
    glance: tuple = ()
    board: Board | None = None


@require_GET
@teachers_only
def stream(request: HttpRequest, code: str) -> HttpResponse:
    classroom = own_classroom(request, code)
    watch = Watch(
        classroom=classroom.pk,
        teacher=request.user.pk,
        session=request.session,
        lesson=chosen_lesson(classroom, request.GET.get("lecon"), timezone.now()),
        needy_first=request.GET.get("tri") == "aide",
    )
    response = StreamingHttpResponse(events(watch), content_type="text/event-stream; charset=utf-8")
    response.headers["Cache-Control"] = "no-store"
    response.headers["X-Accel-Buffering"] = "no"  # a proxy must not keep events until it has a full page of them
    return response


async def events(watch: Watch, pause: float = PAUSE, heartbeat: float = HEARTBEAT) -> AsyncIterator[str]:
    """Until the page goes away: Django then cancels this."""
    seen, spoke = Seen(), perf_counter()
    yield "retry: 2000\n\n"
    while True:
        began = perf_counter()
        try:
            seen, news = await sync_to_async(look)(watch, seen, timezone.now())
        except Over as over:
            yield event("end", str(over))
            return
        took = perf_counter() - began
        if news or began - spoke >= heartbeat:
            spoke = began
            yield news or ": toujours là\n\n"
        await asyncio.sleep(max(pause, min(GENTLE * took, LONGEST_PAUSE)))


def look(watch: Watch, seen: Seen, now: datetime) -> tuple[Seen, str]:
    """What the page shows after this look, and the event that tells it; "" when nothing changed. Raises Over."""
    try:
        return look_at(watch, replace(seen, looks=seen.looks + 1), now)
    finally:
        connections.close_all()  # not held while we sleep


def look_at(watch: Watch, seen: Seen, now: datetime) -> tuple[Seen, str]:
    classroom = Classroom.objects.filter(pk=watch.classroom, teacher=watch.teacher).first()
    if classroom is None:
        raise Over(DELETED)
    is_whole = seen.looks % WHOLE == 1
    if is_whole and is_expired(watch):
        raise Over(EXPIRED)
    fresh = glance(classroom)
    if fresh == seen.glance and not is_whole:
        return seen, ""
    board = read_board(classroom, watch.lesson, now, watch.needy_first)
    return replace(seen, glance=fresh, board=board), news_of(classroom, seen.board, board)


def is_expired(watch: Watch) -> bool:
    """Reads the session again, and never writes it."""
    kept = type(watch.session)(watch.session.session_key).load()
    return str(kept.get(SESSION_KEY)) != str(watch.teacher)


def news_of(classroom: Classroom, before: Board | None, board: Board) -> str:
    if before != board:
        return event("board", render_to_string("classroom/teacher/board_region.html", region(classroom, board)))
    ages = {row.key: row.idle_seconds for row in board.rows}
    moved = {row.key for row, old in zip(board.rows, before.rows, strict=True) if row.moved_at != old.moved_at}
    return event("times", json.dumps({key: age for key, age in ages.items() if key in moved})) if moved else ""


def region(classroom: Classroom, board: Board) -> dict:
    """What the region's template needs; the page gives it the same."""
    return {"classroom": classroom, "board": board, "lesson": board.lesson}


def event(name: str, data: str) -> str:
    """One server-sent event; a line break in the data would end a field.

    >>> event("board", "<p>\\n</p>")
    'event: board\\ndata: <p>\\ndata: </p>\\n\\n'
    """
    lines = "".join(f"data: {line}\n" for line in data.splitlines())
    return f"event: {name}\n{lines}\n"
