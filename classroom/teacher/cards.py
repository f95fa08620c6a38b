"""The cards to print: a whole class, or one after new words."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from classroom.gates.teachers import own_classroom, own_pupil, teachers_only
from classroom.models import Classroom, Pupil
from classroom.roster.cards import PER_SHEET, sheets
from classroom.serving.addresses import pupils_address


@teachers_only
@require_safe
def cards(request: HttpRequest, code: str) -> HttpResponse:
    classroom = own_classroom(request, code)
    return page(request, classroom, classroom.pupils.select_related("classroom"))


@teachers_only
@require_safe
def card(request: HttpRequest, key: str) -> HttpResponse:
    pupil = own_pupil(request, key)
    return page(request, pupil.classroom, [pupil], pupil)


def page(request: HttpRequest, classroom: Classroom, pupils, only: Pupil | None = None) -> HttpResponse:
    address = pupils_address(request)
    context = {
        "classroom": classroom,
        "tab": "cartes",
        "sheets": sheets(pupils, f"{request.scheme}://{address}"),
        "address": address,
        "per_sheet": PER_SHEET,
        "only": only,
    }
    return render(request, "classroom/teacher/cards.html", context)
