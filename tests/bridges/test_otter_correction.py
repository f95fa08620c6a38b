"""Our plugin, called as otter calls it but without its kernel: cheats, accidents, and what Gradescope shows."""

import json
import warnings
from contextlib import nullcontext

import pytest

from autograder.batch import IsolationTooWeak, open_grader
from autograder.collect import Handed
from autograder.otter import correction, phrases
from autograder.otter.correction import Correction
from autograder.otter.gradescope import results
from autograder.otter.reception import receive_folder
from autograder.sandbox import Sandbox, SandboxError, SandboxMissing
from autograder.typography import french
from course_config import COURSE
from tests.bridges.broken import BROKEN, DAMAGED
from tests.bridges.cheat import LESSON, marked
from tests.bridges.cheats import CHEATS, XSS, notebook_of
from tests.bridges.leaks import leaks_in
from tests.sample_class import CLASS, PUPILS, everything, fill, make, read

LESSON_1 = COURSE.lesson(LESSON)
POINTS = {item.name: item.points for item in LESSON_1.items}
SHOWN = {"name", "score", "max_score", "status", "output", "output_format", "visibility", "extra_data"}


@pytest.fixture(scope="module")
def plugin_class():
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # otter's own imports
        from autograder.otter.plugin import TutoPlugin
    return TutoPlugin


@pytest.fixture
def one_sandbox(grader, monkeypatch):
    """The session's, in place of one a copy."""
    monkeypatch.setattr(correction, "open_grader", lambda *_, **__: nullcontext(grader))


@pytest.fixture
def by_plugin(plugin_class, one_sandbox, tmp_path):
    """What Gradescope would read of one copy, given its files."""

    def run(raw, beside=()):
        submission = tmp_path / "submission"
        submission.mkdir()
        for name, content in {"carnet.ipynb": raw, **dict(beside)}.items():
            (submission / name).parent.mkdir(parents=True, exist_ok=True)
            (submission / name).write_bytes(content)
        receive_folder(submission, LESSON)
        metadata = {"users": [{"id": 7, "name": "Léa", "email": "lea"}]}
        plugin = plugin_class(str(submission / f"{LESSON}.ipynb"), metadata, {"lesson": LESSON})
        plugin.before_grading(None)
        return json.loads(json.dumps(results(plugin.correction, COURSE)))

    return run


def marks(content):
    return {test["extra_data"]["exercise"]: test.get("score", 0) for test in content["tests"] if "extra_data" in test}


def shown_to_pupils(content):
    visible = [test for test in content["tests"] if test["visibility"] == "visible"]
    return "\n".join([content["output"], *(f"{test['name']}\n{test['output']}" for test in visible)])


def hidden(content, name=phrases.FOR_TEACHER):
    return next(test["output"] for test in content["tests"] if test["name"].startswith(name))


@pytest.mark.parametrize("cheat", CHEATS, ids=lambda cheat: cheat.name)
def test_a_cheat_gets_what_it_deserves_runs_nothing_and_learns_nothing(by_plugin, cheat):
    marked()
    content = by_plugin(notebook_of(cheat), cheat.beside)
    assert marks(content) == {name: POINTS[name] if name in cheat.deserved else 0 for name in POINTS}
    assert content["score"] == sum(POINTS[name] for name in cheat.deserved)
    assert marked() == ""
    assert leaks_in(shown_to_pupils(content), json.loads(notebook_of(cheat))) == set()
    assert {test["output_format"] for test in content["tests"]} == {content["output_format"]} == {"text"}


@pytest.mark.parametrize("name", BROKEN)
def test_what_cannot_be_read_gets_a_sentence_and_nothing_else(by_plugin, name):
    content = by_plugin(BROKEN[name])
    assert french(phrases.UNREADABLE) in content["output"]
    assert set(marks(content).values()) == {0} and content["score"] == 0
    assert hidden(content).startswith("Carnet non lu.")


@pytest.mark.parametrize("name", DAMAGED)
def test_what_is_only_damaged_is_graded_whole(by_plugin, name):
    assert marks(by_plugin(DAMAGED[name])) == POINTS


@pytest.mark.parametrize("pupil", sorted({*PUPILS} - {"noah"}))  # his endless loop: see test_otter_run.py
def test_same_marks_as_tuto_grade(by_plugin, grader, pupil):
    path = CLASS / pupil / LESSON / f"{LESSON}.ipynb"
    report = grader.grade_one(Handed(path, pupil, LESSON))
    wanted = {verdict.name: verdict.points for verdict in getattr(report, "verdicts", ())}
    assert marks(by_plugin(make(pupil))) == (wanted or dict.fromkeys(marks(by_nobody()), 0))


def by_nobody():
    """Nothing graded: what stays of a lesson's exercises, bonuses apart."""
    return results(Correction(LESSON_1, None), COURSE)


def test_gradescope_reads_every_field(by_plugin):
    content = by_plugin(make("manon"))
    assert content["visibility"] == "visible" and content["stdout_visibility"] == "hidden"
    for test in content["tests"]:
        assert set(test) <= SHOWN and {"name", "output", "visibility", "output_format"} <= set(test)
        assert test["visibility"] in ("visible", "hidden")
        assert all(isinstance(test[key], int | float) for key in ("score", "max_score") if key in test)
    assert content["score"] == sum(test.get("score", 0) for test in content["tests"])


def test_bonuses_are_extra_credit_and_never_count_against_anybody(by_plugin):
    won, nothing = by_plugin(make("lea")), by_nobody()
    required = sum(item.points for item in LESSON_1.items if not item.bonus)
    assert required < sum(POINTS.values())
    for content in (won, nothing):
        assert sum(test.get("max_score", 0) for test in content["tests"]) == required
    assert won["score"] == sum(POINTS.values())


def test_a_bonus_not_won_shows_no_score_and_no_colour(by_plugin):
    bonuses = {item.name for item in LESSON_1.items if item.bonus}
    tests = [test for test in by_plugin(make("tom"))["tests"] if test.get("extra_data", {}).get("exercise") in bonuses]
    assert len(tests) == len(bonuses)
    assert not any({"score", "max_score", "status"} & set(test) for test in tests)


def test_a_mistake_is_explained_with_its_example_and_an_idea(by_plugin):
    said = shown_to_pupils(by_plugin(make("manon")))
    assert "Tu divises par le plus grand." in said
    assert "on attend {" in said and "Une idée\u00a0: " in said
    assert "Badge gagné\u00a0: «\u00a0Compteur de bigrammes\u00a0»." in said


def test_the_values_of_an_example_are_shown_as_they_are(by_plugin):
    """Typography must not touch them: here the apostrophe and the spaces are the whole mistake."""
    answers = everything() | {"entourer": 'def entourer(prenom):\n    return "l\'eau : " + prenom'}
    said = shown_to_pupils(by_plugin(json.dumps(fill(read("release"), answers)).encode()))
    assert "tu donnes \"l'eau : " in said


def test_the_lesson_badge_and_the_next_lesson_are_told(by_plugin):
    said = by_plugin(make("lea"))["output"]
    assert LESSON_1.badge.title in said and "La leçon 2 est ouverte" in said


def test_the_words_of_a_pupil_are_for_the_teacher_to_mark(by_plugin):
    content = by_plugin(make("lea"))
    assert hidden(content, "Avec tes mots, à noter à la main").startswith("C'est un gâteau")
    assert "gâteau\u00a0: plus la lettre" not in shown_to_pupils(content)
    assert french(phrases.FREE_TEXT) in content["output"]


def test_markup_and_invisible_characters_stay_plain(by_plugin):
    answers = everything() | {"explique_1": f"{XSS}\u202e\x1b[2J"}
    content = by_plugin(json.dumps(fill(read("release"), answers)).encode())
    words = hidden(content, "Avec tes mots")
    assert XSS in words and "\u202e" not in words and "\x1b" not in words


def test_the_teacher_reads_the_wrong_idea_and_what_to_say(by_plugin):
    content = by_plugin(make("manon"))
    assert "divisent par le plus grand. À dire" in hidden(content)
    assert "À dire" not in shown_to_pupils(content)


def test_nothing_handed_in_gets_a_sentence(by_plugin, tmp_path):
    content = results(correction.correct(correction.Received(None), LESSON_1, COURSE, ""), COURSE)
    assert french(phrases.NOTHING) in content["output"]


def test_several_notebooks_are_told(by_plugin):
    content = by_plugin(make("lea"), {f"autre_{LESSON}.ipynb": make("tom")})
    assert "Tu as déposé plusieurs carnets" in content["output"]


def test_the_notebook_of_another_lesson_is_told(by_plugin):
    other = COURSE.lessons[1]
    raw = (COURSE.root / "release" / other.name / f"{other.name}.ipynb").read_bytes()
    content = by_plugin(raw)
    assert "Ce carnet est celui de la leçon 2. Ici, on rend la leçon 1" in content["output"]
    assert french(phrases.UNREADABLE) not in content["output"]
    assert hidden(content).startswith("Carnet non lu.") and other.title in hidden(content)


def test_a_problem_of_ours_in_a_remark_is_nobodys_fault_either(by_plugin, monkeypatch):
    def breaks(*_):
        raise RuntimeError("plus de place sur le disque")

    monkeypatch.setattr(correction, "of_another", breaks)
    assert french(phrases.FAULT) in by_plugin(make("lea"))["output"]


def test_our_own_breakdown_is_nobodys_fault_and_the_teacher_sees_it(by_plugin, monkeypatch):
    def breaks(*_, **__):
        raise RuntimeError("plus de place sur le disque")

    monkeypatch.setattr(correction, "open_grader", breaks)
    content = by_plugin(make("lea"))
    assert french(phrases.FAULT) in content["output"]
    assert "plus de place sur le disque" in hidden(content)
    assert "plus de place" not in shown_to_pupils(content) and "Traceback" not in shown_to_pupils(content)


def test_a_sandbox_that_breaks_down_is_told_to_both(by_plugin, grader, monkeypatch):
    def refuses(self, job):
        raise SandboxError("le bac à sable ne répond plus")

    monkeypatch.setattr(Sandbox, "run", refuses)
    content = by_plugin(make("lea"))
    assert "ce n’est pas ta faute" in shown_to_pupils(content)
    assert "1.1\u00a0: souci du correcteur" in hidden(content)


def test_a_missing_sandbox_is_built_once_and_told(by_plugin, monkeypatch):
    built = []
    monkeypatch.setattr(correction.component, "is_built", lambda: bool(built))
    monkeypatch.setattr(correction.component, "build", lambda: built.append(1))
    content = by_plugin(make("lea"))
    assert built == [1] and content["score"] == sum(POINTS.values())
    assert french(phrases.BUILT_NOW) in hidden(content)


def test_a_sandbox_that_cannot_be_built_is_told(by_plugin, monkeypatch):
    def cannot():
        raise SandboxMissing("plus de place")

    monkeypatch.setattr(correction.component, "is_built", lambda: False)
    monkeypatch.setattr(correction.component, "build", cannot)
    content = by_plugin(make("lea"))
    assert french(phrases.FAULT) in content["output"] and "plus de place" in hidden(content)


def test_a_container_without_linux_locks_grades_and_tells_the_teacher(by_plugin, grader, monkeypatch):
    def weak(course, accept_partial=False):
        if not accept_partial:
            raise IsolationTooWeak("Isolation : PARTIELLE")
        return nullcontext(grader)

    monkeypatch.setattr(correction, "open_grader", weak)
    content = by_plugin(make("lea"))
    assert content["score"] == sum(POINTS.values())
    assert hidden(content).count("Isolation") == 1 and "Isolation" not in shown_to_pupils(content)


def test_the_seam_of_these_tests_is_the_real_one():
    assert correction.open_grader is open_grader
