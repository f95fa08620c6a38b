"""Every slip in a definition is said in one sentence, with its file, its line and what to do."""

import random
import re
from dataclasses import replace
from functools import partial

import pytest

from autograder.authoring import patience as limits
from autograder.authoring.checks import badges, ideas, inputs, names, problems_in, problems_of_one, shapes
from autograder.cases import observe
from autograder.exercise import Badge, Choice, Misconception, Property, Tool
from course_config import COURSE
from exercises.des_mots_entiers.fusionner import fusionner
from exercises.des_mots_entiers.quiz import QUESTIONS
from tests.authoring.reading import plain

FILE = r"exercises/des_mots_entiers/fusionner\.py:\d+, exercice « fusionner » : "
EXAMPLE = (["a", "n"], ("a", "n"))


def test_the_course_itself_has_no_problem():
    assert [str(problem) for problem in problems_in(COURSE)] == []


def idea(name, wrong, **texts):
    told = {"hint": "Regarde bien.", "group": "se trompent", "say": "On regarde bien."}
    return Misconception(name, wrong, **told | texts)


def loops(*_):
    while True:
        pass


def unseeded(rng):
    return ([random.choice("abcdefgh") for _ in range(9)], ("a", "n"))


def stands_on(letter):
    def factory():
        return letter

    return factory


def wrong_name(morceaux, paire):
    return morceux  # noqa: F821


RIGHT = fusionner.reference
SLIPS = {
    "too few hints": ({"hints": ("Une idée.",)}, "il faut 3 indices (l'idée, un exemple, la ligne à regarder)"),
    "an empty hint": ({"hints": ("Une idée.", " ", "Là.")}, "l'indice 2 est vide"),
    "a long hint": ({"hints": ("Une idée.", "Un exemple.", "mot " * 60 + ".")}, "trop long (241 signes, 200 au plus)"),
    "a hint without end": ({"hints": ("Une idée", "Un exemple.", "Là.")}, "l'indice 1 doit finir par un point"),
    "a harsh hint": ({"hints": ("C'est faux.", "Un exemple.", "Là.")}, "l'indice 1 contient « faux »"),
    "a hint that gives the line": (
        {"hints": ("Une idée.", "Un exemple.", "Écris `resultat.append(morceaux[i] + morceaux[i + 1])`.")},
        "l'indice 3 donne la ligne du corrigé (`resultat.append(morceaux[i] + morceaux[i + 1])`)",
    ),
    "nothing built": ({"built": ""}, "`built` est vide"),
    "no group": (
        {"misconceptions": (idea("a", lambda m, p: m, group=""),)},
        "le groupe (`group`) de l'idée « a » est vide",
    ),
    "nothing to say": ({"misconceptions": (idea("a", lambda m, p: m, say=""),)}, "(`say`) de l'idée « a » est vide"),
    "no edges": ({"edges": ()}, "`edges` est vide"),
    "a forgotten comma": ({"edges": (EXAMPLE, "an")}, "l'entrée 2 de `edges` n'est pas un tuple : \"an\""),
    "an argument too few": ({"edges": ((["a"],),)}, "l'entrée 1 de `edges` ne va pas avec la fonction de référence"),
    "a strange argument": ({"edges": ((["a"], {1j}),)}, "contient set, qui n'entre pas dans le bac à sable"),
    "a tool that leans on something": (
        {"edges": ((Tool(stands_on("a")), ("a", "n")),), "reference": lambda morceaux, paire: 1},
        "un `Tool` doit être fait par une fonction écrite avec `def`",
    ),
    "a draw that stops": ({"draw": lambda rng: 1 / 0}, "`draw` s'arrête (ZeroDivisionError : division by zero"),
    "a draw that is no tuple": ({"draw": lambda rng: ["a"]}, "`draw` doit renvoyer un tuple d'arguments, pas"),
    "a draw that does not fit": ({"draw": lambda rng: (["a"],)}, '`draw` a donné `(["a"],)`, ce qui ne va pas'),
    "a draw by chance": ({"draw": unseeded}, "`draw` donne deux résultats différents pour le même `rng`"),
    "always the same draw": ({"draw": lambda rng: EXAMPLE}, "`draw` donne toujours la même entrée"),
    "a reference that stops": (
        {"reference": lambda morceaux, paire: morceaux[99]},
        "la référence s'arrête (IndexError : list index out of range) pour `fusionner(",
    ),
    "a reference that gives no value": (
        {"reference": lambda morceaux, paire: iter(morceaux)},
        "la référence renvoie un list_iterator pour `fusionner(",
    ),
    "a property that does not hold": (
        {"properties": (Property("vide", lambda args, value: not value, "Non."),)},
        "la propriété « vide » n'est pas vraie de la référence pour `fusionner(",
    ),
    "a property that stops": (
        {"properties": (Property("vide", lambda args, value: value.x, "Non."),)},
        "la propriété « vide » s'arrête (AttributeError : 'list' object has no attribute 'x', ligne ",
    ),
    "an idea twice": (
        {"misconceptions": (idea("a", lambda m, p: m), idea("a", lambda m, p: p))},
        "deux idées s'appellent « a »",
    ),
    "an idea with other arguments": (
        {"misconceptions": (idea("a", lambda m: m),)},
        "l'idée « a » n'accepte pas les mêmes arguments que la référence, qui attend `(pieces: ",
    ),
    "an idea that cannot run": (
        {"misconceptions": (idea("a", wrong_name),)},
        "l'idée « a » ne peut pas tourner (NameError : name 'morceux' is not defined)",
    ),
    "an idea that is right": (
        {"misconceptions": (idea("a", RIGHT),)},
        "l'idée « a » donne la bonne réponse à toutes les entrées de `edges`. 300 tirages non plus",
    ),
    "two ideas alike": (
        {"misconceptions": (idea("a", lambda m, p: 1), idea("b", lambda m, p: 1.0))},
        "les idées « a » et « b » répondent pareil à toutes les entrées de `edges`. 300 tirages ne les départagent pas",
    ),
}


@pytest.mark.parametrize(("change", "sentence"), SLIPS.values(), ids=SLIPS)
def test_a_slip_in_an_exercise_is_said(said, change, sentence):
    told = said(replace(fusionner, **change))
    assert [line for line in told if sentence in line and re.match(FILE, line)], told


def test_an_input_that_tells_two_ideas_apart_is_proposed(said):
    alike = idea("a", lambda m, p: m), idea("b", lambda m, p: m if len(m) < 4 else [])
    told = said(replace(fusionner, edges=(EXAMPLE,), misconceptions=alike))
    (line,) = [line for line in told if "« a » et « b »" in line]
    args = eval(re.search(r"Ajoutez à `edges` cette entrée, qui les départage : `(.+)`\.$", line)[1])
    assert observe(alike[0].wrong, args) != observe(alike[1].wrong, args)


def test_an_endless_function_is_said_and_not_waited_for(said, monkeypatch):
    for module in (inputs, ideas):
        monkeypatch.setattr(module, "patience", partial(limits.patience, 0.1))
    assert any("`draw` met plus de" in line for line in said(replace(fusionner, draw=loops)))
    assert any("la référence met plus de" in line for line in said(replace(fusionner, reference=lambda m, p: loops())))
    turning = Property("tourne", loops, "Non.")
    assert any("la propriété « tourne » met plus de" in x for x in said(replace(fusionner, properties=(turning,))))
    endless = idea("a", lambda m, p: loops())
    assert any("l'idée « a » met plus de" in line for line in said(replace(fusionner, misconceptions=(endless,))))


def test_the_line_is_the_one_to_change(said):
    lines = (COURSE.root / "exercises/des_mots_entiers/fusionner.py").read_text("utf-8").splitlines()
    (told,) = said(replace(fusionner, hints=()))
    assert "hints=(" in lines[int(re.search(r"\.py:(\d+)", told)[1]) - 1]


def test_pupils_answers_that_are_missing_are_said(draft, tmp_path):
    elsewhere = replace(draft, course=replace(COURSE, root=tmp_path))

    def told():
        return [plain(problem) for problem in problems_of_one(elsewhere, fusionner)]

    assert told() == []  # a copy of the course that came without its tests
    folder = tmp_path / "tests" / "submissions" / "fusionner"
    folder.parent.mkdir(parents=True)
    for name, count in (("", "0 et 0"), ("passed_a", "1 et 0"), ("passed_b", "2 et 0"), ("raised_c", "2 et 1")):
        if name:
            folder.mkdir(exist_ok=True)
            (folder / f"{name}.py").write_text("")
        (line,) = told()
        assert line.startswith("tests/submissions/fusionner/, exercice « fusionner » : il faut au moins 2 réponses")
        assert f"il y en a {count}." in line
    (folder / "wrong_d.py").write_text("")
    assert told() == []
    (folder / "juste.py").write_text("")
    assert told() == [
        "tests/submissions/fusionner/juste.py : le nom de ce fichier doit commencer par ce qui arrive : "
        "`passed`, `wrong`, `raised` ou `timed_out`."
    ]


@pytest.fixture
def shape(draft):
    """What is said of the kinds of things in a lesson that is changed."""

    def told(**lesson):
        course = replace(COURSE, lessons=(replace(draft.lesson, **lesson),))
        return [plain(problem) for problem in shapes.problems(course, draft.definitions)]

    return told


def test_a_forgotten_comma_is_said(shape):
    assert any("`exercises` doit être un tuple" in line for line in shape(exercises=fusionner))
    assert any(
        "`hints` doit être un tuple" in line for line in shape(exercises=(replace(fusionner, hints="Une idée."),))
    )
    assert any("`edges` doit être un tuple" in line for line in shape(exercises=(replace(fusionner, edges=[]),)))


def test_a_thing_of_the_wrong_kind_is_said(shape):
    import exercises.des_mots_entiers.pieces as module

    assert any(
        "Importez-le : `from exercises.des_mots_entiers.pieces import pieces`" in x for x in shape(exercises=(module,))
    )
    assert any("contient un texte au lieu d'un Exercise" in line for line in shape(exercises=("fusionner",)))
    assert any("`draw` doit être une fonction" in line for line in shape(exercises=(replace(fusionner, draw=EXAMPLE),)))
    assert any("`title` doit être un texte" in line for line in shape(exercises=(replace(fusionner, title=3),)))
    assert any(
        "`points` doit être un nombre entier" in line for line in shape(exercises=(replace(fusionner, points=0),))
    )
    assert any("au lieu d'un Misconception" in x for x in shape(exercises=(replace(fusionner, misconceptions=(1,)),)))
    assert any("ne dit pas ses arguments" in line for line in shape(exercises=(replace(fusionner, reference=max),)))
    strange = replace(COURSE, lessons=("06_des_mots_entiers",))
    assert "un élément de LESSONS n'est pas une leçon" in plain(next(problems_in(strange)))


def test_a_quiz_has_a_right_choice_and_reasons(said):
    question, other = QUESTIONS
    first, *rest = question.choices
    for change, sentence in (
        ({"right": "z"}, "aucun choix ne porte la bonne réponse `z`. Les choix : a, b, c."),
        ({"choices": (first,), "right": "a"}, "il faut au moins deux choix ; il y en a 1."),
        ({"choices": (first, *rest, Choice("a", "?", "Non."))}, "deux choix portent la même lettre `a`."),
        ({"choices": (replace(first, reason=""), *rest)}, "le choix `a` n'a pas d'explication"),
    ):
        told = said(questions=(replace(question, **change), other))
        assert [line for line in told if sentence in line and "quiz.py:" in line], told


def test_a_badge_is_drawn_and_says_what_it_proves(said):
    badge = Badge("sans-dessin", "Sans dessin", "Bravo", "Réussis")
    told = said(replace(fusionner, badge=badge))
    assert any("n'a pas de dessin. Mettez-le dans exercises/badges/sans-dessin.svg." in line for line in told)
    assert any("commencez `proves` par « Je sais … »" in line for line in told)
    assert any("`to_earn` est une phrase, avec son point" in line for line in told)


def test_a_badge_and_a_name_are_given_once():
    lesson = COURSE.lesson("06_des_mots_entiers")
    course = replace(COURSE, lessons=(lesson, replace(lesson, name="17_copie")))
    told = [plain(problem) for check in (badges.twice, names.twice) for problem in check(course, {})]
    assert any("est déjà celui de « 06_des_mots_entiers »" in line for line in told)
    assert any("le nom « fusionner » est donné deux fois dans le cours" in line for line in told)


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("len", "« len » est un mot de Python"),
        ("décoder", "Essayez decoder."),
        ("verifie", "le nom « verifie » est déjà pris : la cellule 4 du carnet le définit"),
        ("descente", "le nom « descente » est déjà pris : la cellule 4"),
    ],
)
def test_a_name_that_is_taken_is_said(said, name, sentence):
    assert [line for line in said(replace(fusionner, name=name)) if sentence in line]
