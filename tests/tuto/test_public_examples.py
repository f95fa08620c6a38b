"""The public part of a lesson: enough to explain, nothing hidden. It judges every exercise of the course."""

import json

import pytest

from autograder.public_sheet import public_exercise, public_json, public_sheet
from course_config import COURSE
from tuto import fiche
from tuto.exemples import judge_examples

LESSONS = [lesson for lesson in COURSE.lessons if lesson.items]
EXERCISES = [(lesson, exercise) for lesson in LESSONS for exercise in lesson.exercises]


@pytest.fixture(scope="module")
def sheets():
    """As the kit reads them: written to JSON and back."""
    return {lesson.name: json.loads(public_json(COURSE, lesson)) for lesson in LESSONS}


@pytest.fixture(scope="module")
def sheet_of(sheets):
    return {item["nom"]: (sheet, item) for sheet in sheets.values() for item in sheet["exercices"]}


@pytest.mark.parametrize("exercise", [exercise for _, exercise in EXERCISES], ids=lambda exercise: exercise.name)
def test_the_right_function_passes(exercise, sheet_of):
    verdict = judge_examples(*sheet_of[exercise.name], exercise.reference)
    assert (verdict.outcome, verdict.example) == ("passed", None)


@pytest.mark.parametrize("exercise", [exercise for _, exercise in EXERCISES], ids=lambda exercise: exercise.name)
def test_every_wrong_idea_is_seen_and_almost_every_one_gets_its_own_hint(exercise, sheet_of):
    """A few examples cannot tell every two ideas apart: then it is the hint of the first."""
    sheet, item = sheet_of[exercise.name]
    verdicts = [judge_examples(sheet, item, idea.wrong) for idea in exercise.misconceptions]
    known = [idea["indice"] for idea in item["idees"]]
    assert {verdict.outcome for verdict in verdicts} <= {"wrong", "raised"}
    assert {verdict.message for verdict in verdicts} <= set(known)
    own = sum(verdict.message == hint for verdict, hint in zip(verdicts, known, strict=True))
    assert own >= 0.9 * len(known)


@pytest.mark.parametrize("lesson", LESSONS, ids=lambda lesson: lesson.name)
def test_the_sheet_is_the_same_each_time_and_small(lesson):
    assert public_json(COURSE, lesson) == public_json(COURSE, lesson)
    assert len(public_json(COURSE, lesson)) < 150_000


@pytest.mark.parametrize("lesson", LESSONS, ids=lambda lesson: lesson.name)
def test_the_sheet_shows_only_edges(lesson, sheets):
    for exercise, public in zip(lesson.exercises, sheets[lesson.name]["exercices"], strict=True):
        assert 1 <= len(public["exemples"]) <= 5
        assert len(public["exemples"]) <= len(exercise.edges)
        assert "reference" not in public


def test_the_sheet_without_its_examples_calls_nothing():
    lesson = LESSONS[0]
    assert all("exemples" not in exercise for exercise in public_sheet(COURSE, lesson, False)["exercices"])


def test_making_the_examples_twice_gives_fresh_tools():
    """Dice that were thrown in one call are new for the next."""
    exercise = next(exercise for exercise in LESSONS[0].exercises if exercise.name == "generer")
    sheet = {"phrases": {}}
    item = json.loads(json.dumps(public_exercise(COURSE, exercise, True)))
    assert [judge_examples(sheet, item, exercise.reference).outcome for _ in range(3)] == ["passed"] * 3


def test_a_badge_comes_with_its_drawing(sheets):
    badges = [item["badge"] for item in sheets["01_deviner_la_suite"]["exercices"] if item["badge"]]
    assert badges and all(badge["dessin"].startswith("<svg") for badge in badges)


def test_the_sheet_beside_the_notebook_comes_first(tmp_path):
    (tmp_path / "cas_publics.json").write_text('{"lecon": "01_deviner_la_suite", "titre": "ici"}', encoding="utf-8")
    assert fiche.find("01_deviner_la_suite")["titre"] == "ici"
    assert fiche.find("02_apprendre_des_erreurs").get("titre") != "ici"


@pytest.mark.parametrize("damage", ["", "{", "[]", "null"])
def test_a_damaged_sheet_is_made_again_where_the_project_is(tmp_path, damage):
    (tmp_path / "cas_publics.json").write_text(damage, encoding="utf-8")
    assert fiche.find("01_deviner_la_suite")["titre"] == "Deviner la suite"


def test_a_lesson_nobody_knows_has_no_sheet():
    assert fiche.find("99_inconnue") == {}
