"""The whole nbgrader cycle on the sample class, every verb by its command: same marks whoever grades, nothing lost."""

import json
import shutil

import pytest

from autograder.batch import grade_all
from autograder.collect import collect
from autograder.report import Report
from course_config import COURSE
from tests.bridges.cycle import (
    Mark,
    exported,
    gradebook,
    hand_back,
    hand_in_by_exchange,
    hand_in_by_zip,
    preloaded,
    release,
    start_cycle,
)
from tests.bridges.leaks import SECRET, dangers_in
from tests.feedback.reading import read
from tests.sample_class import BROKEN, CLASS, LESSON

pytestmark = pytest.mark.slow

BY_EXCHANGE = ("lea", "tom")
OTHER, NEXT = "hugo", COURSE.lessons[1].name  # hands in the notebook of that lesson
BY_ZIP = ("aya", "lina", "malo", "manon", "sacha", "zoe")  # cycle.py itself plays the whole class
PUPILS = (*BY_EXCHANGE, *BY_ZIP)
WROTE = {"lea", "manon"}  # their own words
READABLE = set(PUPILS) - {BROKEN}
NOT_READ = {BROKEN: "Ce fichier est abîmé ou incomplet", OTHER: "C’est le carnet de la leçon « "}


@pytest.fixture(scope="module")
def cycle(tmp_path_factory):
    """Everything is handed in, half by the exchange, half by a zip; nothing is graded."""
    cycle = start_cycle(tmp_path_factory.mktemp("nbgrader") / "ici", preloaded(), say=lambda _: None)
    release(cycle)
    hand_in_by_exchange(cycle, BY_EXCHANGE)
    hand_in_by_zip(cycle, BY_ZIP)
    home = cycle.course / "submitted" / OTHER / LESSON
    home.mkdir(parents=True)
    shutil.copy(COURSE.root / "release" / NEXT / f"{NEXT}.ipynb", home / f"{LESSON}.ipynb")
    return cycle


@pytest.fixture(scope="module")
def by_nbgrader(cycle):
    """What the plain command said, and the gradebook after it."""
    said = cycle.run("nbgrader", "autograde", LESSON, expect=1)
    return said, gradebook(cycle.course)


@pytest.fixture(scope="module")
def by_tuto(cycle, by_nbgrader):
    said = cycle.run("tuto", "autograde", "--force", expect=2)
    return said, gradebook(cycle.course)


@pytest.fixture(scope="module")
def verdicts(grader):
    reports = grade_all(grader, collect([CLASS / pupil for pupil in PUPILS], COURSE))
    return {
        (report.pupil, f"test_{verdict.name}"): verdict.points
        for report in reports
        if isinstance(report, Report)
        for verdict in report.verdicts
    }


def code_cells(marks: dict[str, dict[str, Mark]]) -> dict[tuple[str, str], float | None]:
    return {
        (pupil, cell): mark.auto
        for pupil in READABLE
        for cell, mark in marks[pupil].items()
        if cell.startswith("test_")
    }


def test_what_nbgrader_collected_is_what_was_handed_in(cycle):
    for pupil in PUPILS:
        path = f"{pupil}/{LESSON}/{LESSON}.ipynb"
        assert (cycle.course / "submitted" / path).read_bytes() == (CLASS / path).read_bytes()


def test_nbgrader_autograde_gives_our_marks_cell_by_cell(by_nbgrader, verdicts):
    _, marks = by_nbgrader
    assert code_cells(marks) == pytest.approx(verdicts)


def test_tuto_autograde_gives_the_same_gradebook(by_nbgrader, by_tuto):
    assert {pupil: by_tuto[1][pupil] for pupil in READABLE} == {pupil: by_nbgrader[1][pupil] for pupil in READABLE}


def test_a_file_that_cannot_be_read_is_a_sentence_and_never_a_zero(by_nbgrader, by_tuto):
    for said, marks in (by_nbgrader, by_tuto):
        for pupil, reason in NOT_READ.items():
            assert f"{pupil} : {reason}" in said.replace("\u00a0", " ")
            assert all(mark.auto is None and mark.needs_person for mark in marks[pupil].values())


def test_own_words_wait_for_a_person_and_untouched_texts_do_not(by_tuto):
    _, marks = by_tuto
    texts = {pupil: marks[pupil]["explique_1"] for pupil in READABLE}
    assert {pupil for pupil, mark in texts.items() if mark.needs_person and mark.auto is None} == WROTE
    assert all(texts[pupil] == Mark(0, None, False) for pupil in READABLE - WROTE)


def test_an_autograded_notebook_is_the_release_with_the_answers(cycle, by_tuto):
    path = f"{LESSON}/{LESSON}.ipynb"
    fresh = json.loads((cycle.course / "release" / path).read_text(encoding="utf-8"))
    labels = [cell["metadata"].get("nbgrader", {}).get("grade_id") for cell in fresh["cells"]]
    for pupil in READABLE:
        graded = json.loads((cycle.course / "autograded" / pupil / path).read_text(encoding="utf-8"))
        found = [cell["metadata"].get("nbgrader", {}).get("grade_id") for cell in graded["cells"]]
        assert [label for label in found if label] == [label for label in labels if label]


def test_a_second_run_has_nothing_to_do(cycle, by_tuto):
    graded = cycle.course / "autograded" / "aya" / LESSON / f"{LESSON}.ipynb"
    before = graded.stat().st_mtime_ns
    assert "7 copies déjà corrigées" in cycle.run("tuto", "autograde", expect=2)
    assert graded.stat().st_mtime_ns == before


def test_a_run_that_was_killed_goes_on_where_it_stopped(cycle, by_tuto):
    """nbgrader itself takes a folder half made for a notebook that is graded."""
    graded = cycle.course / "autograded" / "aya" / LESSON / f"{LESSON}.ipynb"
    graded.chmod(0o644)
    graded.write_bytes((cycle.course / "release" / LESSON / f"{LESSON}.ipynb").read_bytes())
    said = cycle.run("tuto", "autograde", expect=2)
    assert "1 copie corrigée ; 6 copies déjà corrigées" in said.replace("\u202f", " ")
    assert gradebook(cycle.course)["aya"] == by_tuto[1]["aya"]


def test_what_is_handed_in_again_is_graded_again(cycle, by_tuto):
    """Filed by hand, without a date; and by the exchange, which says a newer one."""
    home = cycle.course / "submitted" / "lina" / LESSON
    as_it_was = (home / f"{LESSON}.ipynb").read_bytes()
    try:
        (home / f"{LESSON}.ipynb").write_bytes((CLASS / "sacha" / LESSON / f"{LESSON}.ipynb").read_bytes())
        assert "1 copie corrigée" in cycle.run("tuto", "autograde", "--student", "lina")
        assert gradebook(cycle.course)["lina"]["test_paires"] == Mark(2, None, False)
        (home / "timestamp.txt").write_text("2030-01-01 12:00:00 UTC", encoding="utf-8")
        assert "1 copie corrigée" in cycle.run("tuto", "autograde", "--student", "lina")
    finally:
        (home / f"{LESSON}.ipynb").write_bytes(as_it_was)
        (home / "timestamp.txt").unlink(missing_ok=True)
        cycle.run("tuto", "autograde", "--student", "lina", "--force")


def test_a_pupil_who_handed_in_nothing_is_told_from_a_folder_without_pupils(cycle, by_tuto):
    said = cycle.run("tuto", "autograde", "1", "--student", "Léa", expect=2)
    assert "Aucun rendu de" in said and ", lea, " in said
    assert "pas un dossier" in cycle.run("tuto", "autograde", "--course", "nulle-part", expect=2)


def test_a_problem_of_ours_waits_for_a_person(cycle, by_tuto):
    settings = cycle.course / "nbgrader_config.py"
    as_it_was = settings.read_text(encoding="utf-8")
    settings.write_text(as_it_was + OUR_PROBLEM, encoding="utf-8")
    try:
        said = cycle.run("tuto", "autograde", LESSON, "--student", "aya", "--force", expect=1)
        marks = gradebook(cycle.course)["aya"]
    finally:
        settings.write_text(as_it_was, encoding="utf-8")
    assert "1 copie corrigée" in cycle.run("tuto", "autograde", LESSON, "--student", "aya")  # over, without --force
    assert "test_paires" in said and "à noter à la main" in said
    assert marks["test_paires"] == Mark(None, None, True)
    assert marks["test_quiz_1"] == Mark(1, None, False)


OUR_PROBLEM = """
import autograder.grade
from autograder.sandbox import SandboxError

def no_sandbox(*_):
    raise SandboxError("the test wants it so")

autograder.grade.run_and_judge = no_sandbox
"""


@pytest.fixture(scope="module")
def handed_back(cycle, by_tuto):
    hand_back(cycle, ("lea",))
    return cycle.course / "feedback"


def test_the_feedback_says_marks_hints_and_badges_and_shows_no_test(handed_back):
    page = read(handed_back / "manon" / LESSON / f"{LESSON}.html")
    for said in ("15 sur 24 points", "Pour partager tout le gâteau, divise par la somme", "Inventeur du T9"):
        assert said in page.plain
    assert not dangers_in(page)
    assert not [line for line in SECRET if line in page.text and line not in whole(CLASS / "manon")]


def whole(folder) -> str:
    return "\n".join("".join(cell["source"]) for path in folder.rglob("*.ipynb") for cell in cells_of(path))


def cells_of(path) -> list[dict]:
    return json.loads(path.read_text(encoding="utf-8"))["cells"]


def test_the_pupil_gets_the_page_by_the_exchange(cycle, handed_back):
    (fetched,) = cycle.home("lea").rglob("feedback/*/*.html")
    assert fetched.read_bytes() == (handed_back / "lea" / LESSON / f"{LESSON}.html").read_bytes()


def test_the_export_holds_every_pupil_with_its_marks(cycle, by_tuto, verdicts):
    lines = exported(cycle)
    assert set(lines) == {*PUPILS, OTHER}
    assert {pupil: float(lines[pupil]["score"]) for pupil in READABLE} == pytest.approx(
        {pupil: sum(points for (name, _), points in verdicts.items() if name == pupil) for pupil in READABLE}
    )
