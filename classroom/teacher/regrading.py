"""Grade again after a fix of the grader: a whole lesson, or one pupil's exercise; then say what changed."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from autograder.batch import IsolationTooWeak
from autograder.feedback.places import lesson_number, place
from autograder.feedback.typography import clean
from autograder.sandbox import SandboxError, SandboxMissing
from classroom.board.pupil_page import WORDS
from classroom.course import lesson_named
from classroom.gates.teachers import own_classroom, own_pupil, teachers_only
from classroom.gradebook.regrade import Change, regrade
from classroom.models import Attempt
from classroom.teacher.board import written_or_404
from classroom.teacher.pupil import lesson_and_item

NO_SANDBOX = "Le correcteur n’est pas prêt sur cette machine. Relancez le serveur, puis recommencez."


@require_POST
@teachers_only
def regrade_lesson(request: HttpRequest, code: str, lesson: str) -> HttpResponse:
    """Every attempt of the class in this lesson."""
    classroom = own_classroom(request, code)
    found = written_or_404(lesson)
    attempts = Attempt.objects.filter(pupil__classroom=classroom, lesson=found.name, state=Attempt.State.DONE)
    try:
        changes = regrade(attempts)
    except (IsolationTooWeak, SandboxMissing, SandboxError):
        messages.warning(request, NO_SANDBOX)
        return redirect("teacher:board", classroom.code)
    context = {
        "classroom": classroom,
        "tab": "tableau",
        "lesson": found,
        "number": lesson_number(found),
        "total": attempts.count(),
        "changes": [described(change) for change in changes],
    }
    return render(request, "classroom/teacher/regraded.html", context)


@require_POST
@teachers_only
def regrade_item(request: HttpRequest, key: str, lesson: str, item: str) -> HttpResponse:
    pupil = own_pupil(request, key)
    lesson_and_item(lesson, item)
    attempts = Attempt.objects.filter(pupil=pupil, lesson=lesson, item=item)
    try:
        changes = regrade(attempts)
    except (IsolationTooWeak, SandboxMissing, SandboxError):
        messages.warning(request, NO_SANDBOX)
    else:
        messages.success(request, summary([described(change) for change in changes]))
    return redirect("teacher:pupil_item", key, lesson, item)


def summary(changes: list[dict]) -> str:
    if not changes:
        return "Corrigé à nouveau : rien n’a changé."
    said = ", ".join(f"essai {one['number']} : {one['before']} → {one['now']}" for one in changes)
    return f"Corrigé à nouveau. {said[:1].upper()}{said[1:]}."


def described(change: Change) -> dict:
    attempt = change.attempt
    return {
        "key": attempt.pupil.key,
        "name": clean(attempt.pupil.pseudonym),
        "lesson": attempt.lesson,
        "item": attempt.item,
        "label": place(lesson_named(attempt.lesson), attempt.item).heading,
        "number": attempt.number,
        "before": WORDS[change.outcome_before],
        "now": WORDS[attempt.outcome],
        "same_word": change.outcome_before == attempt.outcome,
        "points_before": change.points_before,
        "points": attempt.points,
    }
