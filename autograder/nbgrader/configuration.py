"""nbgrader's settings for a course of ours: what replaces its own steps. Called by course_config.configure."""

from nbgrader import preprocessors as stock

from autograder.exercise import Course
from autograder.nbgrader import authoring, marking
from autograder.nbgrader.collecting import PupilFiles, PupilFolders
from autograder.nbgrader.exporter import PupilExporter
from autograder.nbgrader.feedback import FeedbackExporter
from autograder.nbgrader.safe_html import SafeToShow, escape_lists, safe_markdown

SKIPPED = [".ipynb_checkpoints", "*.pyc*", "__pycache__", "tuto_memoire.json", "sauvegardes"]


def configure_authoring(c, course: Course) -> None:
    """Our hole puncher in place of ClearSolutions, French texts, the kit beside notebooks."""
    c.CourseDirectory.ignore = SKIPPED
    c.ClearSolutions.code_stub = {"python": "# À toi de jouer\n____"}
    c.ClearSolutions.text_stub = "Écris ta réponse ici."
    c.StampMetadata.points = {
        f"test_{item.name}": item.points for lesson in course.lessons for item in lesson.items
    } | {free.name: free.points for lesson in course.lessons for free in lesson.free_texts}
    c.ShipKit.course = lambda: course  # traitlets copies values again and again: a function costs nothing
    c.GenerateAssignment.preprocessors = [
        stock.IncludeHeaderFooter,
        authoring.StampMetadata,
        stock.LockCells,
        authoring.PunchHoles,
        stock.ClearOutput,
        stock.CheckCellMetadata,
        stock.ComputeChecksums,
        stock.SaveCells,
        stock.ClearHiddenTests,
        stock.ClearMarkScheme,
        stock.ComputeChecksums,
        stock.CheckCellMetadata,
        authoring.ShipKit,
    ]
    c.GenerateSolution.preprocessors = [
        stock.IncludeHeaderFooter,
        authoring.StampMetadata,
        stock.LockCells,
        authoring.FillHoles,
        stock.ClearOutput,
        stock.ClearMarkScheme,
        stock.ClearHiddenTests,
        authoring.ShipKit,
    ]


def configure_collecting(c, course: Course) -> None:
    """`nbgrader zip_collect` recognises « élève_leçon.ipynb », and « élève_leçon (1).ipynb » downloaded twice.

    A teacher's own exchange, set after this, keeps its own way to collect.
    """
    lessons = "|".join(lesson.name for lesson in course.lessons)
    name = rf"(?P<student_id>[^/\\]+?)[ _+-]+(?P<file_id>{lessons})[^/\\]*\Z"
    c.FileNameCollectorPlugin.named_regexp = rf"(?:.*[/\\])?{name}"
    c.ZipCollectApp.collector_plugin = PupilFiles
    c.ExchangeFactory.collect = PupilFolders


def configure_grading(c, course: Course) -> None:
    """No kernel: files are read by our exporter, answers judged in our sandbox.

    nbgrader's checks of the cells' metadata are not there: all of it comes from the release.
    """
    c.PupilExporter.course = lambda: course
    c.PupilExporter.optimistic_validation = True  # once, not after every step
    c.Autograde.exporter_class = PupilExporter
    c.Autograde.sanitize_preprocessors = [
        stock.ClearOutput,
        stock.OverwriteKernelspec,
        marking.QuietOverwriteCells,
    ]
    c.Autograde.autograde_preprocessors = [
        marking.GradeInSandbox,
        stock.LimitOutput,
        stock.SaveAutoGrades,
        marking.AskForAPerson,
        stock.AssignLatePenalties,
    ]


def configure_reading(c, course: Course) -> None:
    """What teachers (formgrader) and pupils (feedback) see of a graded notebook."""
    escape_lists()
    c.FormgradeExtension.debug = False  # it would show these very settings above the list of lessons
    c.HTMLExporter.preprocessors = [SafeToShow]
    c.HTMLExporter.filters = {"markdown2html": safe_markdown}
    c.FeedbackExporter.course = lambda: course
    c.GenerateFeedback.exporter_class = FeedbackExporter
    c.GenerateFeedback.preprocessors = [stock.GetGrades]
