"""What happens to a notebook of right answers between a pupil and a teacher; each edits the notebook in place."""

import copy
from collections.abc import Callable

from tests.bridges.cheat import code_cell
from tests.sample_class import Notebook, everything, find, label, old_format, shuffled_cells

ANSWERS = everything()


def answers_of(notebook: Notebook) -> list[dict]:
    return [cell for cell in notebook["cells"] if label(cell) in ANSWERS]


def reordered(notebook: Notebook) -> None:
    notebook["cells"].reverse()


def without_metadata(notebook: Notebook) -> None:
    for cell in notebook["cells"]:
        cell["metadata"] = {}
    notebook["metadata"] = {}


def without_metadata_at_all(notebook: Notebook) -> None:
    for cell in notebook["cells"]:
        del cell["metadata"]
    del notebook["metadata"]


def doubled(notebook: Notebook) -> None:
    notebook["cells"] += copy.deepcopy(notebook["cells"])


def all_in_one_cell(notebook: Notebook) -> None:
    notebook["cells"] = [code_cell("\n\n".join("".join(cell["source"]) for cell in answers_of(notebook)))]


def everything_in_one_cell(notebook: Notebook) -> None:
    """The course's own `____ = None` as well."""
    code = (cell for cell in notebook["cells"] if cell["cell_type"] == "code")
    notebook["cells"] = [code_cell("\n\n".join("".join(cell["source"]) for cell in code))]


def blanks_in_texts(notebook: Notebook) -> None:
    """What is left of an earlier try: in a text, after a sharp sign, in a scratch line."""
    for cell in answers_of(notebook):
        if cell["cell_type"] == "code":
            cell["source"] = "".join(cell["source"]) + '\nprint(\'____\')\n"""\nx = ____\n"""\n# x = ____\ny = ____'


def indented(notebook: Notebook) -> None:
    for cell in answers_of(notebook):
        cell["source"] = "".join(f"  {line}" for line in "".join(cell["source"]).splitlines(keepends=True))


def indented_without_metadata(notebook: Notebook) -> None:
    indented(notebook)
    without_metadata(notebook)


def pasted_with_prompts(notebook: Notebook) -> None:
    for cell in answers_of(notebook):
        lines = "".join(cell["source"]).splitlines()
        cell["source"] = "\n".join(f"{'...' if line.startswith(' ') else '>>>'} {line}" for line in lines)


def cut_at_each_line(notebook: Notebook) -> None:
    """With its label on the first piece only, and an empty cell after it."""
    cells = []
    for cell in notebook["cells"]:
        cells.append(cell)
        if label(cell) in ANSWERS and not label(cell).startswith("quiz"):
            first, *others = "".join(cell["source"]).split("\n    ")
            cell["source"] = first
            cells += [{"cell_type": "markdown", "metadata": {}, "source": ""}]
            cells += [code_cell(f"    {line}") for line in others]
    notebook["cells"] = cells


def scratch_under_the_answers(notebook: Notebook) -> None:
    """Cells that play with the functions: one keeps the result under the function's own name, one is indented."""
    for name in ("paires", "probabilites", "generer"):
        after = find(notebook, name) + 1
        notebook["cells"][after:after] = [code_cell(f"   print({name})"), code_cell(f"{name} = {name}('.emma.')")]


def values_made_elsewhere(notebook: Notebook) -> None:
    """What an answer uses, made by calls in another cell, among lines that never end."""
    made = "def un():\n    return int('1')\nPAS = un(); print(PAS)\nPLUS = str(PAS).join('..')\n"
    endless = "sans_fin = max(iter(int, 1))\nwhile True:\n    print(PAS)"
    notebook["cells"].insert(5, code_cell(made + endless))
    answer = "def paires(mot, plus=PLUS):\n    return list(zip(mot, mot[PAS:]))"
    notebook["cells"][find(notebook, "paires")]["source"] = answer


def all_text(notebook: Notebook) -> None:
    for cell in notebook["cells"]:
        cell["cell_type"] = "markdown"


def all_raw(notebook: Notebook) -> None:
    for cell in answers_of(notebook):
        cell["cell_type"] = "raw"


def ten_thousand_cells(notebook: Notebook) -> None:
    notebook["cells"][:0] = [code_cell(f"essai_{i} = {i}") for i in range(5000)]
    notebook["cells"] += [code_cell(f"print({i})") for i in range(5000)]


def only_answers(notebook: Notebook) -> None:
    notebook["cells"] = answers_of(notebook)


def without_tests(notebook: Notebook) -> None:
    notebook["cells"] = [cell for cell in notebook["cells"] if not label(cell).startswith("test_")]


def tests_doubled(notebook: Notebook) -> None:
    """What copying and pasting a locked cell does; stock nbgrader stops the whole class at it."""
    notebook["cells"] += [copy.deepcopy(cell) for cell in notebook["cells"] if label(cell).startswith("test_")]


def tests_rewritten(notebook: Notebook) -> None:
    for cell in notebook["cells"]:
        if label(cell).startswith("test_"):
            cell["source"] = "assert False"


def test_turned_to_text(notebook: Notebook) -> None:
    for cell in notebook["cells"]:
        if label(cell).startswith("test_"):
            cell["cell_type"] = "markdown"


def free_text_turned_to_code(notebook: Notebook) -> None:
    notebook["cells"][find(notebook, "explique_1")]["cell_type"] = "code"


def strange_cells(notebook: Notebook) -> None:
    notebook["cells"][3:3] = [None, 3, [], {"cell_type": 7, "source": {"a": []}}, {"metadata": "x"}, {}]


def wrong_typed_metadata(notebook: Notebook) -> None:
    for cell in answers_of(notebook):
        cell["metadata"]["nbgrader"].update(schema_version="3", points={}, checksum=[1], locked="non", extra=1)
    notebook["metadata"] = {"kernelspec": "python", "language_info": 3, "tuto": ["leçon"], "nbgrader": None}
    notebook["cells"][0]["metadata"] = "x"
    notebook["cells"][1]["metadata"] = {"nbgrader": "x", "tags": "skip-execution", "collapsed": 3}
    notebook["cells"][2]["metadata"] = {"nbgrader": {"grade_id": ["a"], "points": "beaucoup", "grade": "oui"}}


def old_label_version(notebook: Notebook) -> None:
    for cell in answers_of(notebook):
        cell["metadata"]["nbgrader"] = {"grade_id": label(cell), "grade": False, "solution": True, "schema_version": 1}


def label_version_of_the_future(notebook: Notebook) -> None:
    for cell in answers_of(notebook):
        cell["metadata"]["nbgrader"]["schema_version"] = 99


def without_ids(notebook: Notebook) -> None:
    for cell in notebook["cells"]:
        cell.pop("id", None)


def ids_of_any_kind(notebook: Notebook) -> None:
    strange = ("a b/c", "é" * 90, "", 7, None, ["x"], "pareil", "pareil", "../..")
    for number, cell in enumerate(notebook["cells"]):
        cell["id"] = strange[number % len(strange)]


def outputs_of_any_kind(notebook: Notebook) -> None:
    strange = ({"output_type": "hologramme"}, {}, None, 7, {"output_type": "stream"}, {"output_type": "error"})
    for cell in answers_of(notebook):
        cell["outputs"] = [*strange, {"output_type": "display_data", "data": {"image/png": 3}}]
        cell["execution_count"] = "douze"
    notebook["cells"][find(notebook, "test_paires")]["outputs"] = None


def without_outputs(notebook: Notebook) -> None:
    for cell in notebook["cells"]:
        cell.pop("outputs", None)
        cell.pop("execution_count", None)


def attachments(notebook: Notebook) -> None:
    picture = {"image/png": "iVBORw0KGgo=" * 10_000}
    notebook["cells"][0]["attachments"] = {"photo.png": picture, "../../x": picture, "": {}}
    notebook["cells"][1]["attachments"] = "photo.png"


def kernel(name: object, language: str) -> Callable[[Notebook], None]:
    def change(notebook: Notebook) -> None:
        notebook["metadata"]["kernelspec"] = {"name": name, "display_name": name, "language": language}
        notebook["metadata"]["language_info"] = {"name": language, "file_extension": ".r"}

    return change


def numbered(major: object, minor: object) -> Callable[[Notebook], None]:
    return lambda notebook: notebook.update(nbformat=major, nbformat_minor=minor)


def without_numbers(notebook: Notebook) -> None:
    del notebook["nbformat"], notebook["nbformat_minor"]


def more_than_jupyter_knows(notebook: Notebook) -> None:
    notebook.update(auteur="léa", signature=7)
    for cell in notebook["cells"]:
        cell.update(collapsed=True, prompt_number=3, language="python", extra={"a": [1]})


def huge_outputs(notebook: Notebook) -> None:
    flood = {"output_type": "stream", "name": "stdout", "text": "encore\n" * 500_000}
    notebook["cells"][find(notebook, "generer")]["outputs"] = [flood]


def endless_scratch_cells(notebook: Notebook) -> None:
    notebook["cells"].insert(5, code_cell("while True:\n    pass"))
    notebook["cells"].insert(30, code_cell("import os\nos._exit(0)"))
    notebook["cells"].append(code_cell("x = [0] * 10**10"))


def scratch_that_shadows(notebook: Notebook) -> None:
    notebook["cells"].insert(4, code_cell("list = str = len = None\nimport sys\nsys.exit()"))
    notebook["cells"].insert(4, code_cell("def verifie(*_):\n    raise RuntimeError"))


def sources_as_lines(notebook: Notebook) -> None:
    for cell in notebook["cells"]:
        cell["source"] = "".join(cell["source"]).splitlines(keepends=True)


def numbers_of_any_kind(notebook: Notebook) -> None:
    notebook["metadata"].update(infini=float("inf"), rien=float("nan"), grand=10**400)


def magics_everywhere(notebook: Notebook) -> None:
    for cell in answers_of(notebook):
        cell["source"] = "%matplotlib inline\n" + "".join(cell["source"]) + "\n!ls\n%time 1 + 1"


def tabs_for_spaces(notebook: Notebook) -> None:
    for cell in notebook["cells"]:
        if cell["cell_type"] == "code":
            cell["source"] = "".join(cell["source"]).replace("    ", "\t")


def windows_line_ends(notebook: Notebook) -> None:
    for cell in answers_of(notebook):
        cell["source"] = "".join(cell["source"]).replace("\n", "\r\n")


ACCIDENTS: dict[str, Callable[[Notebook], object]] = {
    "reordonne": reordered,
    "sans_etiquettes": without_metadata,
    "sans_metadonnees": without_metadata_at_all,
    "double": doubled,
    "tout_dans_une_case": all_in_one_cell,
    "tout_le_carnet_dans_une_case": everything_in_one_cell,
    "trous_dans_des_textes": blanks_in_texts,
    "decale": indented,
    "decale_et_sans_etiquettes": indented_without_metadata,
    "colle_avec_des_chevrons": pasted_with_prompts,
    "coupe_a_chaque_ligne": cut_at_each_line,
    "brouillon_du_meme_nom": scratch_under_the_answers,
    "valeurs_faites_ailleurs": values_made_elsewhere,
    "tout_en_texte": all_text,
    "reponses_brutes": all_raw,
    "dix_mille_cases": ten_thousand_cells,
    "reponses_seules": only_answers,
    "cases_melangees": shuffled_cells,
    "nbformat_3": old_format,
    "sans_tests": without_tests,
    "tests_doubles": tests_doubled,
    "tests_reecrits": tests_rewritten,
    "tests_en_texte": test_turned_to_text,
    "texte_libre_en_code": free_text_turned_to_code,
    "cases_etranges": strange_cells,
    "metadonnees_d_un_autre_type": wrong_typed_metadata,
    "etiquettes_anciennes": old_label_version,
    "etiquettes_du_futur": label_version_of_the_future,
    "sans_identifiants": without_ids,
    "identifiants_etranges": ids_of_any_kind,
    "sorties_etranges": outputs_of_any_kind,
    "sans_sorties": without_outputs,
    "sorties_enormes": huge_outputs,
    "pieces_jointes": attachments,
    "noyau_r": kernel("ir", "R"),
    "noyau_absent": kernel("mon-environnement-perdu", "python"),
    "noyau_illisible": kernel(["python3"], "python"),
    "nbformat_4_99": numbered(4, 99),
    "nbformat_4_0": numbered(4, 0),
    "nbformat_5": numbered(5, 0),
    "nbformat_en_texte": numbered("4", "5"),
    "sans_nbformat": without_numbers,
    "champs_inconnus": more_than_jupyter_knows,
    "brouillon_sans_fin": endless_scratch_cells,
    "brouillon_qui_cache": scratch_that_shadows,
    "lignes_separees": sources_as_lines,
    "nombres_etranges": numbers_of_any_kind,
    "magies_partout": magics_everywhere,
    "tabulations": tabs_for_spaces,
    "fins_de_ligne_windows": windows_line_ends,
}
