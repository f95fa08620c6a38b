"""`sum()` is compensated since Python 3.12: nothing of ours may compare floats with ==, not even a lesson."""

import ast
import json
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
FOLDERS = ("autograder", "exercises", "engine", "tests", "benchmarks")
MODULES = [
    path for folder in FOLDERS for path in sorted((ROOT / folder).rglob("*.py")) if "submissions" not in path.parts
]
NOTEBOOKS = sorted((ROOT / "source").rglob("*.ipynb"))


def float_equalities(code):
    """Line numbers of == or != beside a float literal, or beside a call of sum()."""
    for node in ast.walk(ast.parse(code)):
        if isinstance(node, ast.Compare) and any(isinstance(op, (ast.Eq, ast.NotEq)) for op in node.ops):
            sides = [node.left, *node.comparators]
            if any(is_float(side) for side in sides):
                yield node.lineno


def is_float(node):
    if isinstance(node, ast.UnaryOp):
        return is_float(node.operand)
    return isinstance(node, ast.Constant) and type(node.value) is float


def test_the_search_finds_one():
    assert list(float_equalities("a = 1\nassert a / 3 == 0.5\n")) == [2]


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_no_float_is_compared_exactly(path):
    assert not list(float_equalities(path.read_text(encoding="utf-8")))


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_no_lesson_compares_floats_exactly(path):
    for cell in json.loads(path.read_text(encoding="utf-8"))["cells"]:
        code = "".join(cell["source"])
        if cell["cell_type"] == "code" and not code.lstrip().startswith(("%", "!")):
            assert not list(float_equalities(code)), code
