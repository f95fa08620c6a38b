"""What really happens to notebooks, through the whole pipeline: a defined outcome each, and no answer lost."""

import json
import os

import pytest

from autograder.batch import grade_all
from autograder.collect import Handed
from autograder.report import Failure
from tests.bridges.accidents import ACCIDENTS
from tests.bridges.broken import BROKEN, DAMAGED, solved, written
from tests.bridges.cheat import cell_of, code_cell
from tests.sample_class import fill, label, read


@pytest.fixture
def graded(grader, tmp_path):
    def grade(raw, lesson=""):
        path = tmp_path / "carnet.ipynb"
        path.write_bytes(raw)
        (result,) = grade_all(grader, [Handed(path, "lea", lesson)])
        return result

    return grade


@pytest.mark.parametrize("name", DAMAGED)
def test_nothing_is_lost(graded, name):
    report = graded(DAMAGED[name])
    missed = {verdict.name: verdict.message for verdict in report.verdicts if not verdict.passed}
    assert missed == {}
    assert report.unlocked


@pytest.mark.parametrize("name", BROKEN)
def test_what_cannot_be_graded_is_said(graded, name):
    failure = graded(BROKEN[name], "01_deviner_la_suite")
    assert isinstance(failure, Failure)
    assert failure.message.endswith(".")


def test_emptied_cells_are_not_attempted(graded):
    notebook = solved()
    for cell in notebook["cells"]:
        if cell["cell_type"] == "code":
            cell["source"] = []
    assert {str(verdict.outcome) for verdict in graded(written(notebook)).verdicts} == {"not_attempted"}


def test_deleted_cells_are_not_attempted_and_the_others_count(graded):
    notebook = solved()
    notebook["cells"] = [cell for cell in notebook["cells"] if label(cell) not in ("paires", "quiz_2")]
    report = graded(written(notebook))
    assert [verdict.name for verdict in report.verdicts if not verdict.passed] == ["paires", "quiz_2"]


@pytest.mark.parametrize("name", ["paires", "quiz_2", "generer"])
def test_one_answer_not_done_costs_itself_only_in_a_cell_that_holds_them_all(graded, name):
    notebook = fill(solved(), {name: "".join(cell_of(read("release"), name)["source"])})
    ACCIDENTS["tout_dans_une_case"](notebook)
    missed = {verdict.name: verdict for verdict in graded(written(notebook)).verdicts if not verdict.passed}
    assert {key: (str(one.outcome), one.message[:14]) for key, one in missed.items()} == {
        name: ("not_attempted", "À toi de jouer")
    }


def test_somebody_elses_notebook(graded):
    other = {"cells": [code_cell("import pandas as pd\ndf = pd.DataFrame()")], "metadata": {}, "nbformat": 4}
    assert isinstance(graded(json.dumps(other).encode()), Failure)
    report = graded(json.dumps(other).encode(), "01_deviner_la_suite")
    assert {str(verdict.outcome) for verdict in report.verdicts} == {"not_attempted"}


def test_a_huge_answer_costs_itself_only(graded):
    notebook = fill(solved(), {"paires": "def paires(mot):\n    return []\n" + "x = 1\n" * 40_000})
    report = graded(written(notebook))
    assert [verdict.name for verdict in report.verdicts if not verdict.passed] == ["paires"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes among the files of this system")
def test_a_pipe_handed_in_is_not_waited_for(grader, tmp_path):
    os.mkfifo(tmp_path / "carnet.ipynb")
    (result,) = grade_all(grader, [Handed(tmp_path / "carnet.ipynb", "lea", "01_deviner_la_suite")])
    assert isinstance(result, Failure)
