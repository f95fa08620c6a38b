"""The sample class, graded as a teacher would: one line of outcomes per pupil, and what it means for the course."""

from pathlib import Path

import pytest

from autograder.batch import grade_all
from autograder.collect import collect
from autograder.report import Failure
from course_config import COURSE
from tests.sample_class import BROKEN, CLASS, PUPILS, make, path_of

P, W, R, T, N = "passed", "wrong", "raised", "timed_out", "not_attempted"
EXPECTED = {
    #        entourer paires compter probas suggest choisir generer quiz × 3
    "lea": (P, P, P, P, P, P, P, P, P, P),
    "yanis": (P, P, P, P, P, P, P, P, P, P),
    "manon": (P, P, P, W, P, W, P, P, P, P),
    "tom": (P, R, N, W, N, N, N, W, W, N),
    "aya": (W, W, P, P, P, P, W, P, P, P),
    "hugo": (R, W, R, P, P, P, P, P, P, P),
    "ines": (P, P, P, W, W, N, N, N, N, N),
    "noah": (P, P, P, P, P, P, T, P, P, P),
    "zoe": (W, R, P, W, P, P, P, P, P, P),
    "sacha": (P, P, P, P, P, P, P, P, P, P),
    "lina": (N, N, N, N, N, N, N, N, N, N),
}
OPENED = {"lea", "yanis", "manon", "noah", "sacha"}


@pytest.fixture(scope="module")
def results(grader):
    graded = grade_all(grader, collect([CLASS], COURSE))
    return {result.pupil: result for result in graded}


@pytest.mark.parametrize("pupil", PUPILS)
def test_the_committed_notebooks_are_fresh(pupil):
    assert path_of(pupil).read_bytes() == make(pupil), "python tests/sample_class.py"


@pytest.mark.parametrize("pupil", EXPECTED)
def test_outcomes(results, pupil):
    assert tuple(str(verdict.outcome) for verdict in results[pupil].verdicts) == EXPECTED[pupil]


def test_one_mistake_costs_one_exercise(results):
    """Hugo's `paires` is wrong; `compter_paires` stands on ours, and fails for a reason of its own."""
    compter = next(verdict for verdict in results["hugo"].verdicts if verdict.name == "compter_paires")
    assert "clé" in compter.message


def test_a_broken_file_is_said_and_stops_nobody(results):
    assert isinstance(results[BROKEN], Failure)
    assert "abîmé" in results[BROKEN].message
    assert len(results) == len(PUPILS)


def test_who_opens_the_next_lesson(results):
    opened = {pupil for pupil in EXPECTED if results[pupil].unlocked}
    assert opened == OPENED
    assert results["lea"].unlocked.name == "02_apprendre_des_erreurs"


def test_badges_come_with_the_exercise(results):
    assert [badge.slug for badge in results["aya"].badges] == [
        "compteur-de-bigrammes",
        "partageur-de-gateau",
        "inventeur-t9",
    ]


def test_the_lesson_s_badge_comes_with_the_next_lesson(results):
    manon = [badge.slug for badge in results["manon"].badges]
    assert manon == ["compteur-de-bigrammes", "inventeur-t9", "boule-de-cristal"]
    assert {pupil for pupil in EXPECTED if results[pupil].lesson_badge} == OPENED


def test_free_words_are_kept_for_the_teacher(results):
    (_, words), *_ = results["manon"].free_texts
    assert words == "Une probabilité c'est combien de chances on a."
    (_, nothing), *_ = results["lina"].free_texts
    assert nothing == ""


def test_what_happened_to_the_cells_is_told_kindly(results):
    said = " ".join(results["sacha"].notes)
    assert "étiquette" in said
    assert "coupée en morceaux" in said


def test_the_folder_is_the_one_start_py_shows():
    assert Path(__file__).parent.parent / "submissions" / "classe" / "submitted" == CLASS
