"""Whom to go and see first."""

from collections.abc import Sequence
from dataclasses import dataclass

from autograder.exercise import Lesson
from autograder.feedback.places import place
from classroom.board.cells import State
from classroom.board.rows import Row


@dataclass(frozen=True)
class Waiting:
    """`item` is the exercise to look at together, "" when nothing in this lesson says which."""

    key: str
    name: str
    raised: bool  # the hand; otherwise the pupil is stuck
    where: str  # « 1.4 », « leçon 2 »
    item: str


def waiting_in(lesson: Lesson, rows: Sequence[Row]) -> tuple[Waiting, ...]:
    """Raised hands, the oldest first; then connected pupils who are stuck, the longest first. Each pupil once."""
    hands = sorted((row for row in rows if row.raised_at), key=lambda row: (row.raised_at, row.name))
    stuck = sorted((row for row in rows if row.stuck and row.is_here and not row.raised_at), key=stuck_since)
    return (*(raised(lesson, row) for row in hands), *(flagged(lesson, row) for row in stuck))


def stuck_since(row: Row) -> tuple:
    times = [cell.since or row.moved_at for cell in row.stuck]
    return min(time.timestamp() for time in times if time), row.name


def raised(lesson: Lesson, row: Row) -> Waiting:
    """The hand is about the stuck exercise, or the one at hand."""
    if row.stuck:
        return flagged(lesson, row, raised=True)
    started = any(cell.item == row.current and cell.state is not State.NONE for cell in row.cells)
    return Waiting(row.key, row.name, True, row.where, row.current if started else "")


def flagged(lesson: Lesson, row: Row, raised: bool = False) -> Waiting:
    item = row.stuck[0].item
    return Waiting(row.key, row.name, raised, place(lesson, item).label, item)
