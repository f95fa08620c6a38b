"""The pupils of a class: the list, an import with its preview, one pupil's name, words and end."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from autograder.feedback.places import alphabetical
from classroom.gates.secret_words import renew_words, words_of
from classroom.gates.teachers import own_classroom, own_pupil, teachers_only
from classroom.models import Classroom, Pupil
from classroom.roster.enrolment import Proposal, Refused, check, propose
from classroom.roster.enrolment import enrol as enrol_pupils
from classroom.roster.enrolment import rename as rename_pupil
from classroom.roster.name_list import MAX_BYTES, MAX_PUPILS, NameList, UnreadableList, decode_list, read_list
from classroom.roster.pseudonyms import LONGEST
from classroom.roster.purge import amount_of_pupil

NOTHING = "Collez une liste ou choisissez un fichier."


@teachers_only
@require_safe
def roster(request: HttpRequest, code: str) -> HttpResponse:
    return roster_page(request, own_classroom(request, code))


def roster_page(request: HttpRequest, classroom: Classroom, problem: str = "", text: str = "") -> HttpResponse:
    pupils = sorted(classroom.pupils.all(), key=lambda pupil: alphabetical(pupil.pseudonym))
    context = {
        "classroom": classroom,
        "tab": "eleves",
        "pupils": [(pupil, " · ".join(words_of(pupil))) for pupil in pupils],
        "problem": problem,
        "text": text,
        "longest": LONGEST,
    }
    return render(request, "classroom/teacher/roster.html", context, status=400 if problem else 200)


@teachers_only
@require_POST
def preview(request: HttpRequest, code: str) -> HttpResponse:
    classroom = own_classroom(request, code)
    text = request.POST.get("text", "")
    try:
        if upload := request.FILES.get("file"):
            text = decode_list(upload.read(MAX_BYTES + 1))
        if not text.strip():
            raise UnreadableList(NOTHING)
        column = request.POST.get("column", "")
        names = read_list(text, int(column) if column.isascii() and column.isdigit() else None)
    except UnreadableList as problem:
        return roster_page(request, classroom, str(problem), text)
    existing = classroom.pupils.values_list("pseudonym", flat=True)
    return preview_page(request, classroom, propose(names, existing), names, text)


def preview_page(
    request: HttpRequest,
    classroom: Classroom,
    lines: tuple[Proposal, ...],
    names: NameList | None = None,
    text: str = "",
) -> HttpResponse:
    context = {
        "classroom": classroom,
        "tab": "eleves",
        "lines": lines,
        "to_check": sum(line.is_to_check for line in lines),
        "already": sum(line.already for line in lines),
        "new": sum(line.keep for line in lines),
        "names": names,
        "text": text,
        "longest": LONGEST,
    }
    return render(request, "classroom/teacher/preview.html", context)


@teachers_only
@require_POST
def enrol(request: HttpRequest, code: str) -> HttpResponse:
    """What the preview sent back: its lines as edited, or one name from the pupils' page."""
    classroom = own_classroom(request, code)
    names = request.POST.getlist("pseudonym")[:MAX_PUPILS]
    kept = set(request.POST.getlist("keep"))
    lines = [Proposal(name, keep=str(index) in kept) for index, name in enumerate(names)]
    checked = check(lines, list(classroom.pupils.values_list("pseudonym", flat=True)))
    chosen = [line.pseudonym for line in checked if line.keep]
    if any(line.remark for line in checked):
        return preview_page(request, classroom, checked)
    try:
        pupils = enrol_pupils(classroom, chosen)
    except Refused as problem:
        messages.warning(request, str(problem))
        return preview_page(request, classroom, checked)
    messages.success(request, welcome_to(pupils))
    return redirect("teacher:roster", code)


def welcome_to(pupils: list[Pupil]) -> str:
    if len(pupils) > 1:
        return f"{len(pupils)} élèves inscrits : leurs cartes sont prêtes à imprimer."
    if pupils:
        return f"{pupils[0]} est dans la classe : sa carte est prête à imprimer."
    return "Personne de nouveau : aucun nom n’était coché."


@teachers_only
@require_http_methods(["GET", "HEAD", "POST"])
def rename(request: HttpRequest, key: str) -> HttpResponse:
    pupil = own_pupil(request, key)
    typed = request.POST.get("pseudonym", pupil.pseudonym)
    if request.method == "POST":
        try:
            rename_pupil(pupil, typed)
        except Refused as problem:
            messages.warning(request, str(problem))
        else:
            messages.success(request, f"C’est noté : {pupil.pseudonym}. Sa carte et ses mots ne changent pas.")
            return redirect("teacher:roster", pupil.classroom.code)
    context = {"classroom": pupil.classroom, "tab": "eleves", "pupil": pupil, "typed": typed, "longest": LONGEST}
    return render(request, "classroom/teacher/rename_pupil.html", context)


@teachers_only
@require_http_methods(["GET", "HEAD", "POST"])
def delete(request: HttpRequest, key: str) -> HttpResponse:
    pupil = own_pupil(request, key)
    if request.method == "POST":
        pupil.delete()
        messages.success(request, f"{pupil.pseudonym} et son travail sont effacés de la classe.")
        return redirect("teacher:roster", pupil.classroom.code)
    context = {"classroom": pupil.classroom, "tab": "eleves", "pupil": pupil, "amount": amount_of_pupil(pupil)}
    return render(request, "classroom/teacher/delete_pupil.html", context)


@teachers_only
@require_http_methods(["GET", "HEAD", "POST"])
def reset(request: HttpRequest, key: str) -> HttpResponse:
    pupil = own_pupil(request, key)
    if request.method == "POST":
        renew_words(pupil)
        messages.success(request, f"{pupil.pseudonym} a de nouveaux mots. L’ancienne carte n’ouvre plus rien.")
        return redirect("teacher:card", key)
    context = {"classroom": pupil.classroom, "tab": "eleves", "pupil": pupil}
    return render(request, "classroom/teacher/reset.html", context)
