"""The data sheet, for the school's register."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from classroom.gates.teachers import own_classroom, teachers_only
from classroom.roster.data_sheet import MACHINE, PUPILS, TEACHERS

PARTS = (("Des élèves", PUPILS), ("Du professeur et de la classe", TEACHERS), ("De la machine", MACHINE))


@teachers_only
@require_safe
def data_sheet(request: HttpRequest, code: str) -> HttpResponse:
    classroom = own_classroom(request, code)
    context = {
        "classroom": classroom,
        "tab": "reglages",
        "parts": PARTS,
        "folder": settings.DATA,
        "today": timezone.localdate(),
        "pupils": classroom.pupils.count(),
    }
    return render(request, "classroom/teacher/data_sheet.html", context)
