"""What really happens to notebooks, through the whole pipeline: a defined outcome each, and no answer lost."""

import copy
import json

import pytest

from autograder.batch import grade_all
from autograder.collect import Handed
from autograder.report import Failure
from tests.sample_class import everything, fill, label, read


def solved():
    return fill(read("release"), everything())


def code(source):
    return {"cell_type": "code", "metadata": {}, "outputs": [], "source": source}


def reordered(notebook):
    notebook["cells"].reverse()


def without_metadata(notebook):
    for cell in notebook["cells"]:
        cell["metadata"] = {}
    notebook["metadata"] = {}


def doubled(notebook):
    notebook["cells"] += copy.deepcopy(notebook["cells"])


def all_in_one_cell(notebook):
    answers = [cell for cell in notebook["cells"] if label(cell) in everything()]
    notebook["cells"] = [code("\n\n".join("".join(cell["source"]) for cell in answers))]


def all_text(notebook):
    for cell in notebook["cells"]:
        cell["cell_type"] = "markdown"


def ten_thousand_cells(notebook):
    notebook["cells"][:0] = [code(f"essai_{i} = {i}") for i in range(5000)]
    notebook["cells"] += [code(f"print({i})") for i in range(5000)]


def only_answers(notebook):
    notebook["cells"] = [cell for cell in notebook["cells"] if label(cell) in everything()]


def strange_cells(notebook):
    notebook["cells"][3:3] = [None, 3, [], {"cell_type": 7, "source": {"a": []}}, {"metadata": "x"}, {}]


def magics_everywhere(notebook):
    for cell in notebook["cells"]:
        if label(cell) in everything():
            cell["source"] = "%matplotlib inline\n" + "".join(cell["source"]) + "\n!ls\n%time 1 + 1"


def tabs_for_spaces(notebook):
    for cell in notebook["cells"]:
        if cell["cell_type"] == "code":
            cell["source"] = "".join(cell["source"]).replace("    ", "\t")


def endless_scratch_cells(notebook):
    notebook["cells"].insert(5, code("while True:\n    pass"))
    notebook["cells"].insert(30, code("import os\nos._exit(0)"))
    notebook["cells"].append(code("x = [0] * 10**10"))


KEPT = (
    reordered,
    without_metadata,
    doubled,
    all_in_one_cell,
    all_text,
    ten_thousand_cells,
    only_answers,
    strange_cells,
    magics_everywhere,
    tabs_for_spaces,
    endless_scratch_cells,
)


def graded(grader, tmp_path, raw, lesson=""):
    path = tmp_path / "carnet.ipynb"
    path.write_bytes(raw)
    (result,) = grade_all(grader, [Handed(path, "lea", lesson)])
    return result


@pytest.mark.parametrize("change", KEPT, ids=lambda change: change.__name__)
def test_nothing_is_lost(grader, tmp_path, change):
    notebook = solved()
    change(notebook)
    report = graded(grader, tmp_path, json.dumps(notebook).encode())
    missed = {
        verdict.name: (str(verdict.outcome), verdict.message) for verdict in report.verdicts if not verdict.passed
    }
    assert missed == {}


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1252"])
def test_any_encoding_is_graded(grader, tmp_path, encoding):
    raw = json.dumps(solved(), ensure_ascii=False).encode(encoding, "replace")
    assert graded(grader, tmp_path, raw).unlocked


def test_emptied_cells_are_not_attempted(grader, tmp_path):
    notebook = solved()
    for cell in notebook["cells"]:
        if cell["cell_type"] == "code":
            cell["source"] = []
    report = graded(grader, tmp_path, json.dumps(notebook).encode())
    assert {str(verdict.outcome) for verdict in report.verdicts} == {"not_attempted"}


def test_deleted_cells_are_not_attempted_and_the_others_count(grader, tmp_path):
    notebook = solved()
    notebook["cells"] = [cell for cell in notebook["cells"] if label(cell) not in ("paires", "quiz_2")]
    report = graded(grader, tmp_path, json.dumps(notebook).encode())
    assert [verdict.name for verdict in report.verdicts if not verdict.passed] == ["paires", "quiz_2"]


def test_somebody_elses_notebook(grader, tmp_path):
    other = {"cells": [code("import pandas as pd\ndf = pd.DataFrame()")], "metadata": {}, "nbformat": 4}
    assert isinstance(graded(grader, tmp_path, json.dumps(other).encode()), Failure)
    report = graded(grader, tmp_path, json.dumps(other).encode(), lesson="01_deviner_la_suite")
    assert {str(verdict.outcome) for verdict in report.verdicts} == {"not_attempted"}


def test_a_huge_answer_costs_itself_only(grader, tmp_path):
    notebook = solved()
    fill(notebook, {"paires": "def paires(mot):\n    return []\n" + "x = 1\n" * 40_000})
    report = graded(grader, tmp_path, json.dumps(notebook).encode())
    assert [verdict.name for verdict in report.verdicts if not verdict.passed] == ["paires"]
