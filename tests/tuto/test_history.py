"""What was run is known to whoever checks, wherever the notebook is."""

import types

import pytest

from tuto import affichage
from tuto.historique import history
from tuto.verification import last_version


@pytest.fixture
def lesson_page(monkeypatch):
    """In the browser, the class's page lends a module named tuto_page."""
    page = types.ModuleType("tuto_page")
    page.history = lambda: [
        "prenom = 'emma'",
        "def entourer(prenom):\n    return 1",
        "def entourer(prenom:\n    return 2",
    ]
    monkeypatch.setitem(affichage.sys.modules, "tuto_page", page)
    monkeypatch.setattr(affichage.sys, "platform", "emscripten")


def test_the_lesson_page_knows_the_cells_that_were_run(lesson_page):
    assert history()[0] == "prenom = 'emma'"
    assert last_version("entourer") == "def entourer(prenom:\n    return 2"  # even one that Python could not read


def test_in_plain_python_nobody_knows():
    assert history() == []
