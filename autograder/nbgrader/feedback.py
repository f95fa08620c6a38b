"""What `nbgrader generate_feedback` writes: our page of a pupil, with the gradebook's marks and the teacher's words.

The page is made from texts alone, all escaped; of the notebook's cells only the pupil's answers are shown. So no hidden
test can be in it, and nothing a pupil wrote can run. Set by `c.GenerateFeedback.exporter_class`.
"""

from dataclasses import dataclass
from typing import Any

from nbconvert.exporters import Exporter
from nbgrader.api import Gradebook
from traitlets import Any as AnyTrait
from traitlets import default

from autograder.exercise import Course, Item, Lesson, Outcome
from autograder.feedback.page import page
from autograder.feedback.phrases import count, points_of
from autograder.feedback.pupil_page import pupil_values
from autograder.nbgrader import phrases
from autograder.nbgrader.outputs import RECORD, needs_person
from autograder.notebook import Unreadable, dig
from autograder.report import Counterexample, Report, Verdict
from autograder.typography import number

RIGHT = 1e-9  # a mark that close to the maximum is the maximum


@dataclass(frozen=True)
class FreeMark:
    """One free text: what was asked and written, its mark as a sentence, the teacher's comment."""

    prompt: str
    text: str
    mark: str
    comment: str


class FeedbackExporter(Exporter):
    """From an autograded notebook, with GetGrades before it, to one HTML page that is complete in itself."""

    course = AnyTrait(help="gives the course").tag(config=True)
    output_mimetype = "text/html"

    @default("file_extension")
    def _html(self) -> str:
        return ".html"

    def from_notebook_node(self, nb, resources=None, **kw):
        nb, resources = super().from_notebook_node(nb, resources, **kw)
        where = resources["nbgrader"]
        lesson = self.course().lesson(where["assignment"])
        if lesson is None:
            raise Unreadable(phrases.NO_SUCH_LESSON.format(lesson=where["assignment"]))
        cells = {label: cell for cell in nb.cells if (label := dig(cell, "metadata", "nbgrader", "grade_id"))}
        name, unread = in_gradebook(where)
        report = report_of(cells, lesson, self.course(), name, tuple(dig(nb, "metadata", "tuto", "notes") or ()))
        late = where["late_penalty"]
        values = pupil_values(report, self.course()) | {
            "words": phrases,
            "later": (),
            "total": phrases.TOTAL.format(points=number(where["score"]), out_of=number(where["max_score"])),
            "remarks": [phrases.LATE.format(points=count(late, "point"))] if late else [],
            "comments": {item.name: comment_of(cells.get(item.name)) for item in lesson.items},
            "free_texts": [
                free_mark(free, cells[free.name], unread) for free in lesson.free_texts if free.name in cells
            ],
        }
        return page("marked.html", **values), resources


def in_gradebook(where: dict[str, str]) -> tuple[str, frozenset[str]]:
    """The pupil's first name, else its identifier; and the cells that a person must still mark."""
    with Gradebook(where["db_url"]) as book:
        submitted = book.find_submission_notebook(where["notebook"], where["assignment"], where["student"])
        waiting = frozenset(grade.name for grade in submitted.grades if grade.needs_manual_grade)
        return book.find_student(where["student"]).first_name or where["student"], waiting


def report_of(cells: dict[str, Any], lesson: Lesson, course: Course, pupil: str, notes: tuple[str, ...]) -> Report:
    """The report as it was when marking, with the points of the gradebook."""
    verdicts = tuple(
        verdict_of(item, cells.get(item.name), cells[f"test_{item.name}"])
        for item in lesson.items
        if f"test_{item.name}" in cells
    )
    report = Report(
        notebook="",
        pupil=pupil,
        lesson=lesson,
        verdicts=verdicts,
        unlocked=None,
        threshold=course.threshold,
        notes=notes,
    )
    return Report(**{**vars(report), "unlocked": course.after(lesson) if report.reached else None})


def verdict_of(item: Item, answer: Any, test: Any) -> Verdict:
    mark = test.metadata.nbgrader
    record = next((said for output in test.outputs if (said := dig(output, "metadata", RECORD))), {})
    points, worth = mark.get("score") or 0.0, mark.get("points") or 0
    outcome, message = said_of(record, points, worth)
    example = record.get("counterexample")
    return Verdict(
        name=item.name,
        outcome=outcome,
        points=points,
        max_points=worth,
        bonus=item.bonus,
        message=message,
        misconception=record.get("misconception"),
        counterexample=Counterexample(**example) if example else None,
        badge=item.badge if outcome is Outcome.PASSED else None,
        code=answer.source if answer else "",
        line=record.get("line", 0),
    )


def said_of(record: dict[str, Any], points: float, worth: float) -> tuple[Outcome, str]:
    """What the machine said; where it could not tell and the teacher gave points, what those say."""
    if not needs_person(record):
        return Outcome(record["outcome"]), record["message"]
    if points:
        full = points >= worth - RIGHT
        return (Outcome.PASSED if full else Outcome.WRONG), phrases.MARKED_BY_HAND
    return Outcome.GRADER_ERROR, record.get("message") or phrases.NO_VERDICT


def free_mark(free, cell: Any, unread: frozenset[str]) -> FreeMark:
    mark, comment = cell.metadata.nbgrader, cell.metadata.nbgrader.get("comment")
    blank = comment == phrases.NO_ANSWER
    known = points_of(mark.get("score") or 0.0, mark.get("points") or 0)
    return FreeMark(
        prompt=free.prompt,
        text="" if blank else cell.source.strip(),
        mark=phrases.NOT_READ_YET if free.name in unread else known,
        comment=comment_of(cell),
    )


def comment_of(cell: Any) -> str:
    """The teacher's words; what nbgrader or we wrote in their place is not theirs."""
    comment = dig(cell, "metadata", "nbgrader", "comment") or ""
    return "" if comment in (phrases.NO_ANSWER, "No response.") else comment.strip()
