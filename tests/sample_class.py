"""The sample class: twelve invented pupils of lesson 1, one notebook each, built from the release.

    python tests/sample_class.py          writes tests/submissions/classe/submitted/<pupil>/<lesson>/<lesson>.ipynb

The notebooks are committed, so that a teacher can look at them; test_sample_class.py says when they are stale.
Each pupil is a story: which answers were typed, and what happened to the file.
"""

import json
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LESSON = "01_deviner_la_suite"
CLASS = Path(__file__).resolve().parent / "submissions" / "classe" / "submitted"
STORIES = Path(__file__).resolve().parent / "submissions"
QUIZ = {"quiz_1": 'quiz_1 = "b"', "quiz_2": 'quiz_2 = "c"', "quiz_3": 'quiz_3 = "a"'}
SOLVED = ("entourer", "paires", "compter_paires", "probabilites", "suggestions", "choisir", "generer")

Notebook = dict
Change = Callable[[Notebook], None]


def story(path: str) -> str:
    """One of the small submissions, without its notes for the tests."""
    lines = (STORIES / f"{path}.py").read_text(encoding="utf-8").splitlines()
    return "\n".join(line for line in lines if not line.startswith(("# misconception:", "# says:")))


def solutions(*names: str) -> dict[str, str]:
    cells = read("solutions")["cells"]
    return {label(cell): "".join(cell["source"]) for cell in cells if label(cell) in names}


def read(folder: str) -> Notebook:
    return json.loads((ROOT / folder / LESSON / f"{LESSON}.ipynb").read_text(encoding="utf-8"))


def label(cell: dict) -> str:
    return cell["metadata"].get("nbgrader", {}).get("grade_id", "")


def find(notebook: Notebook, name: str) -> int:
    return next(i for i, cell in enumerate(notebook["cells"]) if label(cell) == name)


def fill(notebook: Notebook, answers: dict[str, str]) -> Notebook:
    for name, code in answers.items():
        notebook["cells"][find(notebook, name)]["source"] = code
    return notebook


def everything() -> dict[str, str]:
    return solutions(*SOLVED) | QUIZ


def explain(words: str) -> dict[str, str]:
    return {"explique_1": words}


OTHER_STYLE = {
    "entourer": "entourer/passed_f_string",
    "paires": "paires/passed_zip",
    "compter_paires": "compter_paires/passed_counter",
    "probabilites": "probabilites/passed_comprehension",
    "suggestions": "suggestions/passed_sorted",
    "choisir": "choisir/passed_subtracts",
    "generer": "generer/passed_for",
}


def shuffled_cells(notebook: Notebook) -> None:
    """Cells deleted, doubled, moved, cut in two, without labels: what really happens on a Friday afternoon."""
    cells = notebook["cells"]
    del cells[find(notebook, "test_entourer")]
    blank = read("release")["cells"]
    cells.append(next(cell for cell in blank if label(cell) == "entourer"))  # the blank again, at the end
    moved = cells.pop(find(notebook, "generer"))
    cells.insert(3, moved)
    lost = cells[find(notebook, "paires")]
    lost["metadata"] = {}
    place = find(notebook, "probabilites")
    lines = cells[place]["source"].splitlines()
    half = next(i for i, line in enumerate(lines) if line.strip().startswith("for "))
    cells[place]["source"] = "\n".join(lines[:half])
    cells.insert(place + 1, code_cell("\n".join(lines[half:])))


def old_format(notebook: Notebook) -> None:
    """Saved by an old Jupyter: nbformat 3."""
    cells = notebook.pop("cells")
    for cell in cells:
        if cell["cell_type"] == "code":
            cell["input"] = cell.pop("source")
    notebook.update(nbformat=3, nbformat_minor=0, worksheets=[{"cells": cells, "metadata": {}}])


def code_cell(code: str) -> dict:
    return {"cell_type": "code", "execution_count": None, "metadata": {}, "outputs": [], "source": code}


def scratch(code: str) -> Change:
    return lambda notebook: notebook["cells"].insert(8, code_cell(code))


PUPILS: dict[str, tuple[dict[str, str], tuple[Change, ...]]] = {
    "lea": (everything() | explain("C'est un gâteau : plus la lettre vient souvent, plus sa part est grosse."), ()),
    "yanis": ({name: story(path) for name, path in OTHER_STYLE.items()} | QUIZ, ()),
    "manon": (
        everything()
        | {"probabilites": story("probabilites/wrong_by_the_biggest"), "choisir": story("choisir/wrong_on_the_line")}
        | explain("Une probabilité c'est combien de chances on a."),
        (),
    ),
    "tom": (
        solutions("entourer")
        | {"paires": story("paires/raised_one_too_far"), "probabilites": story("probabilites/wrong_by_the_biggest")}
        | {"quiz_1": 'quiz_1 = "a"', "quiz_2": 'quiz_2 = "b"'},
        (),
    ),
    "aya": (
        everything()
        | {"entourer": story("entourer/wrong_prints"), "paires": story("paires/wrong_returns_in_the_loop")}
        | {"generer": story("generer/wrong_keeps_the_dot")},
        (),
    ),
    "hugo": (
        everything()
        | {"entourer": story("entourer/raised_missing_colon"), "paires": story("paires/wrong_global_box")}
        | {"compter_paires": story("compter_paires/raised_no_page_yet")},
        (),
    ),
    "ines": (
        solutions("entourer", "paires", "compter_paires")
        | {"probabilites": story("probabilites/wrong_percent"), "suggestions": story("suggestions/wrong_rarest_first")},
        (),
    ),
    "noah": (
        everything() | {"generer": story("generer/timed_out_forgets_the_throw")},
        (scratch('while True:\n    print("encore")'),),
    ),
    "zoe": (
        everything()
        | {"entourer": story("entourer/wrong_cheats_always_equal"), "paires": story("paires/raised_cheats_os_exit")}
        | {"probabilites": 'raise SystemExit("20/20")\n\ndef probabilites(compte):\n    return {"points": 100}'},
        (),
    ),
    "sacha": (everything(), (shuffled_cells,)),
    "lina": ({}, (old_format,)),
    "malo": ({}, ()),
}
BROKEN = "malo"  # whose file was cut while being copied


def make(pupil: str) -> bytes:
    answers, changes = PUPILS[pupil]
    notebook = fill(read("release"), answers)
    for change in changes:
        change(notebook)
    raw = (json.dumps(notebook, ensure_ascii=False, indent=1) + "\n").encode()
    return raw[: len(raw) // 2] if pupil == BROKEN else raw


def path_of(pupil: str) -> Path:
    return CLASS / pupil / LESSON / f"{LESSON}.ipynb"


if __name__ == "__main__":
    for pupil in PUPILS:
        path_of(pupil).parent.mkdir(parents=True, exist_ok=True)
        path_of(pupil).write_bytes(make(pupil))
        print(path_of(pupil).relative_to(ROOT))
