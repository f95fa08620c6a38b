"""One pupil's line on the board."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from autograder.exercise import Lesson
from autograder.feedback.places import alphabetical, place
from autograder.feedback.typography import clean
from classroom.board.cells import STILL_AFTER, Cell, State, cell_of, is_done, is_here
from classroom.board.elapsed import ago
from classroom.board.whereabouts import Whereabouts, latest_of
from classroom.models import Pupil, Standing


@dataclass(frozen=True)
class Row:
    """`where` is the exercise the pupil is at, « 1.4 », or the other lesson where they are, « leçon 2 »."""

    key: str
    name: str
    is_here: bool
    raised_at: datetime | None
    where: str
    current: str  # the exercise's name, "" when elsewhere or when all is done
    cells: tuple[Cell, ...]
    moved_at: datetime | None = field(compare=False)
    idle: timedelta | None = field(compare=False)  # since then; None: away

    @property
    def stuck(self) -> tuple[Cell, ...]:
        return self.of(State.STUCK)

    @property
    def elsewhere(self) -> str:
        """The other lesson where the pupil works."""
        return "" if self.current else self.where

    @property
    def when(self) -> str:
        return "absent" if self.idle is None else ago(self.idle)

    @property
    def idle_seconds(self) -> int | None:
        return None if self.idle is None else int(self.idle.total_seconds())

    def of(self, state: State) -> tuple[Cell, ...]:
        return tuple(cell for cell in self.cells if cell.state is state)


def row_of(
    pupil: Pupil, lesson: Lesson, standings: Mapping[str, Standing], last: Whereabouts | None, now: datetime
) -> Row:
    """`last`: where the pupil last did something, in any lesson; None when nowhere yet."""
    here = is_here(pupil.seen_at, now)
    elsewhere = last is not None and last.lesson != lesson.name
    current = "" if elsewhere else current_item(lesson, standings)
    is_still = here and last is not None and now - last.moved_at >= STILL_AFTER
    moved_at = last.moved_at if last else pupil.seen_at
    return Row(
        key=pupil.key,
        name=clean(pupil.pseudonym),
        is_here=here,
        raised_at=pupil.raised_at,
        where=lesson_label(last.lesson) if elsewhere else place(lesson, current).label,
        current=current,
        cells=tuple(
            cell_of(item.name, item.points, standings.get(item.name), is_still and item.name == current)
            for item in lesson.items
        ),
        moved_at=moved_at,
        idle=now - moved_at if here else None,
    )


def current_item(lesson: Lesson, standings: Mapping[str, Standing]) -> str:
    """The exercise worked on last that is not done yet; else the first one to do; "" when all is done."""
    todo = [
        item for item in lesson.items if not (item.name in standings and is_done(standings[item.name], item.points))
    ]
    touched = [
        (at, item.name)
        for item in todo
        if (known := standings.get(item.name)) and (at := latest_of(known.edited_at, known.last_at))
    ]
    if touched:
        return max(touched)[1]
    return next((item.name for item in sorted(todo, key=lambda item: item.bonus)), "")


def lesson_label(lesson_name: str) -> str:
    return f"leçon {lesson_name.partition('_')[0].lstrip('0')}"


def by_name(row: Row) -> tuple:
    return alphabetical(row.name)


def by_need(row: Row) -> tuple:
    """Those to help first: hands, then stuck, then those to try again, then the least advanced; the absent last."""
    raised = row.raised_at.timestamp() if row.raised_at else float("inf")
    passed = len(row.of(State.DONE))
    return (not row.is_here, raised, -len(row.stuck), -len(row.of(State.RETRY)), passed, alphabetical(row.name))
