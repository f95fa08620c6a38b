"""A class at one moment, for one lesson: who is where, who waits, which mistakes are shared.

`read_board` asks the database a fixed number of questions, whatever the size of the class; what it makes of the
answers are pure functions of frozen values. Two boards are equal when they look the same: times that only get
older do not count.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from autograder.exercise import Lesson
from autograder.feedback.places import place
from autograder.feedback.typography import clean
from classroom.board import mistakes, whereabouts
from classroom.board.cells import State, is_done, is_here
from classroom.board.mistakes import SharedMistake, shared_mistakes
from classroom.board.rows import Row, by_name, by_need, row_of
from classroom.board.waiting import Waiting, waiting_in
from classroom.course import lesson_named, written_lessons
from classroom.gradebook import free_texts
from classroom.models import Classroom, Pupil, Standing


@dataclass(frozen=True)
class Column:
    item: str
    label: str  # « 1.4 », « Q2 »
    title: str
    bonus: bool
    is_question: bool
    passed: int
    pupils: int

    @property
    def share(self) -> int:
        """Percent."""
        return round(100 * self.passed / self.pupils) if self.pupils else 0


@dataclass(frozen=True)
class Board:
    lesson: Lesson = field(compare=False)
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    waiting: tuple[Waiting, ...]
    mistakes: tuple[SharedMistake, ...]
    to_read: int

    @property
    def connected(self) -> str:
        here = sum(row.is_here for row in self.rows)
        return f"{here} connecté{'s' if here > 1 else ''} sur {len(self.rows)}"


def read_board(classroom: Classroom, lesson: Lesson, now: datetime, needy_first: bool = False) -> Board:
    pupils = list(Pupil.objects.filter(classroom=classroom).order_by().defer("memory"))
    standings = of_each_pupil(Standing.objects.filter(pupil__classroom=classroom, lesson=lesson.name))
    last = whereabouts.find(classroom)
    made, said = mistakes.find(classroom, lesson, now)
    rows = sorted(
        (row_of(pupil, lesson, standings.get(pupil.pk, {}), last.get(pupil.pk), now) for pupil in pupils),
        key=by_need if needy_first else by_name,
    )
    names = {pupil.pk: clean(pupil.pseudonym) for pupil in pupils}
    return Board(
        lesson=lesson,
        columns=columns_of(lesson, rows),
        rows=tuple(rows),
        waiting=waiting_in(lesson, rows),
        mistakes=shared_mistakes(lesson, made, names, done_in(lesson, standings), said),
        to_read=free_texts.unread(classroom).count(),
    )


def of_each_pupil(standings: Iterable[Standing]) -> dict[int, dict[str, Standing]]:
    found: dict[int, dict[str, Standing]] = {}
    for standing in standings:
        found.setdefault(standing.pupil_id, {})[standing.item] = standing
    return found


def done_in(lesson: Lesson, standings: dict[int, dict[str, Standing]]) -> set[tuple[int, str]]:
    return {
        (pupil, item.name)
        for pupil, known in standings.items()
        for item in lesson.items
        if item.name in known and is_done(known[item.name], item.points)
    }


def columns_of(lesson: Lesson, rows: Sequence[Row]) -> tuple[Column, ...]:
    found = []
    for rank, item in enumerate(lesson.items):
        spot = place(lesson, item.name)
        passed = sum(row.cells[rank].state is State.DONE for row in rows)
        found.append(Column(item.name, spot.label, item.title, item.bonus, spot.is_question, passed, len(rows)))
    return tuple(found)


def chosen_lesson(classroom: Classroom, asked: str | None, now: datetime) -> Lesson:
    """The lesson of the address; else where most pupils are; else the first of the course."""
    if asked and (lesson := lesson_named(asked)):
        return lesson
    seen = Pupil.objects.filter(classroom=classroom).order_by().values_list("pk", "seen_at")
    connected = {pk for pk, seen_at in seen if is_here(seen_at, now)}
    busiest = whereabouts.busiest_lesson(whereabouts.find(classroom), connected)
    return (busiest and lesson_named(busiest)) or written_lessons()[0]
