"""The kit goes with the notebooks: what it is made of, and what `tuto build` puts beside each lesson."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

from autograder.kit import closure, kit_files
from course_config import COURSE

ROOT = Path(__file__).parent.parent.parent
KIT = sorted((ROOT / "tuto").glob("*.py"))
LENT_BY_OTHERS = {"IPython", "tuto_page"}  # where they are: Jupyter, and the class's lesson page


def imports_of(path):
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name.split(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield (node.module or "tuto").split(".")[0]


@pytest.mark.parametrize("path", KIT, ids=lambda path: path.name)
def test_the_kit_needs_nothing_but_python_and_the_engine(path):
    assert set(imports_of(path)) <= sys.stdlib_module_names | {"tuto", "engine"} | LENT_BY_OTHERS


def test_importing_the_kit_does_not_import_jupyter():
    code = "import sys, tuto; print({'IPython', 'jupyter_client', 'autograder', 'engine'} & set(sys.modules))"
    said = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert said.stdout == "set()\n"


def test_everything_promised_is_there():
    import tuto

    for name in tuto.__all__:
        assert hasattr(tuto, name)
    promised = """affiche barres cadre carte carte_2d commence courbe dessins ecrit enregistre entraine essaie grille
        image lis_prenoms montre ou_pretee prenoms_cles prete retrouve touche verifie virgule"""
    assert set(promised.split()) <= set(tuto.__all__)


def names(files):
    return {file.relative_to(ROOT).as_posix() for file in files}


def test_a_lesson_takes_the_modules_it_needs_and_no_other():
    taken = names(closure(ROOT, ["from tuto import *\nfrom tuto.lecon_1 import *"]))
    assert {"tuto/__init__.py", "tuto/verification.py", "tuto/erreurs.py", "tuto/lecon_1.py"} <= taken
    assert not [name for name in taken if name.startswith("engine") or name.endswith(("lecon_2.py", "lecon_5.py"))]


def test_imports_inside_functions_and_data_files_go_too_and_the_engine_whole(tmp_path):
    (tmp_path / "tuto" / "data").mkdir(parents=True)
    (tmp_path / "engine").mkdir()
    for path, code in {
        "tuto/__init__.py": "",
        "tuto/a.py": "def f():\n    from engine import b\n    return NAME\nNAME = 'liste.txt'",
        "tuto/c.py": "",
        "engine/__init__.py": "",
        "engine/b.py": "NAME = 'autre.txt'",
        "engine/d.py": "",
        "tuto/data/liste.txt": "x",
        "tuto/data/autre.txt": "x",
    }.items():
        (tmp_path / path).write_text(code, encoding="utf-8")
    taken = closure(tmp_path, ["import tuto.a", "%matplotlib inline", "import os"])
    assert {file.relative_to(tmp_path).as_posix() for file in taken} == {
        "tuto/__init__.py",
        "tuto/a.py",
        "tuto/data/liste.txt",
        "engine/__init__.py",
        "engine/b.py",
        "engine/d.py",
    }


def test_what_travels_is_the_files_themselves_and_the_sheet():
    lesson = COURSE.lessons[0]
    shipped = kit_files(COURSE, lesson, ["from tuto import *"])
    assert shipped.pop("cas_publics.json").startswith(b'{\n"lecon": "01_deviner_la_suite"')
    for path, content in shipped.items():
        assert (ROOT / path).read_bytes() == content
    assert sum(map(len, shipped.values())) < 200_000


def test_what_a_notebook_leaves_behind_is_not_stale_build(tmp_path):
    from autograder.build import compare

    for folder in ("fresh", "built"):
        (tmp_path / folder).mkdir()
    (tmp_path / "built" / "tuto_memoire.json").write_text("{}")
    (tmp_path / "built" / "tuto" / "__pycache__").mkdir(parents=True)
    (tmp_path / "built" / "tuto" / "__pycache__" / "x.pyc").write_text("")
    assert list(compare(tmp_path / "fresh", tmp_path / "built", "release")) == []
    (tmp_path / "built" / "tuto" / "x.py").write_text("")
    assert [difference.what for difference in compare(tmp_path / "fresh", tmp_path / "built", "release")] == ["en trop"]
