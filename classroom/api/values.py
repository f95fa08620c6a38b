"""What the lesson page receives, as plain values: ITEM, VERDICT, RESULT, PROGRESS, FREE."""

from typing import Any

from autograder.exercise import Exercise, FreeText, Item, Lesson, Outcome
from autograder.typography import french
from classroom import course
from classroom.grading.standings import MISTAKES
from classroom.models import Attempt, FreeAnswer
from classroom.road.progress import Record, has_passed, points_for, progress_in, record_around

Json = dict[str, Any]


def item_value(record: Record, lesson: Lesson, item: Item, last: Attempt | None) -> Json:
    """`last`: the latest graded attempt. The hints themselves are not here: they come on demand."""
    standing = record.standings.get((lesson.name, item.name))
    return {
        "state": state_of(record, lesson, item),
        "points": points_for(record, lesson, item),
        "max": item.points,
        "bonus": item.bonus,
        "badge": item.badge.slug if item.badge else None,
        "hints": len(item.hints) if isinstance(item, Exercise) else 0,
        "hints_seen": standing.hints_seen if standing else 0,
        "last": verdict_value(last) if last else None,
    }


def state_of(record: Record, lesson: Lesson, item: Item) -> str:
    standing = record.standings.get((lesson.name, item.name))
    if has_passed(record, lesson, item):
        return "passed"
    if standing is None or not (standing.last_outcome or standing.edited_at):
        return "todo"
    return "retry" if standing.last_outcome in MISTAKES else "started"


def verdict_value(attempt: Attempt) -> Json:
    names = ("message", "example", "line", "built", "choice_reason", "notes")
    nothing = {"message": "", "example": None, "line": 0, "built": "", "choice_reason": None, "notes": []}
    return {"outcome": attempt.outcome or Outcome.GRADER_ERROR} | {
        name: attempt.verdict.get(name, nothing[name]) for name in names
    }


def result_value(attempt: Attempt) -> Json:
    """Of an attempt that is graded; otherwise that it waits."""
    if attempt.state != Attempt.State.DONE:
        return {"state": "waiting", "attempt": attempt.key}
    lesson = course.lesson_named(attempt.lesson)
    item = course.item_named(lesson, attempt.item)
    record = record_around(attempt.pupil, lesson)
    badges = {badge.slug: badge for badge in (*(item.badge for item in lesson.items), lesson.badge) if badge}
    new = (badges[slug] for slug in attempt.verdict.get("new_badges", ()) if slug in badges)
    return {
        "state": "done",
        "verdict": verdict_value(attempt),
        "item": item_value(record, lesson, item, attempt),
        "new_badges": [
            {"slug": badge.slug, "title": french(badge.title), "proves": french(badge.proves)} for badge in new
        ],
        "progress": progress_value(record, lesson),
    }


def progress_value(record: Record, lesson: Lesson) -> Json:
    progress = progress_in(record, lesson)
    following = progress.following
    return {
        "points": progress.points,
        "needed": progress.needed,
        "max": progress.max,
        "reached": progress.reached,
        "next": following and {"name": following.name, "title": following.title, "open": progress.following_is_open},
        "missing": progress.missing,
    }


def free_value(free: FreeText, answer: FreeAnswer | None) -> Json:
    """answered: the teacher has answered, and the pupil has not read it yet."""
    if answer is None:
        return {"text": "", "answered": False, "points": None, "max": free.points, "comment": ""}
    is_new = bool(answer.marked_at) and (answer.read_at is None or answer.read_at < answer.marked_at)
    return {
        "text": answer.text,
        "answered": is_new,
        "points": answer.points,
        "max": free.points,
        "comment": answer.comment,
    }
