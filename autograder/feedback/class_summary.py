"""The summary of a class for the teacher: who is where, which mistakes are shared, what could not be read."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from autograder.exercise import Course, Lesson
from autograder.feedback import phrases
from autograder.feedback.mistakes import shared_mistakes
from autograder.feedback.page import write_page
from autograder.feedback.phrases import State
from autograder.feedback.places import Place, alphabetical, lesson_number, next_lesson, page_path, place
from autograder.feedback.progress import Progress, progress
from autograder.feedback.results import write_results
from autograder.report import Failure, Report, Verdict


@dataclass(frozen=True)
class Column:
    name: str
    place: Place
    passed: int


@dataclass(frozen=True)
class Cell:
    state: State
    title: str


@dataclass(frozen=True)
class Row:
    report: Report
    page: str
    cells: tuple[Cell, ...]
    step: Progress


@dataclass(frozen=True)
class Board:
    """The table of one lesson."""

    heading: str
    following: str | None  # « Leçon 2 »; None after the last lesson
    following_in_sentence: str | None  # « la leçon 2 »
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]

    @property
    def beyond(self) -> int:
        """How many may go on."""
        return sum(row.step.joyful for row in self.rows)


def write_class_summary(
    reports: Sequence[Report], failures: Sequence[Failure], course: Course, folder: Path
) -> tuple[Path, Path]:
    """Write `index.html` and `resultats.csv` in `folder`."""
    folder.mkdir(parents=True, exist_ok=True)
    ordered = sorted(reports, key=lambda report: alphabetical(report.pupil))
    page = write_page(
        folder / "index.html",
        "class.html",
        course=course,
        reports=ordered,
        boards=[board(lesson, group, course) for lesson, group in by_lesson(ordered, course)],
        mistakes=shared_mistakes(ordered, course),
        failures=sorted(failures, key=lambda failure: (alphabetical(failure.pupil), failure.notebook)),
        to_read=sum(bool(text.strip()) for report in reports for _, text in report.free_texts),
    )
    return page, write_results(reports, failures, course, folder / "resultats.csv")


def by_lesson(reports: Sequence[Report], course: Course) -> list[tuple[Lesson, list[Report]]]:
    """Reports of each lesson, in the order of the course."""
    groups: dict[str, list[Report]] = {lesson.name: [] for lesson in course.lessons}
    for report in reports:
        groups.setdefault(report.lesson.name, []).append(report)
    return [(group[0].lesson, group) for group in groups.values() if group]


def board(lesson: Lesson, reports: Sequence[Report], course: Course) -> Board:
    known = [item.name for item in lesson.items]
    names = list(dict.fromkeys([*known, *(verdict.name for report in reports for verdict in report.verdicts)]))
    columns = tuple(Column(name, place(lesson, name), _passed(name, reports)) for name in names)
    following = next_lesson(course, lesson)
    return Board(
        heading=phrases.lesson_heading(lesson_number(lesson), lesson.title),
        following=phrases.lesson_name(lesson_number(following)) if following else None,
        following_in_sentence=phrases.lesson_name(lesson_number(following), article=True) if following else None,
        columns=columns,
        rows=tuple(row(report, columns, course) for report in reports),
    )


def row(report: Report, columns: Sequence[Column], course: Course) -> Row:
    verdicts = {verdict.name: verdict for verdict in report.verdicts}
    return Row(
        report=report,
        page=page_path(report.pupil, report.lesson).as_posix(),
        cells=tuple(cell(report.pupil, column, verdicts.get(column.name)) for column in columns),
        step=progress(report, course),
    )


def cell(pupil: str, column: Column, verdict: Verdict | None) -> Cell:
    state = phrases.STATES[verdict.outcome] if verdict else phrases.NO_VERDICT
    points = phrases.points_of(verdict.points, verdict.max_points) if verdict else None
    return Cell(state, phrases.cell_title(pupil, column.name, state.word, points))


def _passed(name: str, reports: Sequence[Report]) -> int:
    return sum(verdict.passed for report in reports for verdict in report.verdicts if verdict.name == name)
