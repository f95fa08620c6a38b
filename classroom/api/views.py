"""Thin: read, ask the domain, answer. Everything is the session's own pupil's; what is not is not found."""

import asyncio
from collections.abc import Callable
from concurrent.futures import Future
from functools import wraps

from asgiref.sync import sync_to_async
from django.db import transaction
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from autograder.exercise import Exercise, Item, Lesson
from classroom import course
from classroom.api import body
from classroom.api.says import Refused, say
from classroom.api.state import lesson_state
from classroom.api.values import result_value
from classroom.gates.pupils import pupils_only
from classroom.grading import attempts
from classroom.grading.hints import open_hints
from classroom.grading.pool import pool
from classroom.lesson import copies, pupils_memory
from classroom.models import Attempt, FreeAnswer, Pupil
from classroom.road.progress import is_open_to

PATIENCE = 8.0  # seconds a page waits for its verdict; then it asks again by itself


def asked_by_pupil(view: Callable) -> Callable:
    """For the pupil of the session; what cannot be answered is said kindly."""

    @wraps(view)
    def guarded(request: HttpRequest, *args, **kwargs) -> HttpResponse:
        try:
            return view(request, *args, **kwargs)
        except Refused as refused:
            return say(refused.name)

    return pupils_only(guarded)


def open_lesson(pupil: Pupil, name: str) -> Lesson:
    lesson = course.lesson_named(name)
    if lesson is None:
        raise Refused("not_found")
    if not is_open_to(pupil, lesson):
        raise Refused("locked")
    return lesson


def item_of(lesson: Lesson, name: str) -> Item:
    if (item := course.item_named(lesson, name)) is None:
        raise Refused("not_found")
    return item


@require_GET
@asked_by_pupil
def state(request: HttpRequest, lesson: str) -> HttpResponse:
    return JsonResponse(lesson_state(request.pupil, open_lesson(request.pupil, lesson)))


@require_http_methods(["PUT"])
@asked_by_pupil
def copy(request: HttpRequest, lesson: str) -> HttpResponse:
    """409 when another tab changed some of the same cells since `base`: those were not saved, the others were."""
    opened, sent = open_lesson(request.pupil, lesson), body.read(request)
    cells = body.cells(sent)
    if copies.unknown_cells(opened, cells):
        raise Refused("unknown_cell")
    saved = copies.save(request.pupil, opened, cells, body.base(sent))
    return JsonResponse({"version": saved.version, "cells": saved.cells}, status=409 if saved.clash else 200)


@require_POST
async def verify(request: HttpRequest, lesson: str, item: str) -> HttpResponse:
    """Wait for the verdict without holding a thread: a class may press at the same moment."""
    pressed = await sync_to_async(press)(request, lesson, item)
    if isinstance(pressed, HttpResponse):
        return pressed
    attempt, graded = pressed
    try:
        await asyncio.wait_for(asyncio.wrap_future(graded), PATIENCE)
    except TimeoutError:
        pool().forget(attempt.id, graded)
    return await sync_to_async(answer)(attempt)


@asked_by_pupil
def press(request: HttpRequest, lesson: str, item: str) -> HttpResponse | tuple[Attempt, Future]:
    """Write the attempt down; who waits is known before anybody can grade it."""
    opened = open_lesson(request.pupil, lesson)
    wanted, sent = item_of(opened, item), body.read(request)
    key, code = body.key(sent), body.code(sent)
    try:
        with transaction.atomic():
            attempt = attempts.press(request.pupil, opened, wanted, key, code)
            if attempt.state == Attempt.State.DONE:
                return answer(attempt)
            graded = pool().expect(attempt.id)
    except attempts.KeyTaken:
        raise Refused("key_taken") from None
    except attempts.TooHasty:
        raise Refused("hasty") from None
    pool().wake()
    return attempt, graded


def answer(attempt: Attempt) -> JsonResponse:
    """As it stands now. Not found when the pupil was removed from the class in the meantime."""
    graded = Attempt.objects.filter(pk=attempt.pk).first()
    if graded is None:
        return say("not_found")
    graded.pupil = attempt.pupil  # so that nobody reads the pupil again
    result = result_value(graded)
    return JsonResponse(result, status=200 if result["state"] == "done" else 202)


@require_GET
@asked_by_pupil
def attempt(request: HttpRequest, key: str) -> HttpResponse:
    mine = Attempt.objects.filter(pupil=request.pupil, key=key).first()
    if mine is None:
        raise Refused("not_found")
    mine.pupil = request.pupil  # so that nobody reads the pupil again
    return JsonResponse(result_value(mine))


@require_POST
@asked_by_pupil
def hint(request: HttpRequest, lesson: str, item: str) -> HttpResponse:
    opened = open_lesson(request.pupil, lesson)
    wanted, rung = item_of(opened, item), body.rung(body.read(request))
    if not isinstance(wanted, Exercise) or rung > len(wanted.hints):
        raise Refused("no_hint")
    return JsonResponse({"hints": open_hints(request.pupil, opened, wanted, rung)})


@require_http_methods(["PUT"])
@asked_by_pupil
def memory(request: HttpRequest) -> HttpResponse:
    sent = body.read(request)
    written = body.memory(request, sent)
    version = pupils_memory.save(request.pupil, written)
    if version is None:
        raise Refused("memory_too_big")
    return JsonResponse({"version": version})


@require_POST
@asked_by_pupil
def hand(request: HttpRequest) -> HttpResponse:
    """A hand that is up already keeps its place."""
    raised = body.raised(body.read(request))
    mine = Pupil.objects.filter(pk=request.pupil.pk)
    if raised:
        mine.filter(raised_at=None).update(raised_at=timezone.now())
    else:
        mine.update(raised_at=None)
    return JsonResponse({"raised": raised})


@require_POST
@asked_by_pupil
def presence(request: HttpRequest) -> HttpResponse:
    """Somebody is here. The teacher may have lowered the hand meanwhile."""
    Pupil.objects.filter(pk=request.pupil.pk).update(seen_at=timezone.now())
    return JsonResponse({"raised": request.pupil.raised_at is not None})


@require_POST
@asked_by_pupil
def read_answer(request: HttpRequest, lesson: str, name: str) -> HttpResponse:
    """The pupil has seen what the teacher wrote under a free text."""
    opened = open_lesson(request.pupil, lesson)
    FreeAnswer.objects.filter(pupil=request.pupil, lesson=opened.name, name=name).update(read_at=timezone.now())
    return HttpResponse(status=204)
