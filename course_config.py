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
    """Settings for nbgrader: lessons made our way, nothing of a pupil's run outside our sandbox, pages in French."""
    from autograder.build import put_scripts_on_path
    from autograder.nbgrader import configuration

    put_scripts_on_path()
    c.CourseDirectory.course_id = "tuto_llm"
    configuration.configure_authoring(c, COURSE)
    configuration.configure_collecting(c, COURSE)
    configuration.configure_grading(c, COURSE)
    configuration.configure_reading(c, COURSE)
