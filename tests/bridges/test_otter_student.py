"""The otter student version: what a pupil who has plain otter opens, in a real kernel."""

import json
import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from autograder.build import written
from autograder.otter.folder import CannotBuildOtter, build_otter
from autograder.otter.student import public_test, with_checks, write_student_folder
from course_config import COURSE
from tests.bridges.cheat import LESSON
from tests.bridges.leaks import SECRET
from tests.sample_class import everything, label, read

LESSON_1 = COURSE.lesson(LESSON)
RUNNER = Path(__file__).with_name("otter_pupil.py")
CHECK = 'grader.check("entourer");'
BLANK = "def entourer(prenom):\n    return ____"
WRONG = "def entourer(prenom):\n    return prenom"
RIGHT = 'def entourer(prenom):\n    return "." + prenom + "."'
PASSED = 'print(grader.check("{name}").passed_all)'


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return write_student_folder(COURSE, LESSON_1, tmp_path_factory.mktemp("otter") / "eleve")


@pytest.fixture(scope="module")
def notebook(folder):
    return json.loads((folder / f"{LESSON}.ipynb").read_text(encoding="utf-8"))


@pytest.mark.parametrize("lesson", written(COURSE), ids=lambda lesson: lesson.name)
def test_every_exercise_of_every_lesson_has_its_check_and_its_test(lesson, tmp_path):
    made = write_student_folder(COURSE, lesson, tmp_path / "eleve")
    cells = json.loads((made / f"{lesson.name}.ipynb").read_text(encoding="utf-8"))["cells"]
    code = "\n".join("".join(cell["source"]) for cell in cells if cell["cell_type"] == "code")
    for item in lesson.items:
        assert f'grader.check("{item.name}");' in code
        compile((made / "tests" / f"{item.name}.py").read_text(encoding="utf-8"), item.name, "exec")
    assert "verifie(" not in code
    assert {path.name for path in (made / "tests").iterdir()} == {f"{item.name}.py" for item in lesson.items}


def test_otter_begins_before_the_kit_in_the_locked_first_cell(notebook):
    first = next(cell for cell in notebook["cells"] if cell["cell_type"] == "code")
    source = "".join(first["source"])
    assert source.index("otter.Notebook()") < source.index("from tuto import")
    assert first["metadata"]["editable"] is False


def test_all_that_the_pupil_reads_or_fills_is_as_released(notebook):
    released = [cell for cell in read("release")["cells"] if not label(cell).startswith(("test_", "outils"))]
    made = [cell for cell in notebook["cells"][:-1] if not label(cell).startswith(("test_", "outils"))]
    assert made == released


def test_the_last_cell_says_how_to_hand_in(notebook):
    assert f"`{LESSON}.ipynb`" in notebook["cells"][-1]["source"]
    assert notebook["cells"][-1]["cell_type"] == "markdown"


def test_nothing_secret_is_given(folder):
    given = "\n".join(path.read_text(encoding="utf-8") for path in folder.rglob("*") if path.is_file())
    assert not [line for line in SECRET if line in given and not line.startswith("from ")]
    assert "HIDDEN TESTS" not in given and "in_kernel" not in given


def test_it_is_written_afresh(tmp_path):
    folder = tmp_path / "eleve"
    (folder / "tests").mkdir(parents=True)
    (folder / "tests" / "vieux.py").write_text("")
    write_student_folder(COURSE, LESSON_1, folder)
    assert not (folder / "tests" / "vieux.py").exists()


def test_the_release_itself_is_left_alone():
    released = read("release")
    with_checks(released, LESSON_1)
    assert released == read("release")


def test_a_lesson_that_is_not_released_is_told(tmp_path):
    elsewhere = replace(COURSE, root=tmp_path)
    with pytest.raises(CannotBuildOtter, match=r"python3 start\.py build"):
        list(build_otter(elsewhere, tmp_path / "otter"))


@pytest.fixture(scope="module")
def seen(folder, notebook):
    """What a pupil sees after each cell, where the class's grader is not installed."""
    first = "".join(next(cell for cell in notebook["cells"] if cell["cell_type"] == "code")["source"])
    alone = "import sys\nsys.modules['autograder'] = sys.modules['course_config'] = None"
    cells = [alone, first, CHECK, BLANK, CHECK, WRONG, CHECK, CHECK, RIGHT, CHECK, PASSED.format(name="entourer")]
    cells += [WRONG, PASSED.format(name="entourer"), 'quiz_1 = "b"', PASSED.format(name="quiz_1")]
    cells += [everything()[name] for name in ("paires", "compter_paires")] + [PASSED.format(name="compter_paires")]
    env = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    done = subprocess.run(
        [sys.executable, RUNNER, folder], input=json.dumps(cells), capture_output=True, text=True, env=env, timeout=300
    )
    assert done.returncode == 0, done.stderr
    return list(zip(cells, json.loads(done.stdout), strict=True))


def text_of(outputs):
    return "\n".join(str(output.get("text") or output.get("data", {}).get("text/plain", "")) for output in outputs)


@pytest.mark.slow
def test_no_traceback_and_no_english(seen):
    for source, outputs in seen:
        assert not [output for output in outputs if output["output_type"] == "error"], source
        assert not [output for output in outputs if output["output_type"] == "execute_result"], source
        assert "Test case" not in text_of(outputs) and "failed" not in text_of(outputs)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("rank", "says"),
    [(2, "n’est pas encore prêt"), (4, "Il reste un trou"), (6, "Tu renvoies le prénom tel quel"), (9, "C’est juste")],
)
def test_a_check_answers_in_french(seen, rank, says):
    source, outputs = seen[rank]
    assert source == CHECK and says in text_of(outputs)


@pytest.mark.slow
def test_a_second_try_brings_an_idea(seen):
    assert "Indice 1" in text_of(seen[7][1]) and "Indice 1" not in text_of(seen[6][1])


@pytest.mark.slow
def test_otter_knows_what_passes_now_not_what_passed_once(seen):
    asked = [text_of(outputs).splitlines()[-1] for source, outputs in seen if source.startswith("print(")]
    assert asked == ["True", "False", "True", "False"]  # the last one leans on a function that is wrong by then


def test_a_public_test_names_its_exercise_and_its_points():
    item = LESSON_1.exercises[1]
    assert f"name = {item.name!r}\npoints = {item.points}\n" in public_test(item)
