"""Finding each answer, whatever happened to the cells."""

import re
from textwrap import indent

import pytest

from autograder.master import Master
from autograder.notebook import Cell, Notebook
from autograder.submission import bound_words, find_attempt, leaned_on, own_cells, recognise
from course_config import COURSE

LESSON = COURSE.lessons[0]
ENTOURER, PAIRES = LESSON.exercises[:2]
BLANK = "# À toi de jouer\ndef entourer(prenom):\n    return ____"
SOLVED = 'def entourer(prenom):\n    return "." + prenom + "."'
OTHER = "def entourer(prenom):\n    return prenom"
MASTER = Master({}, {}, {"entourer": BLANK}, frozenset({BLANK, "print(1)"}))


def attempt(*cells, item=ENTOURER):
    notebook = Notebook(tuple(cells))
    return find_attempt(notebook, item, LESSON, own_cells(notebook, MASTER))


def labelled(source, kind="code"):
    return Cell(kind, source, "entourer")


def test_by_its_label():
    assert attempt(labelled(SOLVED)).code == SOLVED


def test_by_its_function_when_the_label_is_lost():
    found = attempt(Cell("code", SOLVED))
    assert found.code == SOLVED
    assert "étiquette" in found.notes[0]


def test_the_last_definition_wins():
    assert attempt(labelled(SOLVED), Cell("code", OTHER)).code == OTHER


def test_a_blank_copy_does_not_win_over_a_filled_one():
    assert attempt(labelled(SOLVED), labelled(BLANK)).code == SOLVED


def test_hundreds_of_endless_blank_copies_are_not_all_parsed():
    endless = [Cell("code", f"{BLANK}\n{'x = 1; ' * 14_000}")] * 300
    assert attempt(labelled(SOLVED), *endless).code == SOLVED


def test_a_cell_turned_into_text_is_read_as_code():
    assert attempt(labelled(SOLVED, "markdown")).code == SOLVED


def test_a_renamed_function_is_found_by_its_label():
    renamed = SOLVED.replace("entourer", "entoure")
    assert attempt(labelled(renamed)).code == renamed


def test_a_cell_cut_in_two_is_joined():
    found = attempt(labelled("def entourer(prenom):\n    debut = '.'"), Cell("code", "    return debut + prenom + '.'"))
    assert found.code.endswith("debut = '.'\n    return debut + prenom + '.'")
    assert found.helpers == ()


def test_a_cell_cut_in_many_is_joined_over_an_empty_one():
    pieces = (Cell("markdown", " "), Cell("code", "    debut = '.'"), Cell("code", "    return debut + prenom + '.'"))
    found = attempt(labelled("def entourer(prenom):"), *pieces, Cell("code", "print(1)"))
    assert found.code == "def entourer(prenom):\n    debut = '.'\n    return debut + prenom + '.'"


def test_an_indented_scratch_cell_is_no_second_half():
    assert attempt(labelled(SOLVED), Cell("code", "  print(entourer('emma'))")).code == SOLVED


def test_a_cell_is_read_as_ipython_runs_it():
    for typed in (indent(SOLVED, "\t"), "\n" + indent(SOLVED, "   "), re.sub("^", ">>> ", SOLVED, flags=re.MULTILINE)):
        assert attempt(labelled(typed)).code.strip() == SOLVED
        assert attempt(Cell("code", typed)).code.strip() == SOLVED


def test_a_result_under_the_function_s_name_is_no_answer():
    found = attempt(labelled(SOLVED), Cell("code", "entourer = entourer('emma')"))
    assert (found.code, found.notes) == (SOLVED, ())


def test_a_function_given_by_its_name_fills_a_blank():
    given = "from functools import partial\nentourer = partial(mettre, '.')"
    assert attempt(labelled(BLANK), Cell("code", given)).code == given


@pytest.mark.parametrize("flood", ["\n" * 50_000 + " " * 50_000, " " * 50_000 + "\n" * 50_000, " \n" * 50_000])
def test_a_flood_of_blank_lines_after_an_answer_is_read_at_once(flood):
    assert attempt(labelled(SOLVED), Cell("code", flood)).code == SOLVED


def test_a_deleted_cell():
    assert not attempt(Cell("code", "print(1)")).found


def test_prose_that_mentions_the_function_is_not_an_answer():
    assert not attempt(Cell("markdown", "La fonction :\ndef entourer(prenom): met des points")).found


def test_helpers_are_the_pupils_own_cells_that_the_answer_leans_on():
    leaning = "def entourer(prenom):\n    return aide(prenom)"
    cells = (
        "def aide(x):\n    return POINT + x + POINT",
        "POINT = '.'",
        "autre = 3",
        "print(1)",
        "def paires(mot): ...",
    )
    found = attempt(labelled(leaning), *(Cell("code", code) for code in cells))
    assert found.helpers == cells[:2]


def test_too_much_code_beside_the_answer_is_left_out():
    huge = "prenom = 1\n" * 50_000
    found = attempt(Cell("code", "prenom = 1"), Cell("code", huge), labelled(SOLVED))
    assert found.helpers == ("prenom = 1",)


def test_too_much_code_leaves_the_next_cells_in():
    found = attempt(Cell("code", "prenom = 1\n" * 50_000), Cell("code", "prenom = 1"), labelled(SOLVED))
    assert found.helpers == ("prenom = 1",)


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("import math as m", {"math", "m"}),
        ("from random import choice", {"random", "choice"}),
        ("a, b = 1, 2", {"a", "b"}),
        ("total += 1", {"total"}),
        ("if x == 1:\n    y = 2", {"x"}),
        ("class Boite:\n    pass", {"Boite"}),
        ("print(1)  # a = 1", set()),
        ("    x = 1", set()),
    ],
)
def test_words_a_cell_may_bind(code, words):
    assert bound_words(code) == words


def test_leaning_goes_through_other_cells():
    assert leaned_on("f(1)", ("def f(x): return g(x)", "h = 1", "g = len")) == ("def f(x): return g(x)", "g = len")


def test_a_chain_of_thousands_of_cells_is_followed_once():
    chain = [f"a{i} = a{i - 1}" for i in range(1, 50_000)]  # looking at all of them at each step would take minutes
    assert len(leaned_on("a49999", chain)) == 49_999


@pytest.mark.parametrize("name", ["", "01_deviner_la_suite"])
def test_the_lesson_is_recognised_by_its_stamp_or_its_functions(name):
    notebook = Notebook((labelled(SOLVED),), lesson=name)
    assert recognise(notebook, (LESSON,)) is LESSON


def test_somebody_elses_notebook_is_no_lesson():
    assert recognise(Notebook((Cell("code", "import pandas"),)), (LESSON,)) is None
