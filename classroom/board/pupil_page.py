"""What the teacher sees of one pupil in one lesson: the exercises, one of them with its code and every attempt."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from autograder.exercise import Exercise, Item, Lesson
from autograder.feedback.listing import Listing, listing
from autograder.feedback.places import Place, alphabetical, place
from autograder.feedback.typography import Markup, clean, prose
from classroom.board.cells import Cell, State, cell_of
from classroom.board.mistakes import known
from classroom.course import master_of
from classroom.lesson import copies
from classroom.lesson.release import release_of
from classroom.models import Attempt, Pupil, Standing

MOST = 50  # attempts shown, the last ones
TONES = {"passed": "done", "wrong": "retry", "raised": "retry", "timed_out": "retry"}  # classes of the tag
WORDS = {
    "passed": "réussi",
    "wrong": "presque",
    "raised": "Python s’est arrêté",
    "timed_out": "temps dépassé",
    "not_attempted": "à compléter",
    "grader_error": "souci du correcteur",
}


@dataclass(frozen=True)
class Line:
    """One exercise in the list on the left."""

    item: Item
    place: Place
    cell: Cell


@dataclass(frozen=True)
class Try:
    """One attempt as it is shown. `idea` is the misconception: « divisent par le plus grand »."""

    number: int
    at: datetime
    tone: str  # class of the tag
    title: str
    idea: Markup
    message: Markup
    example: dict | None
    code: Listing


def lines(lesson: Lesson, standings: dict[str, Standing]) -> tuple[Line, ...]:
    return tuple(
        Line(item, place(lesson, item.name), cell_of(item.name, item.points, standings.get(item.name), False))
        for item in lesson.items
    )


def first_to_see(found: Sequence[Line]) -> Item:
    """What needs the teacher first: stuck, then to try again, then going on; else the first exercise."""
    for state in (State.STUCK, State.RETRY, State.NOW):
        for line in found:
            if line.cell.state is state:
                return line.item
    return found[0].item


def code_now(pupil: Pupil, lesson: Lesson, item: Item, line: int = 0) -> Listing:
    """The answer's cell as it stands in the pupil's page, checked or not."""
    release = release_of(lesson)
    return listing(copies.source_in(copies.copy_of(pupil, lesson), release, release.cell_of(item.name).id), line)


def solution_of(lesson: Lesson, item: Item) -> Listing:
    return listing(master_of(lesson).solutions[item.name])


def tries(pupil: Pupil, lesson: Lesson, item: Item) -> list[Try]:
    """The last ones, newest first."""
    attempts = Attempt.objects.filter(pupil=pupil, lesson=lesson.name, item=item.name)
    return [shown(lesson, item, attempt) for attempt in attempts.order_by("-number")[:MOST]]


def shown(lesson: Lesson, item: Item, attempt: Attempt) -> Try:
    said = attempt.verdict
    idea = known(lesson, item.name, attempt.misconception)
    is_done = attempt.state == Attempt.State.DONE
    return Try(
        number=attempt.number,
        at=attempt.created_at,
        tone=TONES.get(attempt.outcome, "") if is_done else "",
        title=WORDS.get(attempt.outcome, "") if is_done else "en attente de correction",
        idea=prose(f"comme ceux qui {idea.group}") if idea else Markup(""),
        message=prose(clean(said.get("message") or "")),
        example=said.get("example"),
        code=listing(attempt.code, said.get("line") or 0),
    )


def hints_of(item: Item) -> int:
    return len(item.hints) if isinstance(item, Exercise) else 0


def next_pupil(pupil: Pupil) -> Pupil | None:
    """In alphabetical order, then from the beginning; None when alone."""
    others = pupil.classroom.pupils.exclude(pk=pupil.pk).only("key", "pseudonym", "classroom")
    ordered = sorted(others, key=lambda one: alphabetical(one.pseudonym))
    after = [one for one in ordered if alphabetical(one.pseudonym) > alphabetical(pupil.pseudonym)]
    return next(iter(after or ordered), None)
