"""The door: a class code and three secret words, typed or brought by the card's square."""

import secrets
from http import HTTPStatus

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from classroom.gates.patience import Door, browser_door, crowd_doors, knock, welcome
from classroom.gates.pupils import KEPT, let_in
from classroom.gates.secret_words import mark_of, plain
from classroom.gates.solo import only_pupil
from classroom.models import Classroom, Pupil

WORDS = ("mot1", "mot2", "mot3")
LONGEST = 60  # characters in a field: three words may come in one
COOKIE, SALT = "tuto_porte", "classroom.door"  # this browser's name at the door, see gates/patience.py
COOKIE_AGE = 120 * 24 * 3600  # seconds: a term
CAME_IN = "eleve:"  # begins the name of a browser that has let a pupil in

SAYINGS = {
    "words": ("Je ne reconnais pas ces mots.", "Regarde ta carte, puis réessaie."),
    "class": (
        "Je ne connais pas cette classe.",
        "Regarde le code sur ta carte. S’il est bien écrit, demande à ton professeur.",
    ),
    "empty": ("Il me manque quelque chose.", "Recopie le code de ta classe et tes trois mots : tout est sur ta carte."),
    "closed": (
        "Il faut entrer de nouveau.",
        "Ta carte a changé, ou ta classe est terminée. Ton professeur sait laquelle prendre.",
    ),
}


@require_http_methods(["GET", "HEAD", "POST"])
def door(request: HttpRequest, code: str = "") -> HttpResponse:
    """`code` comes with the address of a card: it may be another pupil's, so the form shows even when one is in."""
    if settings.SOLO:
        let_in(request, only_pupil())
        return redirect("pupil:road")
    if request.method == "POST":
        return answer(request)
    if request.pupil and not code:
        return redirect("pupil:road")
    code = plain(code).upper()
    if code and not Classroom.objects.filter(code=code).exists():
        return page(request, code, saying="class")
    was_in = KEPT in request.session and not request.pupil
    return page(request, code, saying="closed" if was_in else "")


def answer(request: HttpRequest) -> HttpResponse:
    code = plain(request.POST.get("code", "")[:LONGEST]).upper()
    words = [request.POST.get(name, "")[:LONGEST] for name in WORDS]
    if not code or not plain("".join(words)):
        return page(request, code, words, saying="empty")
    doors = doors_of(request, code)
    if wait := knock(doors):
        return page(request, code, words, wait=wait)
    pupil = Pupil.objects.select_related("classroom").filter(secret_mark=mark_of(code, words)).first()
    if pupil is None:
        known = Classroom.objects.filter(code=code).exists()
        return page(request, code, words, saying="words" if known else "class")
    welcome(doors)
    let_in(request, pupil)
    response = redirect("pupil:road")
    name_browser(response, f"{CAME_IN}{pupil.key}")
    return response


def doors_of(request: HttpRequest, code: str) -> tuple[Door, ...]:
    """A browser that has let a pupil in only waits for itself."""
    name = request.get_signed_cookie(COOKIE, default=None, salt=SALT)
    own = (browser_door(name),) if name else ()
    crowd = crowd_doors(request.META.get("REMOTE_ADDR", ""), code)
    return own if name and name.startswith(CAME_IN) else (*own, *crowd)


def page(
    request: HttpRequest, code: str, words: list[str] | None = None, saying: str = "", wait: int = 0
) -> HttpResponse:
    title, advice = SAYINGS.get(saying, ("", ""))
    context = {
        "code": code,
        "words": words or [""] * len(WORDS),
        "title": title,
        "advice": advice,
        "wait": wait,
        "inside": request.pupil if code and request.pupil else None,
    }
    status = HTTPStatus.TOO_MANY_REQUESTS if wait else HTTPStatus.OK
    response = render(request, "classroom/pupil/door.html", context, status=status)
    if request.get_signed_cookie(COOKIE, default=None, salt=SALT) is None:
        name_browser(response, secrets.token_urlsafe(9))
    return response


def name_browser(response: HttpResponse, name: str) -> None:
    response.set_signed_cookie(
        COOKIE, name, salt=SALT, max_age=COOKIE_AGE, httponly=True, samesite="Lax", secure=settings.HTTPS
    )


@require_POST
def leave(request: HttpRequest) -> HttpResponse:
    """The hand goes down with the pupil; a teacher who tries the pages in the same browser stays in."""
    if request.pupil:
        Pupil.objects.filter(pk=request.pupil.pk).update(raised_at=None)
    request.session.pop(KEPT, None)
    request.session.cycle_key()
    return redirect("pupil:door")
