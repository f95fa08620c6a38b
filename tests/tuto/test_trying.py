"""essaie, montre, ou_pretee, prete: a pupil's function is tried, and nothing it does shows a traceback."""

import linecache

import pytest

import tuto
from tuto.seance import SESSION
from tuto.valeurs import close, read_value


def test_a_function_that_works_gives_its_answer(cahier):
    assert cahier.run("def f(x):\n    return x + 1\nprint(essaie(f, 2))") == "3\n"


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("def f(x):\n    return ____", "Il reste un trou dans `f`."),
        ("def f(x):\n    return [____ for i in x]", "Il reste un trou dans `f`."),
        ("def f(x):\n    x + 1", "`f` ne rend rien."),
        ("def f(x):\n    return y", "Python ne connaît pas le mot `y`."),
        ("def f(x):\n    return 1 / 0", "Tu divises par zéro"),
        ("def f(x):\n    raise KeyboardInterrupt", "Tu as arrêté la case."),
        ("def f():\n    return 1", "trop ou pas assez d'entrées"),
        ("def f(x):\n    return f(x)", "s'appelle elle-même sans fin"),
        ("f = None", "Cette fonction n'est pas encore prête."),
    ],
)
def test_what_is_missing_is_said_in_a_card(cahier, code, said):
    shown = cahier.run(f"{code}\nresultat = essaie(f, 2)")
    assert said in shown
    assert "Traceback" not in shown
    assert cahier.names["resultat"] is None


def test_an_entry_that_is_missing_is_said_before(cahier):
    assert "Il manque encore une pièce." in cahier.run("essaie(len, None)")


def test_the_blank_of_another_function_of_the_lesson_is_found(cahier):
    said = cahier.run("def entourer(p):\n    return ____\ndef paires(m):\n    return entourer(m)\nessaie(paires, 'a')")
    assert "Il reste un trou dans `entourer`." in said


def test_a_function_works_on_photocopies(cahier):
    cahier.run("def f(liste):\n    liste.append(1)\n    return liste\nprete_moi = []\nessaie(f, prete_moi)")
    assert cahier.names["prete_moi"] == []


def test_a_misspelt_word_is_guessed_from_the_notebook(cahier):
    said = cahier.run("def f(prenom):\n    return entoure(prenom)\nessaie(f, 'a')")
    assert "Voulais-tu écrire `entourer` ?" in said


def test_an_error_in_a_given_function_is_shown_where_the_pupil_called_it(cahier):
    given = "def aide(x):\n    return 0.5 * x\n"
    own = "def entourer(prenom):\n    return aide(prenom)\n"
    for number, cell in enumerate((given, own)):
        linecache.cache[f"<case {number}>"] = (len(cell), None, cell.splitlines(keepends=True), f"<case {number}>")
        exec(compile(cell, f"<case {number}>", "exec"), cahier.names)
    assert "Dans entourer : return aide(prenom)" in cahier.run("essaie(entourer, 'a')")


@pytest.mark.parametrize(
    ("expected", "said"),
    [("2", "Oui ! Sur cet exemple"), ("3", "Presque ! Compare les deux."), ("None", "Ta fonction répond.")],
)
def test_an_example_is_compared(cahier, expected, said):
    shown = cahier.run(f"def f(x):\n    return x + 1\nmontre(f, 1, attendu={expected})")
    assert said in shown
    assert "Pour f(1)" in shown


def test_a_bonus_not_done_is_lent_with_a_word(cahier):
    said = cahier.run('from tuto import ou_pretee\nprint(ou_pretee("choisir")({"a": 1.0}, 0.5))')
    assert "Je te prête la fonction `choisir`." in said
    assert said.endswith("a\n")


def test_a_bonus_that_is_wrong_is_lent_too_and_one_that_works_is_kept(cahier):
    wrong = "def suggestions(compte, n):\n    return sorted(compte)[:n]\n"
    right = "def suggestions(compte, n):\n    return sorted(compte, key=lambda l: (-compte[l], l))[:n]\n"
    assert "Je te prête" in cahier.run(wrong + 'ou_pretee("suggestions")')
    assert cahier.run(right + 'assert ou_pretee("suggestions") is suggestions') == ""


def test_a_bonus_that_never_ends_can_be_stopped_and_is_lent(cahier):
    said = cahier.run("def choisir(probas, tirage):\n    raise KeyboardInterrupt\nou_pretee('choisir')")
    assert "Je te prête la fonction `choisir`." in said


def test_the_function_that_needs_a_bonus_gets_the_lent_one(cahier):
    code = "def generer(modele, hasard, maxi):\n    return choisir(modele['.'], hasard())\n"
    said = cahier.run(code + "print(essaie(generer, {'.': {'a': 1.0}}, lambda: 0.5, 3))")
    assert said.endswith("a\n")


def test_the_lent_version_is_not_shown_as_the_pupils(cahier):
    assert "C'est encore la version prêtée." in cahier.run("ou_pretee('choisir')\nmontre(choisir, {'a': 1.0}, 0.5)")


def test_a_lesson_can_lend_its_own():
    tuto.prete("doubler", lambda x: 2 * x, [(1,), (2,)])
    assert tuto.ou_pretee("doubler")(4) == 8
    SESSION.names["doubler"] = lambda x: x + x
    assert tuto.ou_pretee("doubler") is SESSION.names["doubler"]


VALUES = [
    0,
    0.0,
    1,
    True,
    "a",
    None,
    [],
    (),
    {},
    [1],
    (1,),
    [1.0],
    {"a": 1},
    {"a": [1.0]},
    0.1 + 0.2,
    0.3,
    10**400,
    set(),
]


@pytest.mark.parametrize("a", VALUES, ids=repr)
def test_the_kit_compares_as_the_judge_does(a):
    from autograder import compare

    for b in [*VALUES, float("inf"), float("nan")]:
        assert close(a, b) == compare.close(a, b), (a, b)


@pytest.mark.parametrize("value", [1, -2.5, "é", None, True, [1, (2, "a")], {"a": {1: (1,)}, (1, 2): []}, {1, 2}])
def test_the_kit_reads_what_the_project_writes(value):
    from autograder import wire

    assert read_value(wire.encode(value)) == value
    assert type(read_value(wire.encode(value))) is type(value)


def test_infinity_crosses_too():
    from autograder import wire

    assert read_value(wire.encode([float("inf"), float("-inf")])) == [float("inf"), float("-inf")]
