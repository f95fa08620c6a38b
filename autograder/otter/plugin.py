"""Where otter calls us: before anything of the pupil is read, and when it wants the scores.

Otter keeps its own way (a kernel, a results file), around a blank notebook: no code of the pupil is near it.
"""

from pathlib import Path

from otter.plugins import AbstractOtterPlugin
from otter.test_files import GradingResults
from otter.test_files.abstract_test import TestCase, TestCaseResult
from otter.test_files.exception_test import ExceptionTestFile

from autograder.otter.archive import PAYLOAD, PLUGIN
from autograder.otter.correction import Correction, correct, course_of
from autograder.otter.gradescope import Entry, results, summary, teacher_lines
from autograder.otter.reception import receive_notebook
from autograder.records import record


class TutoPlugin(AbstractOtterPlugin):
    """otter_config.json names it, with the lesson."""

    def before_grading(self, config) -> None:
        """Otter stands in the pupil's folder. From here on that folder holds a blank notebook and nothing else."""
        handed_in = Path(self.submission_path)
        self.course = course_of(handed_in.parent.parent / "source" / "files" / PAYLOAD)
        lesson = self.course.lesson(self.plugin_config["lesson"])
        self.correction = correct(receive_notebook(handed_in), lesson, self.course, pupil_of(self.submission_metadata))

    def after_grading(self, made: GradingResults) -> None:
        """Otter graded a blank notebook: everything it found is replaced."""
        content = results(self.correction, self.course)
        made.results = {file.name: file for file in map(test_file, graded_entries(content))}
        made.set_plugin_data(PLUGIN, {"gradescope": content, "report": record_of(self.correction)})
        made.__class__ = TutoResults  # otter goes on with this object, whatever we return

    def generate_report(self) -> str:
        """On the standard output, which Gradescope shows to teachers only."""
        return "\n".join([*summary(self.correction, self.course), *teacher_lines(self.correction)])


class TutoResults(GradingResults):
    """Otter's own Gradescope format knows one visibility for all tests and speaks English: ours takes its place."""

    def to_gradescope_dict(self, ag_config) -> Entry:
        return self.get_plugin_data(PLUGIN)["gradescope"]


def pupil_of(metadata: dict) -> str:
    """Whose copy it is, for inputs of their own; "" outside Gradescope."""
    return " ".join(str(user.get("id", "")) for user in metadata.get("users", []))


def graded_entries(content: Entry) -> list[Entry]:
    return [test for test in content["tests"] if "extra_data" in test]


def test_file(entry: Entry) -> ExceptionTestFile:
    """One exercise as otter keeps it, for `otter grade` and the pickled results."""
    name, score = entry["extra_data"]["exercise"], entry.get("score", 0)
    case = TestCase(name, None, False, entry.get("max_score", 0), None, None)
    file = ExceptionTestFile(name, "", [case])
    file.test_case_results = [TestCaseResult(case, entry["output"], entry["extra_data"]["outcome"] == "passed")]
    file.update_score(score)
    return file


def record_of(correction: Correction) -> dict | None:
    return record(correction.report) if correction.report else None
