"""The lesson page: what is read is made here, from the release; what is done, in assets/src/lesson."""

from dataclasses import dataclass

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from autograder.exercise import Lesson
from classroom.api.state import lesson_state
from classroom.course import lesson_named, written_lessons
from classroom.gates.pupils import pupils_only
from classroom.lesson.page import LessonPage, lesson_page
from classroom.road.progress import Record, is_open, progress_in, record_of

QUIZ_ANCHOR = "le-petit-quiz"
SAYINGS = {
    "closed": "Ton professeur ne l’a pas encore ouverte. Elle apparaîtra sur ton parcours.",
    "missing": "Pour l’ouvrir, il te faut {missing} dans la leçon {number}, « {title} ».",
    "before": "Elle s’ouvrira après la leçon {number}, « {title} ».",
    "to_road": "Revenir à mon parcours",
    "to_lesson": "Continuer la leçon {number}",
}


@dataclass(frozen=True)
class Step:
    """One mark of the trail across the top: an exercise, or the quiz with all its questions."""

    items: tuple[str, ...]
    mark: str
    anchor: str
    title: str
    is_bonus: bool = False

    @property
    def item(self) -> str:
        return " ".join(self.items)


@require_safe
@pupils_only
def lesson(request: HttpRequest, lesson: str) -> HttpResponse:
    known = lesson_named(lesson)
    if known is None:
        raise Http404
    record = record_of(request.pupil)
    if not is_open(record, known):
        return render(request, "classroom/pupil/lesson_locked.html", locked_context(record, known), status=403)
    page, state = lesson_page(known.name), lesson_state(request.pupil, known)
    context = {
        "page": page.with_copy(state["cells"]),
        "cells": [cell_value(code) for code in page.codes],
        "state": state,
        "trail": [trail_value(step, state["items"]) for step in steps_of(page)],
        "site": settings.STATIC_URL,
        "hand": state["hand"],
        "pupil": request.pupil,
    }
    response = render(request, "classroom/pupil/lesson.html", context)
    response.headers["Cache-Control"] = "private, no-store"  # « back » must not show an older copy of the work
    return response


def cell_value(code) -> dict[str, str]:
    """What the page's script needs of a cell: as it was released."""
    item = code.item.name if code.item else ""
    return {"id": code.id, "kind": code.kind, "head": code.head, "source": code.source, "item": item}


def steps_of(page: LessonPage) -> list[Step]:
    steps = [
        Step((code.item.name,), str(code.number), f"e{code.number}", code.item.title, code.item.bonus)
        for code in page.codes
        if code.item
    ]
    if questions := page.lesson.questions:
        steps.append(Step(tuple(question.name for question in questions), "?", QUIZ_ANCHOR, "Le petit quiz"))
    return steps


def trail_value(step: Step, items: dict[str, dict]) -> dict[str, str]:
    is_done = all(items[name]["state"] == "passed" for name in step.items)
    what = f"Exercice {step.mark}, {step.title}" if step.mark != "?" else step.title
    kinds = ("done",) if is_done else ("bonus",) if step.is_bonus else ()
    label = f"{what} : {'réussi' if is_done else 'à faire'}"
    return {
        "item": step.item,
        "mark": step.mark,
        "anchor": step.anchor,
        "title": step.title,
        "label": label,
        "classes": " ".join(kinds),
    }


def locked_context(record: Record, lesson: Lesson) -> dict:
    """Why it is closed, and where to go."""
    lessons = written_lessons()
    rank = [known.name for known in lessons].index(lesson.name)
    before = lessons[rank - 1] if rank else None
    words = {"number": rank, "title": before.title if before else ""}
    way = {"address": reverse("pupil:road"), "words": SAYINGS["to_road"]}
    if before is None or lesson.name in record.words:
        return {"lesson": lesson, "number": rank + 1, "why": SAYINGS["closed"], "way": way}
    missing = progress_in(record, before).missing
    if not missing or not is_open(record, before):
        return {"lesson": lesson, "number": rank + 1, "why": SAYINGS["before"].format(**words), "way": way}
    way = {"address": reverse("pupil:lesson", args=(before.name,)), "words": SAYINGS["to_lesson"].format(**words)}
    why = SAYINGS["missing"].format(missing=missing, **words)
    return {"lesson": lesson, "number": rank + 1, "why": why, "way": way}
