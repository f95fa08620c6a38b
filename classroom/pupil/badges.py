"""« Mes badges », and a page for each: what it proves, how to earn it, when it was."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from autograder.feedback.places import place
from classroom.gates.pupils import pupils_only
from classroom.road.medals import earned_first, medals_of
from classroom.road.progress import is_open, record_of
from classroom.road.road import anchor_of


@require_safe
@pupils_only
def badges(request: HttpRequest) -> HttpResponse:
    medals = medals_of(request.pupil)
    earned = sum(medal.earned_at is not None for medal in medals)
    context = {
        "pupil": request.pupil,
        "medals": earned_first(medals),
        "earned": earned,
        "to_come": len(medals) - earned,
    }
    return render(request, "classroom/pupil/badges.html", context)


@require_safe
@pupils_only
def badge(request: HttpRequest, slug: str) -> HttpResponse:
    medals = medals_of(request.pupil)
    medal = next((medal for medal in medals if medal.badge.slug == slug), None)
    if medal is None:
        raise Http404
    context = {
        "pupil": request.pupil,
        "medal": medal,
        "anchor": anchor_of(medal.lesson, medal.item) if medal.item else "",
        "place": place(medal.lesson, medal.item.name) if medal.item else None,
        "is_open": is_open(record_of(request.pupil), medal.lesson),
    }
    return render(request, "classroom/pupil/badge.html", context)
