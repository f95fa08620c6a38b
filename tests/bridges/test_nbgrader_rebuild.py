"""What nbgrader is given: the release with the pupil's texts, and points that it cannot misread."""

import contextlib
import json
import os
import stat
from pathlib import Path
from types import SimpleNamespace

import pytest

from autograder.batch import refuse_other_lesson
from autograder.collect import Handed
from autograder.exercise import Outcome
from autograder.holes import blanks_left
from autograder.master import load_master
from autograder.nbgrader.course_folder import timestamp_in
from autograder.nbgrader.exporter import PupilExporter
from autograder.nbgrader.outputs import needs_person, outputs_of, record_of
from autograder.nbgrader.rebuild import rebuild
from autograder.notebook import Unreadable, parse_notebook
from autograder.report import Counterexample, Verdict
from course_config import COURSE
from tests.bridges.broken import DAMAGED
from tests.sample_class import code_cell, everything, fill, find, label, make, read

LESSON = COURSE.lessons[0]


@pytest.fixture(scope="module")
def master():
    return load_master(COURSE, LESSON)


def rebuilt(notebook: dict | bytes, master) -> list[dict]:
    raw = notebook if isinstance(notebook, bytes) else json.dumps(notebook).encode()
    return rebuild(read("release"), parse_notebook(raw), LESSON, master)["cells"]


def text_of(cells: list[dict], name: str) -> str:
    return next(cell["source"] for cell in cells if label(cell) == name)


def own(cells: list[dict]) -> list[dict]:
    return [cell for cell in cells if cell["id"].startswith("eleve-")]


def test_an_untouched_notebook_is_the_release(master):
    released = [{**cell, "source": "".join(cell["source"])} for cell in read("release")["cells"]]
    assert rebuilt(read("release"), master) == released


@pytest.mark.parametrize("name", DAMAGED)
def test_every_accident_gives_the_release_with_all_its_answers(master, name):
    cells = rebuilt(DAMAGED[name], master)
    labels = [label(cell) for cell in read("release")["cells"] if label(cell)]
    assert [label(cell) for cell in cells if label(cell)] == labels
    assert len({cell["id"] for cell in cells}) == len(cells)
    assert not [answer for answer in everything() if blanks_left(text_of(cells, answer), answer)]


@pytest.mark.parametrize("answers", [{}, everything()])
def test_a_notebook_stamped_with_another_lesson_is_refused_unless_it_holds_an_answer(answers):
    notebook = fill(read("release"), answers)
    notebook["metadata"]["tuto"]["lesson"] = COURSE.lessons[1].name
    if not answers:
        notebook["cells"] = [cell for cell in notebook["cells"] if cell["cell_type"] == "markdown"]
    refused = contextlib.nullcontext() if answers else pytest.raises(Unreadable, match=COURSE.lessons[1].title)
    with refused:
        refuse_other_lesson(parse_notebook(json.dumps(notebook).encode()), LESSON, COURSE)


def test_what_came_beside_is_removed_though_it_is_read_only(tmp_path, monkeypatch):
    """As on Windows, which removes no file that is read-only; what a link leads to is not ours to change."""
    (tmp_path / "autograded" / "photos").mkdir(parents=True)
    target, link = tmp_path / "photo.png", tmp_path / "autograded" / "photos" / "lien.png"
    beside = tmp_path / "autograded" / "triche.py"
    for file in (target, beside):
        file.touch()
        file.chmod(0o444)
    link.symlink_to(target)
    unlink = Path.unlink

    def of_windows(path):
        assert path.is_symlink() or path.stat().st_mode & stat.S_IWRITE
        unlink(path)

    monkeypatch.setattr(Path, "unlink", of_windows)
    folders = SimpleNamespace(folder=lambda step, *_: tmp_path / step)
    PupilExporter.remove_what_came_beside(folders, Handed(beside, "lea", LESSON.name))
    assert not [*(tmp_path / "autograded").rglob("*")]
    assert not target.stat().st_mode & stat.S_IWRITE


def test_a_notebook_full_of_accidents_keeps_each_answer_once(master):
    cells = rebuilt(make("sacha"), master)
    assert all(text_of(cells, name).strip() == code.strip() for name, code in everything().items())
    assert not own(cells)


def test_the_pupil_s_own_cells_stay_where_they_were_as_bare_text(master):
    notebook = fill(read("release"), everything())
    scratch = code_cell("print('essai')") | {"outputs": [{"output_type": "stream", "name": "stdout", "text": "essai"}]}
    scratch["metadata"] = {"tags": ["skip-execution"], "nbgrader": {"grade_id": "a_moi", "grade": True, "points": 100}}
    notebook["cells"].insert(find(notebook, "paires") + 1, scratch)
    notebook["cells"].append({"cell_type": "raw", "metadata": {"raw_mimetype": "text/html"}, "source": "<script>"})
    cells = rebuilt(notebook, master)
    after = cells[next(place for place, cell in enumerate(cells) if label(cell) == "paires") + 1]
    assert (after["source"], after["metadata"], after["outputs"]) == ("print('essai')", {}, [])
    assert [cell["cell_type"] for cell in own(cells)] == ["code", "code"]


def test_a_changed_test_cell_comes_from_the_release_again(master):
    notebook = read("release")
    notebook["cells"][find(notebook, "test_paires")]["source"] = "100"
    assert "verifie(paires)" in text_of(rebuilt(notebook, master), "test_paires")


@pytest.mark.parametrize("typed", ["", "  \n", "Écris ta réponse ici.  "])
def test_a_free_text_that_says_nothing_is_the_release_s(master, typed):
    notebook = fill(read("release"), {"explique_1": typed})
    assert text_of(rebuilt(notebook, master), "explique_1") == "Écris ta réponse ici."


def test_a_free_text_whose_cell_lost_its_label_is_found_after_its_question(master):
    notebook = read("release")
    cell = notebook["cells"][find(notebook, "explique_1")]
    cell["source"], cell["metadata"] = "C'est une part de gâteau.", {}
    cells = rebuilt(notebook, master)
    assert text_of(cells, "explique_1") == "C'est une part de gâteau."
    assert not own(cells)


def test_half_characters_and_endless_texts_can_be_written(master):
    notebook = read("release")
    notebook["cells"] += [code_cell("\ud83d x = 1"), code_cell("y = 2\n" * 50_000), code_cell("z = 3")]
    cells = rebuilt(notebook, master)
    assert len(json.dumps(cells, ensure_ascii=False).encode()) < 1_000_000
    assert "d’autres cellules" in own(cells)[-1]["source"].replace("'", "’")


def verdict(outcome=Outcome.WRONG, points=0.0, **more) -> Verdict:
    return Verdict(name="paires", outcome=outcome, points=points, max_points=2, bonus=False, message="Dis.", **more)


def points_of(outputs: list[dict]) -> str:
    """The first execute_result: what nbgrader's determine_grade reads."""
    return next(output for output in outputs if output["output_type"] == "execute_result")["data"]["text/plain"]


@pytest.mark.parametrize(
    "written", ["2026-11-23 10:00:00 UTC", "demain", "x" * 1_000_000, None], ids=["date", "word", "huge", "pipe"]
)
def test_a_date_that_cannot_be_one_is_no_date(tmp_path, written):
    """None: a pipe, which nobody would ever finish reading."""
    if written is None:
        os.mkfifo(tmp_path / "timestamp.txt")
    else:
        (tmp_path / "timestamp.txt").write_text(written, "utf-8")
    assert bool(timestamp_in(tmp_path)) == (written == "2026-11-23 10:00:00 UTC")


@pytest.mark.parametrize(
    "points, worth, written",
    [
        (0, 2, "0"),
        (2, 2, "2"),
        (1, 2, "1"),
        (2, 4, "4"),
        (2 / 3, 2, "0.666667"),
        (-1, 2, "0"),
        (5, 2, "2"),
        (0, 0, "0"),
    ],
)
def test_points_are_always_between_nothing_and_what_the_cell_is_worth(points, worth, written):
    assert points_of(outputs_of(verdict(points=points), None, worth)) == written


def test_a_cell_that_nobody_could_judge_has_no_points_and_asks_for_a_person():
    assert points_of(outputs_of(None, None, 3)) == "0"
    assert needs_person(record_of(None))
    assert needs_person(record_of(verdict(Outcome.GRADER_ERROR)))
    assert not needs_person(record_of(verdict(Outcome.NOT_ATTEMPTED)))


def test_what_a_pupil_wrote_is_escaped_in_the_explanation():
    cruel = "<img src=x onerror=alert(1)>"
    example = Counterexample(f"paires({cruel!r})", cruel, "[]")
    explanation = outputs_of(verdict(counterexample=example), LESSON.exercises[1], 2)[0]
    assert "<img" not in explanation["data"]["text/html"]
    assert "&lt;img" in explanation["data"]["text/html"]
    assert cruel in explanation["data"]["text/plain"]
