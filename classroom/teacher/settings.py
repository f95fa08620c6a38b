"""A class's settings: which lessons are open, the threshold, its name, the end of the year."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from classroom.course import course, written_lessons
from classroom.gates.teachers import own_classroom, own_pupil, teachers_only
from classroom.models import Classroom
from classroom.road.openings import AUTO, CLOSED, HIGHEST, LOWEST, OPEN, STORED, said, say, threshold_of
from classroom.roster.purge import amount_of_class, erase_work
from classroom.teacher.classes import NOT_THE_NAME, is_name_of
from classroom.teacher.forms import ClassName, Threshold

CHOICES = ((AUTO, "automatique"), (OPEN, "ouverte"), (CLOSED, "fermée"))


@teachers_only
@require_safe
def settings(request: HttpRequest, code: str) -> HttpResponse:
    return page(request, own_classroom(request, code))


def page(request: HttpRequest, classroom: Classroom, form: Threshold | None = None) -> HttpResponse:
    percent = round(threshold_of(classroom) * 100)
    context = {
        "classroom": classroom,
        "tab": "reglages",
        "words": said(classroom),
        "choices": CHOICES,
        "threshold": form or Threshold(initial={"percent": percent}),
        "percent": percent,
        "of_course": round(course().threshold * 100),
        "name": ClassName(initial={"name": classroom.name}),
        "exceptions": classroom.pupils.filter(openings__isnull=False).distinct(),
    }
    return render(request, "classroom/teacher/settings.html", context, status=400 if form else 200)


@teachers_only
@require_POST
def lessons(request: HttpRequest, code: str) -> HttpResponse:
    """Every lesson's word at once; `all` is a button for the whole column."""
    classroom = own_classroom(request, code)
    for name, word in asked(request):
        say(classroom, name, word)
    messages.success(request, "Les leçons sont réglées pour toute la classe.")
    return redirect("teacher:settings", code)


def asked(request: HttpRequest) -> list[tuple[str, str]]:
    """(lesson, word) pairs of the form. A word nobody knows is 404: no form of ours sends one."""
    pairs = [(lesson.name, request.POST.get(lesson.name, "")) for lesson in written_lessons()]
    if every := request.POST.get("all"):
        pairs = [(name, every) for name, _ in pairs]
    pairs = [(name, word) for name, word in pairs if word]
    if not all(word in STORED for _, word in pairs):
        raise Http404
    return pairs


@teachers_only
@require_http_methods(["GET", "HEAD", "POST"])
def pupil_lessons(request: HttpRequest, key: str) -> HttpResponse:
    pupil = own_pupil(request, key)
    if request.method == "POST":
        for name, word in asked(request):
            say(pupil.classroom, name, word, pupil)
        messages.success(request, f"Les leçons de {pupil.pseudonym} sont réglées.")
        return redirect("teacher:pupil_lessons", key)
    context = {
        "classroom": pupil.classroom,
        "tab": "eleves",
        "pupil": pupil,
        "words": said(pupil.classroom, pupil),
        "choices": CHOICES,
    }
    return render(request, "classroom/teacher/pupil_lessons.html", context)


@teachers_only
@require_POST
def threshold(request: HttpRequest, code: str) -> HttpResponse:
    classroom = own_classroom(request, code)
    form = Threshold(request.POST)
    if "reset" in request.POST:
        classroom.threshold = None
    elif form.is_valid():
        classroom.threshold = form.cleaned_data["percent"] / 100
    else:
        messages.warning(request, f"Choisissez un nombre entre {LOWEST} et {HIGHEST}.")
        return page(request, classroom, form)
    classroom.save(update_fields=["threshold"])
    messages.success(request, f"Le seuil est à {round(threshold_of(classroom) * 100)} %.")
    return redirect("teacher:settings", code)


@teachers_only
@require_http_methods(["GET", "HEAD", "POST"])
def purge(request: HttpRequest, code: str) -> HttpResponse:
    classroom = own_classroom(request, code)
    if request.method == "POST":
        if is_name_of(classroom, request.POST.get("name", "")):
            erase_work(classroom)
            messages.success(request, f"Le travail de {classroom.name} est effacé. Élèves et cartes restent.")
            return redirect("teacher:settings", code)
        messages.warning(request, NOT_THE_NAME)
    context = {"classroom": classroom, "tab": "reglages", "amount": amount_of_class(classroom)}
    return render(request, "classroom/teacher/purge.html", context)
