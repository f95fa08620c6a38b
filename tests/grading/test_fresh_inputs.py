"""A changed notebook meets other inputs, the same one the same: for `tuto grade`, nbgrader and otter alike."""

from pathlib import Path

import pytest

from autograder import grade as pipeline
from autograder.collect import Handed
from autograder.notebook import Cell, Notebook

ANSWER = "def paires(mot):\n    return []"


@pytest.fixture
def inputs_of(grader, lesson_1, monkeypatch):
    """The inputs that a notebook with these cells meets."""
    drawn = []
    real = pipeline.cases_for

    def cases_for(exercise, seed):
        drawn.append([case.args for case in real(exercise, seed)])
        return real(exercise, seed)

    monkeypatch.setattr(pipeline, "cases_for", cases_for)

    def run(*sources, pupil="lea"):
        drawn.clear()
        notebook = Notebook(tuple(Cell("code", source) for source in sources))
        grader.grade_read(notebook, lesson_1, Handed(Path("carnet.ipynb"), pupil, lesson_1.name))
        return list(drawn)

    return run


def test_the_same_notebook_meets_the_same_inputs(inputs_of):
    assert inputs_of(ANSWER) == inputs_of(ANSWER) != []


@pytest.mark.parametrize("changed", [(f"{ANSWER}  # again",), ("TABLE = {}", ANSWER), (f"{ANSWER}\n", "")])
def test_a_changed_notebook_and_another_pupil_meet_others(inputs_of, changed):
    assert inputs_of(ANSWER) != inputs_of(*changed)
    assert inputs_of(*changed) != inputs_of(*changed, pupil="tom")
