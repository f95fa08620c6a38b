"""The course: lessons in order, threshold, badges. Also nbgrader's configuration (see nbgrader_config.py).

A teacher may change `THRESHOLD` here; an author adds a lesson to `exercises.LESSONS`.
"""

from pathlib import Path

from autograder.exercise import Course
from exercises import LESSONS

ROOT = Path(__file__).resolve().parent

COMMANDS = ("classroom.commands",)  # modules that add their words to the `tuto` command

THRESHOLD = 0.70  # part of a lesson's required points (bonuses apart) that opens the next lesson

COURSE = Course(
    title="Tuto LLM",
    lessons=LESSONS,
    threshold=THRESHOLD,
    root=ROOT,
    badges=ROOT / "exercises" / "badges",
)


def configure(c) -> None:
    """Settings for nbgrader: our hole puncher in place of ClearSolutions, French texts, the kit beside notebooks."""
    from nbgrader import preprocessors as stock

    from autograder import preprocessors as ours

    c.CourseDirectory.course_id = "tuto_llm"
    c.CourseDirectory.ignore = [".ipynb_checkpoints", "*.pyc*", "__pycache__", "tuto_memoire.json"]
    c.ClearSolutions.code_stub = {"python": "# À toi de jouer\n____"}
    c.ClearSolutions.text_stub = "Écris ta réponse ici."
    c.StampMetadata.points = {f"test_{item.name}": item.points for lesson in LESSONS for item in lesson.items} | {
        free.name: free.points for lesson in LESSONS for free in lesson.free_texts
    }
    c.ShipKit.course = COURSE
    c.GenerateAssignment.preprocessors = [
        stock.IncludeHeaderFooter,
        ours.StampMetadata,
        stock.LockCells,
        ours.PunchHoles,
        stock.ClearOutput,
        stock.CheckCellMetadata,
        stock.ComputeChecksums,
        stock.SaveCells,
        stock.ClearHiddenTests,
        stock.ClearMarkScheme,
        stock.ComputeChecksums,
        stock.CheckCellMetadata,
        ours.ShipKit,
    ]
    c.GenerateSolution.preprocessors = [
        stock.IncludeHeaderFooter,
        ours.StampMetadata,
        stock.LockCells,
        ours.FillHoles,
        stock.ClearOutput,
        stock.ClearMarkScheme,
        stock.ClearHiddenTests,
        ours.ShipKit,
    ]
