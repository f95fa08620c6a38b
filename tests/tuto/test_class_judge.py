"""verifie where the project is installed: the class's judge, from the cells that the kernel ran."""

import dataclasses
import types

import pytest

from autograder.beside import Beside, cells_of
from course_config import COURSE
from tuto import classe, historique
from tuto.seance import SESSION

LESSON = COURSE.lessons[0]
ENTOURER = LESSON.exercises[0]
RIGHT = "def entourer(prenom):\n    return '.' + prenom + '.'"
WRONG = "def entourer(prenom):\n    return '.' + prenom"
BLANK = "# À toi de jouer\ndef entourer(prenom):\n    return ____"


@pytest.fixture(scope="module")
def judge():
    beside = Beside(COURSE)
    yield beside
    beside.close()


def ask(judge, ran, name="entourer"):
    return judge.check(LESSON.name, name, ran)


def test_a_right_answer_passes(judge):
    assert ask(judge, [RIGHT]) == {"outcome": "passed", "message": ask(judge, [RIGHT])["message"], "example": None}


def test_the_last_version_that_was_run_counts_even_with_its_blank(judge):
    assert ask(judge, [WRONG, RIGHT])["outcome"] == "passed"
    assert ask(judge, [RIGHT, WRONG])["outcome"] == "wrong"
    assert ask(judge, [RIGHT, BLANK])["outcome"] == "not_attempted"


def test_the_hint_and_the_example_come_with_it(judge):
    answer = ask(judge, [WRONG])
    assert "Il en faut un aussi à la fin" in answer["message"]
    assert len(answer["example"]) == 3


def test_a_cell_that_python_cannot_read_is_explained(judge):
    assert "deux-points" in ask(judge, ["def entourer(prenom)\n    return prenom"])["message"]


@pytest.mark.slow
def test_an_endless_loop_is_stopped_and_the_next_check_works(judge):
    assert ask(judge, ["def entourer(prenom):\n    while True:\n        pass"])["outcome"] == "timed_out"
    assert ask(judge, [RIGHT])["outcome"] == "passed"


def test_the_pupils_own_helper_is_found_and_old_tries_are_not(judge):
    helper = "POINT = '.'\ndef colle(a, b):\n    return a + b"
    answer = "def entourer(prenom):\n    return colle(colle(POINT, prenom), POINT)"
    assert ask(judge, [helper, WRONG, "print(entourer('a'))", answer])["outcome"] == "passed"


def test_a_broken_earlier_answer_does_not_count_against_this_one(judge):
    paires = "def paires(mot):\n    return list(zip(mot, mot[1:]))"
    assert ask(judge, [WRONG, paires], "paires")["outcome"] == "passed"


def test_a_quiz_answer_is_read_not_run(judge):
    assert ask(judge, ["quiz_1 = b"], "quiz_1")["outcome"] == "passed"
    assert ask(judge, ["quiz_1 = 'a'"], "quiz_1")["outcome"] == "wrong"


def test_inputs_are_fresh_at_every_check(judge):
    """A copied table of answers cannot know the next inputs."""
    assert judge.checks > 1
    before = judge.checks
    ask(judge, [RIGHT])
    assert judge.checks == before + 1


def test_the_sandbox_is_started_once(judge):
    ask(judge, [RIGHT])
    first = judge.sandbox
    ask(judge, [WRONG])
    assert judge.sandbox is first


def test_what_is_not_an_exercise_cannot_be_judged(judge):
    assert judge.check(LESSON.name, "rien", [RIGHT]) is None
    assert judge.check("99_inconnue", "entourer", [RIGHT]) is None


def test_without_the_sandbox_nothing_is_said_and_it_is_looked_for_once(monkeypatch):
    looked = []
    monkeypatch.setattr("autograder.sandbox.component.is_built", lambda: looked.append(1))
    beside = Beside(COURSE)
    assert ask(beside, [RIGHT]) is None and ask(beside, [RIGHT]) is None
    assert len(looked) == 1


def test_without_the_source_of_the_lesson_nothing_is_said(tmp_path):
    beside = Beside(dataclasses.replace(COURSE, root=tmp_path))
    assert ask(beside, [RIGHT]) is None
    beside.close()


def test_stopping_a_check_leaves_a_judge_that_works(judge, monkeypatch):
    def interrupted(*_):
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(Beside, "verdict", interrupted)
        with pytest.raises(KeyboardInterrupt):
            ask(judge, [RIGHT])
    assert judge.sandbox is None
    assert ask(judge, [RIGHT])["outcome"] == "passed"


def test_a_cell_run_many_times_is_there_once():
    cells = [cell.source for cell in cells_of([WRONG, "x = 1", "x = 1", RIGHT, "x = 1"], ENTOURER)]
    assert cells == [RIGHT, "x = 1"]


# ---------- through the kit


@pytest.fixture
def ran(monkeypatch):
    """What a kernel keeps of its cells."""
    cells = []
    shell = types.SimpleNamespace(history_manager=types.SimpleNamespace(input_hist_raw=cells))
    monkeypatch.setattr(historique, "jupyter", lambda: shell)
    return cells


def run(cahier, ran, code):
    ran.append(code)
    return cahier.run(code)


def test_the_kit_asks_the_class(cahier, ran):
    run(cahier, ran, WRONG)
    said = run(cahier, ran, "verifie(entourer)")
    assert "Il en faut un aussi à la fin" in said
    assert "Vérifié par le correcteur de la classe." in said
    run(cahier, ran, RIGHT)
    assert run(cahier, ran, "verifie(entourer)").startswith("C'est juste !")


def test_a_cell_that_never_worked_is_explained_though_its_function_is_not_there(cahier, ran):
    ran.append("def entourer(prenom)\n    return prenom")
    assert "deux-points" in run(cahier, ran, "verifie(entourer)")


def test_where_the_sandbox_does_not_start_the_public_examples_answer(cahier, ran, monkeypatch):
    monkeypatch.setattr("autograder.sandbox.component.is_built", lambda: False)
    run(cahier, ran, RIGHT)
    said = run(cahier, ran, "verifie(entourer)")
    assert said.startswith("C'est juste !")
    assert "Le correcteur de la classe n'est pas prêt ici. Essayé sur les exemples publics seulement." in said


def test_where_the_project_is_not_the_public_examples_answer(cahier, ran, monkeypatch):
    monkeypatch.setitem(__import__("sys").modules, "autograder.beside", None)
    run(cahier, ran, RIGHT)
    assert "Essayé sur les exemples publics seulement." in run(cahier, ran, "verifie(entourer)")


def test_where_nothing_keeps_the_cells_the_public_examples_answer(cahier):
    with pytest.raises(classe.NoJudge):
        classe.ask("entourer")
    assert SESSION.judge is None


@pytest.mark.parametrize("kept", [None, "abc", 3, [], [None, 3]])
def test_a_strange_history_is_empty(monkeypatch, kept):
    shell = types.SimpleNamespace(history_manager=types.SimpleNamespace(input_hist_raw=kept))
    monkeypatch.setattr(historique, "jupyter", lambda: shell)
    assert historique.history() == []
