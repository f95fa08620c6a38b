"""Holes: from the author's cell to the pupil's blank and to the solved cell. Pure functions on text.

A solution line may end with a marker that says how the pupil sees it; the indentation stays:

    total = sum(compte.values())  ### TROU: total = ____
"""

import ast
import re
from collections.abc import Iterator

from autograder.python_code import parsed

MARKER = "### TROU:"
_LINE = re.compile(r"^(?P<indent>[ \t]*)(?P<solution>.*?)[ \t]*### TROU:[ \t]*(?P<blank>.*?)[ \t]*$", re.MULTILINE)
_BLANK = re.compile(r"(?<![\w])_{3,}(?![\w])")
_COMMENT = re.compile(r"#[^\n]*")


def has_holes(code: str) -> bool:
    return MARKER in code


def punch(code: str) -> str:
    """What the pupil sees.

    >>> punch("def f(x):\\n    return x + 1  ### TROU: return ____")
    'def f(x):\\n    return ____'
    """
    return _LINE.sub(lambda line: line["indent"] + line["blank"], code)


def solve(code: str) -> str:
    """The solved cell, without markers.

    >>> solve("def f(x):\\n    return x + 1  ### TROU: return ____")
    'def f(x):\\n    return x + 1'
    """
    return _LINE.sub(lambda line: line["indent"] + line["solution"], code)


def blanks_left(code: str, name: str = "") -> int:
    """How many ____ are still to fill in what defines `name`, the last time; in all of the code where nothing does.

    A ____ in a text or in a comment is none. Where Python cannot read the code, only those in comments are left out.

    >>> blanks_left("x = ____  # replace ____")
    1
    >>> blanks_left("x = 1\\nprint('____')\\ny = ____", "x")
    0
    """
    if not _BLANK.search(code):
        return 0
    statements = parsed(code)
    if statements is None:
        return len(_BLANK.findall(_COMMENT.sub("", code)))
    own = [statement for statement in statements if name in bound_by(statement)]
    return sum(bool(_BLANK.fullmatch(word)) for statement in own[-1:] or statements for word in words_of(statement))


def bound_by(statement: ast.stmt) -> set[str]:
    """The names that a def or an assignment binds."""
    if isinstance(statement, ast.FunctionDef | ast.AsyncFunctionDef):
        return {statement.name}
    single = [statement.target] if isinstance(statement, ast.AnnAssign) else []
    targets = statement.targets if isinstance(statement, ast.Assign) else single
    return {node.id for target in targets for node in ast.walk(target) if isinstance(node, ast.Name)}


def words_of(statement: ast.stmt) -> Iterator[str]:
    """Every name it holds, of whatever kind, texts apart: a blank may stand for a variable, an argument, a method."""
    nodes = (node for node in ast.walk(statement) if not isinstance(node, ast.Constant))
    return (value for node in nodes for value in vars(node).values() if isinstance(value, str))
