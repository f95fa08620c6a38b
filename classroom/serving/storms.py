"""When something goes wrong: a sentence, what to do next, and nothing lost."""

import errno
import logging
from http import HTTPStatus

from django.core.exceptions import RequestDataTooBig, TooManyFieldsSent
from django.db import DatabaseError
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render

from classroom.gates.doors import Passage

log = logging.getLogger(__name__)

SAYINGS = {
    "bad_request": ("Je n’ai pas compris cette demande.", "Reviens à la page précédente, puis recommence."),
    "too_big": ("C’est trop long pour être enregistré.", "Raccourcis un peu, puis recommence."),
    "forbidden": ("Cette porte n’est pas la tienne.", "Reviens à l’entrée avec ta carte."),
    "not_found": ("Cette page n’existe pas, ou n’est pas à toi.", "Reviens à ton parcours : rien n’est perdu."),
    "our_fault": (
        "Un problème de notre côté.",
        "Ton travail est gardé. Recommence dans un instant, ou préviens ton professeur.",
    ),
    "old_page": (
        "Cette page est restée ouverte trop longtemps.",
        "Recharge-la, puis recommence : ton travail est gardé.",
    ),
    "disk_full": (
        "Le disque du serveur est plein.",
        "Préviens ton professeur : il faut libérer de la place. Ton travail reste dans cette page, ne la ferme pas.",
    ),
    "busy": ("Le serveur est très occupé.", "Attends quelques secondes, puis recommence. Ton travail est gardé."),
}


def say(request: HttpRequest, name: str, status: int) -> HttpResponse:
    """The page, or for the lesson page's requests the JSON, that says what happened and what to do."""
    title, advice = SAYINGS[name]
    if request.path.startswith("/api/"):
        return JsonResponse({"error": name, "title": title, "advice": advice}, status=status)
    return render(request, "classroom/storm.html", {"title": title, "advice": advice}, status=status)


class Storms(Passage):
    """Turns what a view could not foresee (a full disk, a locked database, too big an upload) into a sentence."""

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        name = name_of(error)
        if name is None:
            return None
        log.error("%s %s: %s", request.method, request.path, error)
        status = HTTPStatus.REQUEST_ENTITY_TOO_LARGE if name == "too_big" else HTTPStatus.SERVICE_UNAVAILABLE
        return say(request, name, status)


def name_of(error: Exception) -> str | None:
    text = str(error).lower()
    if isinstance(error, RequestDataTooBig | TooManyFieldsSent):
        return "too_big"
    if isinstance(error, OSError) and error.errno in (errno.ENOSPC, errno.EDQUOT):
        return "disk_full"
    if isinstance(error, DatabaseError) and ("disk is full" in text or "no space left" in text):
        return "disk_full"
    return "busy" if isinstance(error, DatabaseError) and ("locked" in text or "timeout" in text) else None


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    big = isinstance(exception, RequestDataTooBig | TooManyFieldsSent)
    return say(request, "too_big", 413) if big else say(request, "bad_request", 400)


def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:
    return say(request, "forbidden", 403)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    return say(request, "not_found", 404)


def our_fault(request: HttpRequest) -> HttpResponse:
    return say(request, "our_fault", 500)


def old_page(request: HttpRequest, reason: str = "") -> HttpResponse:
    return say(request, "old_page", 403)
