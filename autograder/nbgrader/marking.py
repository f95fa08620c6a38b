"""The two preprocessors that stand in `nbgrader autograde`: ours in place of Execute, and one after SaveAutoGrades."""

import nbformat
from nbgrader import utils
from nbgrader.api import Gradebook
from nbgrader.preprocessors import NbGraderPreprocessor, OverwriteCells

from autograder.nbgrader import phrases
from autograder.nbgrader.outputs import RECORD, needs_person, outputs_of
from autograder.notebook import dig
from autograder.typography import french

GRADED = "graded"  # in the notebook's metadata: everything was judged
DIGEST = "sha256"  # there too: of the file as it was handed in


class GradeInSandbox(NbGraderPreprocessor):
    """In place of nbgrader's Execute: nothing runs here, answers are judged in the sandbox, cells get the verdicts."""

    def preprocess(self, nb, resources):
        report = self.parent.report(resources["nbgrader"])
        items = {item.name: item for item in report.lesson.items}
        verdicts = {verdict.name: verdict for verdict in report.verdicts}
        for cell in nb.cells:
            if cell.cell_type != "code":
                continue
            cell.outputs, cell.execution_count = [], None
            if utils.is_grade(cell) and not utils.is_solution(cell):
                label = cell.metadata.nbgrader
                name = label.grade_id.removeprefix("test_")
                outputs = outputs_of(verdicts.get(name), items.get(name), float(label.points))
                cell.outputs = [nbformat.from_dict(output) for output in outputs]
        about = {"lesson": report.lesson.name, "notes": list(report.notes)}
        nb.metadata["tuto"] = about | {GRADED: True, DIGEST: self.parent.digest}
        return nb, resources


class AskForAPerson(NbGraderPreprocessor):
    """After SaveAutoGrades: what the grader could not judge waits for a person, and blank cells say so in French."""

    def preprocess(self, nb, resources):
        where = resources["nbgrader"]
        place = (where["notebook"], where["assignment"], where["student"])
        judged = {cell.metadata.nbgrader.grade_id: not unjudged(cell) for cell in nb.cells if utils.is_grade(cell)}
        with Gradebook(where["db_url"]) as book:
            handed_in = book.find_submission_notebook(*place)
            for grade in handed_in.grades:
                if not judged.get(grade.name, True):
                    grade.auto_score, grade.needs_manual_grade = None, True
                    self.log.warning(french(phrases.BY_HAND.format(pupil=where["student"], cell=grade.name)))
            for comment in handed_in.comments:
                comment.auto_comment = phrases.NO_ANSWER if comment.auto_comment else None
            book.db.commit()
        return nb, resources


def unjudged(cell) -> bool:
    """A graded code cell whose verdict says that nobody could tell."""
    if cell.cell_type != "code" or utils.is_solution(cell):
        return False
    records = [dig(output, "metadata", RECORD) for output in cell.outputs]
    return not any(record and not needs_person(record) for record in records)


class QuietOverwriteCells(OverwriteCells):
    """nbgrader's own, without ten warnings a notebook: locked cells come from the release, without hidden tests."""

    def report_change(self, name, attr, old, new):
        self.log.debug("%s of the cell %s: from %s to %s", attr, name, new, old)
