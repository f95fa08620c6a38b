"""Levels 6 to 9: what their demos show of the pupil's own functions, right or not yet."""

import pytest

from autograder.holes import solve
from autograder.master import without_hidden_tests
from autograder.notebook import read_notebook
from course_config import COURSE, ROOT
from tests.tuto.conftest import Cahier, plain
from tests.tuto.sanitizer import removed_from
from tuto import lecon_6

BONUS = [lesson.name for lesson in COURSE.lessons[5:9]]


def cells_of(lesson, solved):
    """The code of the lesson, its blanks filled in or not."""
    for cell in read_notebook(ROOT / ("source" if solved else "release") / lesson / f"{lesson}.ipynb").cells:
        if cell.kind == "code":
            yield solve(without_hidden_tests(cell.source)) if solved else cell.source


def run_demos(notebook, lesson, replaced=()):
    """Run the solved lesson without its checks; `replaced` are functions written instead of the solution's."""
    said = []
    for code in cells_of(lesson, solved=True):
        own = next((new for new in replaced if code.startswith(f"# À toi de jouer\n{new.splitlines()[0]}")), code)
        if not own.startswith("# Vérifier"):
            said.append(notebook.run(own.replace(", 200, titre", ", 30, titre").replace(", 500, titre", ", 3, titre")))
    return "\n".join(said)


@pytest.fixture
def notebook(capsys, monkeypatch):
    for lesson in BONUS:
        monkeypatch.syspath_prepend(ROOT / "source" / lesson)
    return Cahier(capsys)


@pytest.mark.parametrize("lesson", BONUS)
def test_every_demo_of_a_solved_level_survives_a_notebook_that_is_not_trusted(lesson, notebook, pages):
    run_demos(notebook, lesson)
    assert len(pages) >= 6
    assert [removed_from(page) for page in pages] == [[]] * len(pages)


def test_what_stands_before_an_apostrophe_is_no_whole_word(capsys):
    story = lecon_6.cut_into_letters("l'escalier de la tour")
    lecon_6.montre_fusions([("_", "l"), ("_l", "a"), ("_", "a")], story)
    assert "Déjà 1 mots entiers : _la" in plain(capsys.readouterr().out)


def test_a_sentence_reaches_the_model_as_numbers(capsys):
    lecon_6.montre_numeros(lambda pieces, pair: pieces, "Ab ñ", [])
    assert capsys.readouterr().out.split() == ["0", "1", "2", "0", "?"]


def test_a_tower_without_its_shortcut_is_not_painted(notebook):
    said = run_demos(
        notebook,
        "08_plusieurs_etages",
        ["def empiler(x, etages):\n    for W in etages:\n        x = etage(x, W)\n    return x"],
    )
    assert "Ta tour et le moteur ne sont pas d'accord." in said
    assert "du dessin est juste" not in said


def test_the_names_of_a_machine_come_after_its_title(notebook):
    said = run_demos(notebook, "09_le_dressage")
    assert said.index("Avant :") < said.index("inventé")
