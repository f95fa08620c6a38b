"""Every slip in a lesson's notebook is said in one sentence, with its cell and what to do."""

import json
from dataclasses import replace

import pytest

from autograder.authoring.checks import problems_in, solutions
from autograder.authoring.places import find_definitions
from autograder.exercise import Course
from tests.authoring.reading import LESSON, plain


def changed(draft, label, source=None, kind=None, **flags):
    """The lesson's cells, where the one with this label is another."""

    def change(cell):
        if cell.label != label:
            return cell
        new = replace(cell, nbgrader={**cell.nbgrader, **flags})
        new = replace(new, kind=kind) if kind else new
        return replace(new, source=source(cell.source)) if source else new

    return tuple(map(change, draft.cells))


def swapped(old, new):
    return lambda text: text.replace(old, new)


HOLE = "resultat.append(morceaux[i] + morceaux[i + 1])  ### TROU: resultat.append(____)"
SLIPS = {
    "marker without colon": ("fusionner", {"source": swapped("### TROU: i", "### TROU i")}, "ce trou n'est pas écrit"),
    "marker in small letters": ("fusionner", {"source": swapped("### TROU: i", "# trou : i")}, "Écrivez `### TROU:`"),
    "marker without solution": (
        "fusionner",
        {"source": swapped("i = i + 2  ###", "###")},
        "rien n'est écrit devant ### TROU:",
    ),
    "marker without blank": ("fusionner", {"source": swapped("i = ____", "i = 2")}, "le trou n'a pas de `____`"),
    "no marker": ("fusionner", {"source": swapped("### TROU:", "#")}, "la case n'a aucun trou"),
    "nbgrader's own marker": (
        "fusionner",
        {"source": lambda text: "### BEGIN SOLUTION\n" + text},
        "BEGIN SOLUTION n'est pas lu ici",
    ),
    "marker elsewhere": (
        "donnees_quiz",
        {"source": lambda text: "a = 1  ### TROU: a = ____"},
        "### TROU: n'a d'effet que",
    ),
    "solution that is no Python": (
        "fusionner",
        {"source": swapped("i = i + 2 ", "i = = 2 ")},
        "ne peut pas lire le corrigé",
    ),
    "blank that is no Python": ("fusionner", {"source": swapped("i = ____", "i = ( ____")}, "une fois le trou fait"),
    "an answer that is text": ("fusionner", {"kind": "markdown"}, "cette cellule doit être du code"),
    "an answer that is locked": ("fusionner", {"locked": True}, "`locked` doit valoir `false`"),
    "an answer that is marked by hand": ("fusionner", {"grade": True}, "`grade` doit valoir `false`"),
    "a test that is not locked": ("test_fusionner", {"locked": False}, "`locked` doit valoir `true`"),
    "a test that is not graded": ("test_fusionner", {"grade": False}, "`grade` doit valoir `true`"),
    "given code that is not locked": ("donnees_quiz", {"locked": False}, "`locked` doit valoir `true`"),
    "other points": (
        "test_fusionner",
        {"points": 9},
        "cette cellule compte 9 points dans le carnet et 3 dans exercises/",
    ),
    "an unknown test": ("test_fusionner", {"grade_id": "test_fusioner"}, "ne correspond à aucun exercice de la leçon"),
    "an unknown answer": ("fusionner", {"grade_id": "fusioner"}, "cette case à remplir ne correspond à rien"),
    "a label twice": (
        "fusionner",
        {"grade_id": "paire_frequente"},
        "« paire_frequente » est donnée à plusieurs cellules : 10, 19",
    ),
    "no answer": ("fusionner", {"grade_id": ""}, "il manque la case « fusionner » (grade_id `fusionner`"),
    "no test": ("test_fusionner", {"grade_id": "donnees_x"}, "il manque la cellule de test « test_fusionner »"),
    "no free text": ("explique_6", {"grade_id": "explique_7"}, "il manque la question libre « explique_6 »"),
    "another exercise's test": (
        "test_fusionner",
        {"source": swapped("fusionner", "paire_frequente")},
        'doit finir par `verify("06_des_mots_entiers", "fusionner", fusionner)`',
    ),
    "nothing to run": ("test_fusionner", {"source": swapped("verifie(", "# (")}, "n'appelle pas `verifie(fusionner)`"),
    "another lesson's stamp": (
        "outils_6",
        {"source": swapped(LESSON, "05_mon_premier_llm")},
        "ce carnet se dit de la leçon « 05_mon_premier_llm »",
    ),
}


@pytest.mark.parametrize(("label", "change", "sentence"), SLIPS.values(), ids=SLIPS)
def test_a_slip_in_a_notebook_is_said(said, draft, label, change, sentence):
    told = said(cells=changed(draft, label, **change))
    found = [line for line in told if sentence in line]
    assert found and found[0].startswith(f"source/{LESSON}/{LESSON}.ipynb"), told


def test_the_cell_and_its_line_are_said(said, draft):
    (told,) = said(cells=changed(draft, "fusionner", source=swapped("i = ____", "i = 2")))
    assert told.startswith(f"source/{LESSON}/{LESSON}.ipynb, cellule 19 (« fusionner »), ligne 8 : ")


def test_answers_follow_the_order_of_the_lesson(said, draft):
    first, second, *others = draft.lesson.exercises
    (told,) = said(exercises=(second, first, *others))
    assert "les cases ne sont pas dans l'ordre de la leçon. Carnet : paire_frequente, fusionner" in told
    cells = tuple(sorted(draft.cells, key=lambda cell: (cell.label == "fusionner", cell.number)))
    cells = tuple(replace(cell, number=number) for number, cell in enumerate(cells, 1))
    assert any("la cellule de test vient avant la case « fusionner »" in line for line in said(cells=cells))


def test_a_quiz_is_asked_in_the_same_words(said, draft):
    number = draft.cell("quiz_6_1").number - 1

    def told(old, new):
        asked = replace(draft.cells[number - 1], source=draft.cells[number - 1].source.replace(old, new))
        (line,) = said(cells=(*draft.cells[: number - 1], asked, *draft.cells[number:]))
        return line

    prompt, choice = told("combien il y a de r", "combien il y a de s"), told("**c.**", "**d.**")
    assert prompt.startswith(f"source/{LESSON}/{LESSON}.ipynb, cellule {number} : la question « quiz_6_1 » n'est pas")
    assert "un choix de « quiz_6_1 » n'est pas le même ici et dans exercises/" in choice
    assert "il s'écrirait `- **c.** il lit trop vite et saute des lettres`" in choice


def test_a_missing_or_damaged_notebook_is_said(course, notebook):
    only = replace(course, lessons=(course.lesson(LESSON),))
    notebook.write_text("{", encoding="utf-8")
    assert any("ce n'est pas un carnet Jupyter entier" in plain(problem) for problem in problems_in(only))
    notebook.unlink()
    assert any("Je ne trouve pas ce fichier" in plain(problem) for problem in problems_in(only))


def edit(notebook, label, old, new):
    content = json.loads(notebook.read_text("utf-8"))
    cell = next(c for c in content["cells"] if c["metadata"].get("nbgrader", {}).get("grade_id") == label)
    cell["source"] = "".join(cell["source"]).replace(old, new)
    notebook.write_text(json.dumps(content), encoding="utf-8")


def test_a_solution_passes_its_own_exercise_and_a_blank_does_not(course: Course, notebook):
    edit(notebook, "fusionner", "i = i + 2 ", "i = i + 1 ")
    edit(notebook, "apprendre_fusions", "nouveaux = []", "nouveaux = []  ### TROU: nouveaux = []  # ____")
    edit(notebook, "apprendre_fusions", "### TROU: nouveaux.append(____)", "")
    edit(notebook, "quiz_6_1", '= "b"', '= "a"')
    edit(notebook, "paire_frequente", "    return meilleure", "    x = 1  ### TROU: x = ____\n    return meilleure")
    edit(notebook, "paire_frequente", "### TROU: if meilleure is None or ____ :", "")
    told = list(map(plain, solutions.problems(course, (course.lesson(LESSON),), find_definitions(course.root))))
    wrong = next(line for line in told if "« fusionner »" in line)
    assert "le corrigé ne réussit pas son exercice. Ce que l'élève lirait : «" in wrong
    assert "Pour `fusionner([" in wrong
    assert any("« quiz_6_1 »" in line and "le corrigé ne réussit pas" in line for line in told)
    assert any(
        "« paire_frequente »" in line and "réussit déjà quand on remplit les trous par None" in line for line in told
    )
