"""« Ton diplôme »: one A4 page to print, once the lessons that lead to it are reached."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from classroom.gates.pupils import pupils_only
from classroom.road.diploma import diploma_of
from classroom.road.loss_drawing import draw
from classroom.road.medals import day_of, medals_of
from classroom.road.next_step import next_step
from classroom.road.progress import record_of
from classroom.road.road import main_lessons, missing_lessons, road_of

SHELF = 27  # badges that fit on the page, in three rows


@require_safe
@pupils_only
def diploma(request: HttpRequest) -> HttpResponse:
    record = record_of(request.pupil)
    way = road_of(record, next_step(record))
    earned = diploma_of(request.pupil.memory)
    if not way.is_travelled or earned is None:
        context = {"pupil": request.pupil, "missing": missing_lessons(record, way), "last": main_lessons()[-1]}
        return render(request, "classroom/pupil/diploma_to_come.html", context)
    context = {
        "pupil": request.pupil,
        "diploma": earned,
        "curve": draw(earned.curve),
        "shelf": [medal for medal in medals_of(request.pupil) if medal.earned_at][:SHELF],
        "solo": settings.SOLO,
        "today": day_of(timezone.now(), "j F Y"),
    }
    return render(request, "classroom/pupil/diploma.html", context)
