"""One pupil, as the teacher sees them: exercises, code, attempts, free text; and what can be done for this pupil."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET, require_POST

from autograder.exercise import Item, Lesson
from autograder.feedback.places import lesson_number, place
from autograder.feedback.typography import clean
from classroom.board import pupil_page, whereabouts
from classroom.board.cells import is_here
from classroom.course import item_named, lesson_named, written_lessons
from classroom.gates.teachers import own_pupil, teachers_only
from classroom.gradebook import free_texts, overrides
from classroom.models import FreeAnswer, Pupil, Standing
from classroom.road import openings, progress
from classroom.teacher.marking import form_of, points_from


@require_GET
@teachers_only
def pupil(request: HttpRequest, key: str) -> HttpResponse:
    """In the lesson asked for, else where this pupil is; at the exercise that needs the teacher first."""
    shown = own_pupil(request, key)
    last = whereabouts.find(shown.classroom).get(shown.pk)
    lesson = lesson_named(request.GET.get("lecon") or (last.lesson if last else "")) or written_lessons()[0]
    return show(request, shown, lesson, None)


@require_GET
@teachers_only
def pupil_item(request: HttpRequest, key: str, lesson: str, item: str) -> HttpResponse:
    shown = own_pupil(request, key)
    return show(request, shown, *lesson_and_item(lesson, item))


def lesson_and_item(lesson: str, item: str) -> tuple[Lesson, Item]:
    """Raises Http404."""
    found = lesson_named(lesson)
    named = found and item_named(found, item)
    if not named:
        raise Http404
    return found, named


def show(request: HttpRequest, shown: Pupil, lesson: Lesson, item: Item | None) -> HttpResponse:
    standings = {one.item: one for one in Standing.objects.filter(pupil=shown, lesson=lesson.name)}
    lines = pupil_page.lines(lesson, standings)
    item = item or pupil_page.first_to_see(lines)
    standing = standings.get(item.name)
    tries = pupil_page.tries(shown, lesson, item)
    record = progress.record_of(shown)
    answer = FreeAnswer.objects.filter(pupil=shown, lesson=lesson.name, text__regex=r"\S").first()
    context = {
        "classroom": shown.classroom,
        "tab": "tableau",
        "pupil": shown,
        "name": clean(shown.pseudonym),
        "is_here": is_here(shown.seen_at, timezone.now()),
        "lesson": lesson,
        "number": lesson_number(lesson),
        "lessons": [(lesson_number(one), one) for one in written_lessons()],
        "lines": lines,
        "line": next(line for line in lines if line.item is item),
        "progress": progress.progress_in(record, lesson),
        "following_number": (following := progress.progress_in(record, lesson).following) and lesson_number(following),
        "standing": standing,
        "hints": pupil_page.hints_of(item),
        "code": pupil_page.code_now(shown, lesson, item),
        "solution": pupil_page.solution_of(lesson, item) if "correction" in request.GET else None,
        "tries": tries,
        "following_pupil": pupil_page.next_pupil(shown),
        "prompts": free_texts.prompts_in(lesson),
    }
    if answer and free_texts.prompt_of(answer):
        answer.pupil = shown
        context |= form_of(request, answer, free_texts.to_read(shown.classroom))
    return render(request, "classroom/teacher/pupil.html", context)


@require_POST
@teachers_only
def override(request: HttpRequest, key: str, lesson: str, item: str) -> HttpResponse:
    """Points with a reason, or the best attempt again."""
    marked = own_pupil(request, key)
    found, named = lesson_and_item(lesson, item)
    reason = " ".join(clean(request.POST.get("reason", "")).split())
    points = points_from(request.POST.get("points", ""), named.points)
    label = place(found, item).heading
    if "take_back" in request.POST:
        overrides.take_back(marked, found, named)
        messages.success(request, f"{label} : le meilleur essai compte de nouveau.")
    elif not reason or points is None:
        messages.warning(request, "Écrivez la raison en quelques mots : elle sera gardée avec les points.")
    else:
        overrides.count_right(marked, found, named, points, reason)
        messages.success(request, f"{label} : {points} sur {named.points} pour {marked.pseudonym}".rstrip(".") + ".")
    return redirect("teacher:pupil_item", key, lesson, item)


@require_POST
@teachers_only
def open_for(request: HttpRequest, key: str, lesson: str) -> HttpResponse:
    """Open a lesson for this pupil alone."""
    helped = own_pupil(request, key)
    opened = lesson_named(lesson)
    if opened is None:
        raise Http404
    openings.say(helped.classroom, opened.name, openings.OPEN, helped)
    messages.success(request, f"La leçon {lesson_number(opened)} est ouverte pour {helped.pseudonym}".rstrip(".") + ".")
    shown = progress.lesson_before(opened) or opened  # the button stands on the page of the lesson before
    return redirect(reverse("teacher:pupil", args=[key]) + f"?lecon={shown.name}")


@require_POST
@teachers_only
def lower_one(request: HttpRequest, key: str) -> HttpResponse:
    seen = own_pupil(request, key)
    seen.raised_at = None
    seen.save(update_fields=("raised_at",))
    return redirect("teacher:pupil", key)
