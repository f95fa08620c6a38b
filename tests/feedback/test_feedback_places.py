"""Each page has its own file, whatever the pupil is called."""

import doctest
import re
from itertools import combinations

import pytest

from autograder.feedback import listing, places, results, typography, write_pupil_page
from autograder.feedback.places import file_name
from tests.feedback.demo_class import LESSON_1, report

ODD = (
    *("", ".", "..", "../../x", "a/b", "a\\b", "a b", "a_b", "a-b", "ab", "AB", "Ab", "a:b", "a*", "a?", "x" * 300),
    *("É", "E\u0301", "e", "E", "CON", "con", "nul", "com1", "lpt9", "lea", "Lea", "LEA", "Léa", "lea.", "lea "),
    *("lea-0123456789", "x" * 301, "\x00", "\n", "中文", "🙂", "\udcff", "index.html", "-rf", "~", "$HOME", "C:\\x"),
)
RESERVED = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\..*)?", re.IGNORECASE)


@pytest.mark.parametrize("name", ODD, ids=ascii)
def test_a_file_name_is_safe_on_every_system(name):
    made = file_name(name)
    assert re.fullmatch(r"[a-z0-9][a-z0-9_-]{0,59}", made) and not RESERVED.fullmatch(made)


def test_different_names_have_different_files_even_where_case_is_ignored():
    for one, other in combinations(ODD, 2):
        assert file_name(one).casefold() != file_name(other).casefold(), (one, other)


def test_a_name_cannot_be_made_up_to_take_another_s_file():
    taken = file_name("Léa")
    assert file_name(taken) != taken


def test_a_plain_name_is_its_own_file():
    assert file_name("lea_2") == "lea_2" and file_name("01_deviner_la_suite") == "01_deviner_la_suite"


@pytest.mark.parametrize("name", ODD, ids=ascii)
def test_a_page_never_leaves_the_folder(course, tmp_path, name):
    folder = tmp_path / "feedback"
    path = write_pupil_page(report(name, "p--------"), course, folder)
    assert path.is_file() and folder.resolve() == path.resolve().parent.parent
    assert path.name == f"{LESSON_1.name}.html"


@pytest.mark.parametrize("module", [listing, places, results, typography], ids=lambda module: module.__name__)
def test_worked_examples_are_true(module):
    outcome = doctest.testmod(module)
    assert outcome.failed == 0
