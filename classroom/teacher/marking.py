"""Free texts, read and marked one after the other."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from autograder.feedback.typography import clean
from classroom.gates.teachers import own_classroom, teachers_only
from classroom.gradebook import free_texts
from classroom.models import Classroom, FreeAnswer, Phrase

MOST_PHRASES = 8


@require_http_methods(["GET", "POST"])
@teachers_only
def marking(request: HttpRequest, code: str) -> HttpResponse:
    classroom = own_classroom(request, code)
    if request.method == "POST":
        return receive(request, classroom)
    waiting = free_texts.to_read(classroom)
    asked = asked_for(classroom, request.GET) if "eleve" in request.GET else None
    return show(request, classroom, waiting, asked or next(iter(waiting), None))


def receive(request: HttpRequest, classroom: Classroom) -> HttpResponse:
    """« Envoyer », or « Garder cette phrase », which leaves the form as it was typed."""
    answer = asked_for(classroom, request.POST)
    comment = clean(request.POST.get("comment", "")).strip()
    typed = {"comment": comment, "points": request.POST.get("points", "")}
    if "keep" in request.POST:
        free_texts.keep_phrase(request.user, comment)
        return show(request, classroom, free_texts.to_read(classroom), answer, typed)
    points = points_from(typed["points"], free_texts.prompt_of(answer).free.points)
    if points is None:
        messages.warning(request, "Choisissez les points, puis envoyez.")
        return show(request, classroom, free_texts.to_read(classroom), answer, typed)
    try:
        free_texts.mark(answer, points, comment, request.POST.get("read", ""), timezone.now())
    except free_texts.Changed:
        messages.warning(request, f"{answer.pupil.pseudonym} vient de changer son texte : relisez-le, puis envoyez.")
        return show(request, classroom, free_texts.to_read(classroom), answer, typed)
    free_texts.count_phrases(request.user, comment)
    messages.success(request, f"C’est envoyé à {answer.pupil.pseudonym}".rstrip(".") + ".")
    return redirect("teacher:marking", classroom.code)


def asked_for(classroom: Classroom, asked) -> FreeAnswer:
    """Raises Http404."""
    which = {"pupil__key": asked.get("eleve", ""), "lesson": asked.get("lecon", ""), "name": asked.get("texte", "")}
    answer = free_texts.written(classroom).select_related("pupil").filter(**which).first()
    if answer is None:
        raise Http404
    return answer


def points_from(text: str, most: int) -> int | None:
    return int(text) if text in {str(points) for points in range(most + 1)} else None


def show(
    request: HttpRequest,
    classroom: Classroom,
    waiting: list[FreeAnswer],
    answer: FreeAnswer | None,
    typed: dict | None = None,
) -> HttpResponse:
    context = {
        "classroom": classroom,
        "tab": "copies",
        "waiting": [(one, free_texts.prompt_of(one)) for one in waiting],
        "answer": answer,
    }
    if answer:
        context |= form_of(request, answer, waiting, typed)
    return render(request, "classroom/teacher/marking.html", context)


def form_of(request: HttpRequest, answer: FreeAnswer, waiting: list[FreeAnswer], typed: dict | None = None) -> dict:
    """What marking_form.html needs; a pupil's page shows the same form."""
    prompt = free_texts.prompt_of(answer)
    kept = "" if answer.points is None else f"{answer.points:g}"
    return {
        "classroom": answer.pupil.classroom,
        "answer": answer,
        "text": clean(answer.text),
        "prompt": prompt,
        "read": free_texts.print_of(answer.text),
        "is_unread": free_texts.is_unread(answer),
        "marks": [str(points) for points in range(prompt.free.points + 1)],
        "points": typed["points"] if typed else kept,
        "comment": typed["comment"] if typed else answer.comment,
        "phrases": Phrase.objects.filter(teacher=request.user)[:MOST_PHRASES],
        "others": sum(one.pk != answer.pk for one in waiting),
    }
