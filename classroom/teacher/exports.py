"""Marks and notebooks out of the classroom: spreadsheet, printed reports, nbgrader."""

import os
from pathlib import Path

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from autograder.feedback.places import alphabetical, file_name
from classroom.course import course
from classroom.gates.teachers import own_classroom, own_pupil, teachers_only
from classroom.gradebook.exports import marks_csv, notebooks_zip
from classroom.gradebook.gradebook_export import CannotPush, push
from classroom.gradebook.marks import marks_of, marks_of_class
from classroom.models import Classroom
from classroom.road.openings import threshold_of


@teachers_only
@require_safe
def exports(request: HttpRequest, code: str) -> HttpResponse:
    classroom = own_classroom(request, code)
    pupils = sorted(classroom.pupils.all(), key=lambda pupil: alphabetical(pupil.pseudonym))
    context = {"classroom": classroom, "tab": "exports", "pupils": pupils, "gradebook": gradebook_path()}
    return render(request, "classroom/teacher/exports.html", context)


def gradebook_path() -> Path:
    """Where nbgrader, started in the project, looks for it; elsewhere when TUTO_GRADEBOOK says so."""
    return Path(os.environ.get("TUTO_GRADEBOOK") or course().root / "gradebook.db")


@teachers_only
@require_safe
def marks(request: HttpRequest, code: str) -> HttpResponse:
    classroom = own_classroom(request, code)
    return attachment(classroom, marks_csv(classroom), "text/csv; charset=utf-8", "notes", "csv")


@teachers_only
@require_safe
def notebooks(request: HttpRequest, code: str) -> HttpResponse:
    classroom = own_classroom(request, code)
    return attachment(classroom, notebooks_zip(classroom), "application/zip", "carnets", "zip")


def attachment(classroom: Classroom, content: str | bytes, kind: str, what: str, ending: str) -> HttpResponse:
    name = f"{what}_{file_name(classroom.code.lower())}_{timezone.localdate():%Y-%m-%d}.{ending}"
    return HttpResponse(content, content_type=kind, headers={"Content-Disposition": f'attachment; filename="{name}"'})


@teachers_only
@require_POST
def gradebook(request: HttpRequest, code: str) -> HttpResponse:
    classroom = own_classroom(request, code)
    try:
        count = push(classroom, gradebook_path())
    except CannotPush as problem:
        messages.warning(request, str(problem))
    else:
        messages.success(request, f"nbgrader connaît maintenant {count} carnets de cette classe.")
    return redirect("teacher:exports", code)


@teachers_only
@require_safe
def report(request: HttpRequest, key: str) -> HttpResponse:
    pupil = own_pupil(request, key)
    return report_page(request, pupil.classroom, marks_of([pupil]), tab="exports")


@teachers_only
@require_safe
def reports(request: HttpRequest, code: str) -> HttpResponse:
    classroom = own_classroom(request, code)
    return report_page(request, classroom, marks_of_class(classroom), tab="exports")


def report_page(request: HttpRequest, classroom: Classroom, table, tab: str) -> HttpResponse:
    context = {
        "classroom": classroom,
        "tab": tab,
        "reports": table,
        "today": timezone.localdate(),
        "threshold": round(threshold_of(classroom) * 100),
        "teacher": request.user.get_username(),
    }
    return render(request, "classroom/teacher/report.html", context)
