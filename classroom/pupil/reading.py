"""Larger, more spaced text: the pupil's choice, kept by this browser."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST

COOKIE, AIRY = "tuto_lecture", "airy"
COOKIE_AGE = 365 * 24 * 3600  # seconds


def reading(request: HttpRequest) -> dict[str, str]:
    """For every template: `reading` is "airy" or ""."""
    return {"reading": AIRY if request.COOKIES.get(COOKIE) == AIRY else ""}


@require_POST
def toggle(request: HttpRequest) -> HttpResponse:
    is_page = "text/html" in request.headers.get("accept", "")  # else a script, which changes the page itself
    response = redirect(where_from(request)) if is_page else HttpResponse(status=204)
    if reading(request)["reading"]:
        response.delete_cookie(COOKIE, samesite="Lax")
    else:
        response.set_cookie(
            COOKIE, AIRY, max_age=COOKIE_AGE, httponly=True, samesite="Lax", secure=settings.SESSION_COOKIE_SECURE
        )
    return response


def where_from(request: HttpRequest) -> str:
    page = request.headers.get("referer", "")
    return page if url_has_allowed_host_and_scheme(page, {request.get_host()}) else "pupil:road"
