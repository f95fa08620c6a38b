"""resultats.csv: what a French spreadsheet opens with a double click."""

import csv
from collections.abc import Sequence
from pathlib import Path

from autograder.exercise import Course
from autograder.feedback import phrases
from autograder.feedback.places import alphabetical
from autograder.feedback.progress import progress
from autograder.feedback.typography import clean
from autograder.report import Failure, Report
from autograder.typography import number

# A cell that begins so is a formula for a spreadsheet, and a pupil chooses its name.
_FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠")


def write_results(reports: Sequence[Report], failures: Sequence[Failure], course: Course, path: Path) -> Path:
    """One line per pupil and lesson, two columns per exercise (all lessons side by side), then what was not read."""
    order = {lesson.name: rank for rank, lesson in enumerate(course.lessons)}
    ordered = sorted(reports, key=lambda one: (order.get(one.lesson.name, len(order)), alphabetical(one.pupil)))
    names = list(dict.fromkeys(verdict.name for report in ordered for verdict in report.verdicts))
    columns = [column for name in names for column in (name, f"{name}_points")]
    empty = [""] * (len(phrases.CSV_COLUMNS) - 1 + len(columns))
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        lines = csv.writer(file, delimiter=";", lineterminator="\r\n")
        lines.writerow([*phrases.CSV_COLUMNS, *columns, phrases.CSV_REMARK])
        lines.writerows([*map(cell, _line(report, course, names)), ""] for report in ordered)
        lines.writerows(
            [cell(failure.pupil), *empty, cell(phrases.not_read(failure.notebook, failure.message))]
            for failure in failures
        )
    return path


def cell(value: str | float) -> str:
    """A number with its comma, or a text that no spreadsheet takes for a formula.

    >>> cell("=1+1"), cell(2.5)
    ("'=1+1", '2,5')
    """
    if not isinstance(value, str):
        return number(value)
    text = " ".join(clean(value).split())  # on one line, and no tab in front to hide a formula
    return f"'{text}" if text.startswith(_FORMULA) else text


def _line(report: Report, course: Course, names: Sequence[str]) -> list[str | float]:
    verdicts = {verdict.name: verdict for verdict in report.verdicts}
    line: list[str | float] = [
        report.pupil,
        report.lesson.name,
        report.points,
        report.max_points,
        phrases.YES if progress(report, course).reached else phrases.NO,
        report.unlocked.name if report.unlocked else "",
        ", ".join(badge.title for badge in report.badges),
    ]
    for name in names:
        verdict = verdicts.get(name)
        line += [phrases.STATES[verdict.outcome].word, verdict.points] if verdict else ["", ""]
    return line
