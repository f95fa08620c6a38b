"""The live board of a class, and what the teacher does from it."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET, require_POST

from autograder.exercise import Lesson
from autograder.feedback.places import lesson_number
from classroom.board.board import chosen_lesson, read_board
from classroom.board.mistakes import known, quoted, smallest_example
from classroom.course import course, item_named, lesson_named, written_lessons
from classroom.gates.teachers import own_classroom, teachers_only
from classroom.models import Classroom, Opening, Said
from classroom.road import openings
from classroom.teacher.stream import region


@require_GET
@teachers_only
def board(request: HttpRequest, code: str) -> HttpResponse:
    classroom = own_classroom(request, code)
    now = timezone.now()
    lesson = chosen_lesson(classroom, request.GET.get("lecon"), now)
    needy_first = request.GET.get("tri") == "aide"
    following = next_written(lesson)
    context = region(classroom, read_board(classroom, lesson, now, needy_first)) | {
        "tab": "tableau",
        "lessons": [(lesson_number(one), one) for one in written_lessons()],
        "number": lesson_number(lesson),
        "needy_first": needy_first,
        "following": following,
        "following_number": following and lesson_number(following),
        "following_is_open": following and is_open_for_all(classroom, following),
    }
    return render(request, "classroom/teacher/board.html", context)


def next_written(lesson: Lesson) -> Lesson | None:
    following = course().after(lesson)
    return following if following and following.items else None


def is_open_for_all(classroom: Classroom, lesson: Lesson) -> bool:
    return Opening.objects.filter(classroom=classroom, pupil=None, lesson=lesson.name, is_open=True).exists()


@require_POST
@teachers_only
def open_lesson(request: HttpRequest, code: str, lesson: str) -> HttpResponse:
    classroom = own_classroom(request, code)
    opened = written_or_404(lesson)
    openings.say(classroom, opened.name, openings.OPEN)
    messages.success(request, f"La leçon {lesson_number(opened)} est ouverte à toute la classe.")
    return to_board(classroom, request.POST.get("lecon"))


@require_POST
@teachers_only
def lower_hand(request: HttpRequest, code: str, key: str) -> HttpResponse:
    classroom = own_classroom(request, code)
    pupil = get_object_or_404(classroom.pupils, key=key)
    pupil.raised_at = None
    pupil.save(update_fields=("raised_at",))
    return to_board(classroom, request.POST.get("lecon"))


@require_POST
@teachers_only
def said(request: HttpRequest, code: str, lesson: str, item: str, name: str) -> HttpResponse:
    """« C’est dit » : the board forgets this mistake until it comes again."""
    classroom = own_classroom(request, code)
    mistake_or_404(lesson, item, name)
    Said.objects.update_or_create(
        classroom=classroom, lesson=lesson, item=item, misconception=name, defaults={"said_at": timezone.now()}
    )
    return to_board(classroom, lesson)


@require_GET
@teachers_only
def project(request: HttpRequest, code: str, lesson: str, item: str, name: str) -> HttpResponse:
    """The sentence to say, and the smallest example, in large letters and without any name."""
    classroom = own_classroom(request, code)
    found, misconception = written_or_404(lesson), mistake_or_404(lesson, item, name)
    context = {
        "classroom": classroom,
        "lesson": found,
        "item": item_named(found, item),
        "say": quoted(misconception.say),
        "example": smallest_example(classroom, lesson, item, name),
    }
    return render(request, "classroom/teacher/project.html", context)


def written_or_404(name: str) -> Lesson:
    lesson = lesson_named(name)
    if lesson is None:
        raise Http404
    return lesson


def mistake_or_404(lesson: str, item: str, name: str):
    misconception = known(written_or_404(lesson), item, name)
    if misconception is None:
        raise Http404
    return misconception


def to_board(classroom: Classroom, lesson: str | None) -> HttpResponse:
    chosen = f"?lecon={lesson}" if lesson and lesson_named(lesson) else ""
    return redirect(reverse("teacher:board", args=(classroom.code,)) + chosen)
