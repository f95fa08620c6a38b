"""What an exercise may be called: its name is the function that the pupil writes."""

import ast
import builtins
import keyword
import re
import sys
import unicodedata
from collections.abc import Iterator
from pathlib import Path

from autograder.authoring import phrases
from autograder.kit import HOME, files_of_module

RESERVED = ("test_", "outils", "donnees", "quiz", "explique")


def objection(name: str) -> str | None:
    """Why this name cannot be given to a pupil's function; None when it can."""
    plain = simpler(name)
    if plain != name or not name.isidentifier():
        advice = phrases.PLAIN_NAME if plain.isidentifier() else phrases.PLAIN_NAME_ALONE
        return advice.format(name=name, plain=plain)
    if name.startswith("_"):
        return phrases.HIDDEN_NAME.format(name=name)
    if keyword.iskeyword(name) or keyword.issoftkeyword(name) or hasattr(builtins, name):
        return phrases.PYTHON_NAME.format(name=name)
    if name in sys.stdlib_module_names:
        return phrases.MODULE_NAME.format(name=name)
    start = next((start for start in RESERVED if name.startswith(start)), None)
    return phrases.RESERVED_NAME.format(name=name, start=start) if start else None


def simpler(name: str) -> str:
    """The nearest name without accents, capitals, spaces or signs.

    >>> simpler("Fréquence max")
    'frequence_max'
    """
    bare = "".join(char for char in unicodedata.normalize("NFKD", name) if not unicodedata.combining(char))
    return re.sub(r"\W+", "_", bare.lower().replace("œ", "oe").replace("æ", "ae"), flags=re.ASCII)


def bound_in(code: str) -> set[str]:
    """The names that some code binds at its top level, `from tuto import *` included."""
    try:
        statements = ast.parse(code).body
    except SyntaxError:
        return set()
    return {name for statement in statements for name in bound_by(statement)}


def bound_by(statement: ast.stmt) -> Iterator[str]:
    if isinstance(statement, ast.FunctionDef | ast.ClassDef):
        yield statement.name
    elif isinstance(statement, ast.ImportFrom) and statement.names[0].name == "*":
        yield from exported(statement.module or "")
    elif isinstance(statement, ast.Import | ast.ImportFrom):
        yield from ((alias.asname or alias.name).split(".")[0] for alias in statement.names)
    else:
        nodes = (node for node in ast.walk(statement) if isinstance(node, ast.Name))
        yield from (node.id for node in nodes if isinstance(node.ctx, ast.Store))


def exported(module: str) -> tuple[str, ...]:
    """The `__all__` of one of the kit's modules, read without importing it."""
    files = tuple(files_of_module(HOME, module))
    return names_in_all(files[-1]) if files else ()


def names_in_all(file: Path) -> tuple[str, ...]:
    for statement in ast.parse(file.read_bytes()).body:
        if isinstance(statement, ast.Assign) and getattr(statement.targets[0], "id", "") == "__all__":
            return tuple(ast.literal_eval(statement.value))
    return ()
