"""Python's errors, in French, for the course's own typical mistakes."""

import json
import linecache
import re

import pytest

from autograder.answer import Raised
from autograder.python_errors import explain_error as judges_words
from tests.tuto.conftest import plain
from tuto.erreurs import FAMILIES, explain_error
from tuto.seance import SESSION
from tuto.secours import first_aid

MISTAKES = {
    "def f(x)\n    return x": "deux-points",
    "def f(x):\nreturn x": "décalée de 4 espaces",
    "print('a)": "guillemet",
    "f = (1, 2": "sans le refermer",
    "x = 1 +": "Python ne comprend pas cette ligne",
    "return 1": "n'est plus dans la fonction",
    "if 1 = 1:\n    pass": "Il faut deux|deux signes égal|À gauche du signe",
    "'a' + 1": "deux textes ou deux nombres",
    "1 + 'a'": "Tu mélanges un nombre et un texte",
    "[1, 2][2]": "une case trop loin",
    "{'a': 1}['b']": "la clé `'b'`",
    "1 / 0": "divises par zéro",
    "len(3)": "`len` compte les cases",
    "for i in 3:\n    pass": "parcourir un nombre",
    "sum(3)": "parcourir un nombre",  # where there is no loop
    "3 in 4": "mais tu lui donnes un nombre",
    "[1] - [2]": "élément par élément",
    "[1] * [2]": "élément par élément",
    "[1] * 0.5": "va case par case",
    "'a' - 'b'": "Entre deux textes",
    "{} + {}": "un dictionnaire de chaque côté",
    "{} < {}": "Compare des nombres",
    "None + 1": "est vide \\(None\\)",
    "sum / 2": "parenthèses `\\(\\)` après",
    "max < 1": "parenthèses `\\(\\)` après",
    "range(len)": "parenthèses `\\(\\)` après",
    "'a' + str": "parenthèses `\\(\\)` après",
    "len[0]": "pas avec des crochets",
    "range('a')": "nombre entier",
    "[1].add(2)": "append",
    "import math\nmath.log(0)": "une probabilité est tombée à 0",
    "import math\nmath.exp(1000)": "trop gigantesque",
    "import numpy_qui_manque": "n'existe pas ici",
    "print(prenomm)": "ne connaît pas le mot `prenomm`",
    "____ + 1": "Il reste un trou",
    "x = None\nx()": "fonction encore vide",
    "(1, 2)(0)": "Pour une case : des crochets",
    "int('a')": "ne peut pas devenir un nombre",
    "a, b = 1, 2, 3": "pas le bon nombre de valeurs",
    "{[1]: 2}": "la clé ne peut pas être une liste",
    "open('rien.txt')": "ne peut pas ouvrir de fichier",
    "input()": "personne ne répond",
}


def raised_by(code):
    try:
        exec(compile(code, "<case>", "exec"), {})
    except SyntaxError as error:
        return type(error).__name__, error.msg
    except Exception as error:
        return type(error).__name__, str(error)
    raise AssertionError("nothing was raised")


@pytest.mark.filterwarnings("ignore::SyntaxWarning")
@pytest.mark.parametrize("code", MISTAKES)
def test_a_typical_mistake_has_its_sentence(code, monkeypatch):
    monkeypatch.setattr("sys.stdin", None)
    if code == "input()":
        kind, detail = "EOFError", ""
    else:
        kind, detail = raised_by(code)
    assert re.search(MISTAKES[code], explain_error(kind, detail)), explain_error(kind, detail)


def test_an_unknown_error_still_gets_a_kind_sentence():
    assert "Relis la ligne doucement" in explain_error("BizarreError", "whatever")


def test_the_line_is_told():
    assert explain_error("IndexError", "list index out of range", line=3).startswith("Ligne 3 : ")


def test_a_misspelt_word_is_guessed():
    said = explain_error("NameError", "name 'prenm' is not defined", code="def f(prenom):")
    assert "Voulais-tu écrire `prenom` ?" in said


@pytest.mark.parametrize(("code", "said"), [("if 1 =< 2:\n    1", "on écrit `<=`"), ("x = 3\nx => 2", "on écrit `>=`")])
def test_an_equal_sign_written_first_is_seen_in_the_line(code, said):
    with pytest.raises(SyntaxError) as caught:
        compile(code, "<case>", "exec")
    assert said in explain_error("SyntaxError", caught.value.msg, caught.value.lineno, code)


@pytest.mark.parametrize("code", ["x = '=<' +", "x = 1 +  # =<"])
def test_an_equal_sign_first_in_a_text_is_nobodys_fault(code):
    assert "`<=`" not in explain_error("SyntaxError", "invalid syntax", 1, code)


def test_a_word_of_a_dictionary_without_its_quotes_is_no_misspelt_word():
    detail, cell = "name 'places' is not defined", 'for place in ids:\n    P["lettres"][place], P[places][place]'
    assert 'Écris `P["places"]`.' in explain_error("NameError", detail, code=cell)
    assert "Voulais-tu écrire `place` ?" in explain_error("NameError", detail, code="for place in ids:\n    P[places]")
    counted = 'compte["."] = 0\nfor place in ids:\n    compte[place] = compte[places]'
    assert "Voulais-tu écrire `place` ?" in explain_error("NameError", detail, code=counted)


def test_a_cell_left_open_is_explained_as_python_itself_would():
    """IPython only says « incomplete input »."""
    cell = "def f(x):\n    return max(x\n"
    linecache.cache["<case 1>"] = (len(cell), None, cell.splitlines(keepends=True), "<case 1>")
    error = SyntaxError("incomplete input", ("<case 1>", 2, 1, "    return max(x\n"))
    _, _, said, (_, line) = first_aid(error)
    assert said == "Ligne 2 : Tu as ouvert `(` sans le refermer."
    assert line == "return max(x"


def test_no_sentence_is_harsh_or_too_long():
    for _, _, sentence in FAMILIES:
        assert not re.search(r"\b(faux|fatale?|échec|nul)\b", sentence, re.IGNORECASE)
        assert all(len(part.split()) <= 25 for part in re.split(r"[.!?]", sentence)), sentence


def test_the_judge_says_the_same():
    raised = Raised("NameError", "name 'prenm' is not defined", 2)
    assert judges_words(raised, "def f(prenom):") == explain_error("NameError", raised.detail, 2, "def f(prenom):")


@pytest.mark.parametrize(
    ("cells", "said"),
    [
        (["prenoms = lis_prenoms()"], "Ligne 1 : exécute d'abord la case qui crée `prenoms`."),
        (["def prenoms():\n    pass"], "Ligne 1 : exécute d'abord la case qui crée `prenoms`."),
        (["prenom = 1", "prenoms == 2"], "Voulais-tu écrire `prenom` ?"),
        (["len(prenoms)"], "Voulais-tu écrire `prenom` ?"),
        ("not cells", "Voulais-tu écrire `prenom` ?"),
    ],
)
def test_a_name_that_a_skipped_cell_makes_is_not_misspelt(tmp_path, monkeypatch, cells, said):
    made = [{"cell_type": "code", "source": [cell]} for cell in cells] if isinstance(cells, list) else cells
    (tmp_path / "essai.ipynb").write_text(json.dumps({"cells": made}))
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(SESSION, "lesson", "essai")
    monkeypatch.setattr(SESSION, "names", {"prenom": 1})
    linecache.cache["<case>"] = (12, None, ["len(prenoms)"], "<case>")
    with pytest.raises(NameError) as stopped:
        exec(compile("len(prenoms)", "<case>", "exec"), SESSION.names)
    assert said in plain(first_aid(stopped.value)[2])
