"""A notebook of source/ that is saved in Jupyter changes where its author changed it, and nowhere else."""

import nbformat
import pytest

from autograder.authoring.new_exercise import Wish, plan_exercise
from autograder.authoring.new_lesson import plan_lesson
from course_config import COURSE
from tests.authoring.reading import LESSON

SOURCES = sorted((COURSE.root / "source").glob("*/*.ipynb"))


def saved(text):
    """What Jupyter writes for it: jupyter_server's file manager, through nbformat."""
    return nbformat.writes(nbformat.reads(text, as_version=4)).rstrip("\n") + "\n"


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.stem)
def test_every_notebook_of_the_course_is_laid_out_as_jupyter_saves_it(path):
    text = path.read_text("utf-8")
    assert saved(text) == text


def test_what_is_begun_with_one_command_is_laid_out_as_jupyter_saves_it():
    exercise = plan_exercise(COURSE, COURSE.lesson(LESSON), Wish(name="vocabulaire"), "tuto")
    lesson = plan_lesson(COURSE, "17_ma_lecon", "Ma leçon", "tuto")
    for plan in (exercise, lesson):
        (text,) = [text for file, text in plan.files.items() if file.endswith(".ipynb")]
        assert saved(text) == text
