"""The pupil's folder for plain otter: the released notebook and kit, each `verifie(…)` behind otter's own check.

A check shows the kit's card in French, and tells otter's log whether the lesson's public examples pass. The tests lie
in tests/, where otter looks first: a notebook that was renamed, or downloaded twice, finds them as well. Nothing of
it comes from the hidden tests: it is made from release/, which has none.
"""

import json
import shutil
from pathlib import Path

from autograder.exercise import Course, Item, Lesson
from autograder.notebook import dig
from autograder.otter import phrases
from autograder.typography import french

BEGIN = "import otter\n\ngrader = otter.Notebook()  # les tests sont dans le dossier tests/\n\n"
# The semicolon keeps the card alone: without it Jupyter would add otter's own English summary.
CHECK = '# Vérifier\ngrader.check("{name}");'
TEST = """from otter.test_files import test_case

OK_FORMAT = False

name = {name!r}
points = {points}


@test_case(name="exemples publics")
def test_exemples_publics(env):
    from tuto.seance import SESSION
    from tuto.verification import verifie

    before = {{{name!r}}} & SESSION.passed
    SESSION.passed -= before
    verifie({name!r})
    now = {name!r} in SESSION.passed
    SESSION.passed |= before  # what was won one day stays won
    assert now
"""


def released(course: Course, lesson: Lesson) -> Path:
    """The lesson's notebook as pupils get it."""
    return course.root / "release" / lesson.name / f"{lesson.name}.ipynb"


def write_student_folder(course: Course, lesson: Lesson, folder: Path) -> Path:
    """Write `folder` afresh and return it."""
    notebook = released(course, lesson)
    shutil.rmtree(folder, ignore_errors=True)
    left = shutil.ignore_patterns("__pycache__", ".ipynb_checkpoints", "tuto_memoire.json", ".OTTER_LOG")
    shutil.copytree(notebook.parent, folder, ignore=left)
    content = json.loads(notebook.read_text(encoding="utf-8"))
    text = json.dumps(with_checks(content, lesson), ensure_ascii=False, indent=1)
    (folder / notebook.name).write_text(f"{text}\n", encoding="utf-8")
    (folder / "tests").mkdir()
    for item in lesson.items:
        (folder / "tests" / f"{item.name}.py").write_text(public_test(item), encoding="utf-8")
    return folder


def public_test(item: Item) -> str:
    return TEST.format(name=item.name, points=item.points)


def with_checks(notebook: dict, lesson: Lesson) -> dict:
    """The release with otter begun in its first code cell, otter's checks, and how to hand in at the end."""
    checks = {f"test_{item.name}": CHECK.format(name=item.name) for item in lesson.items}
    cells = [dict(cell) for cell in notebook["cells"]]
    for cell in cells:
        label = dig(cell, "metadata", "nbgrader", "grade_id")
        if label in checks:
            cell["source"] = checks[label]
    first = next(cell for cell in cells if cell["cell_type"] == "code")
    first["source"] = BEGIN + "".join(first["source"])
    words = french(phrases.HAND_IN.format(file=f"{lesson.name}.ipynb"))
    end = {"cell_type": "markdown", "metadata": {"deletable": False, "editable": False}, "source": words}
    if "id" in first:  # nbformat 4.5
        end["id"] = "rendre"
    return {**notebook, "cells": [*cells, end]}
