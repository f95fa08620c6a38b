"""Where each exercise, question and lesson is written: file and line, read from the source without running it."""

import ast
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

DEFINED = ("Exercise", "Question", "FreeText", "Lesson")


@dataclass(frozen=True)
class Definition:
    """One call that defines something of the course.

    file    relative to the course's folder, with slashes
    lines   keyword, or first text of a part (a misconception's name, a choice's key), -> its line
    """

    file: str
    line: int
    lines: Mapping[str, int]

    def at(self, part: str = "") -> str:
        return f"{self.file}:{self.lines.get(part, self.line)}"


def find_definitions(root: Path) -> dict[str, Definition]:
    """Name -> where it is defined, for every file under exercises/; files that Python cannot read are left out."""
    found: dict[str, Definition] = {}
    for path in sorted((root / "exercises").rglob("*.py")):
        try:
            tree = ast.parse(path.read_bytes())
        except (SyntaxError, ValueError):
            continue
        for call in calls_in(tree):
            if name := name_of(call):
                found[name] = Definition(path.relative_to(root).as_posix(), call.lineno, lines_of(call))
    return found


def calls_in(tree: ast.Module) -> Iterator[ast.Call]:
    """Those of a module's own assignments, alone or in a tuple."""
    values = (statement.value for statement in tree.body if isinstance(statement, ast.Assign | ast.AnnAssign))
    return (item for value in values for item in items_of(value) if called(item) in DEFINED)


def items_of(value: ast.expr | None) -> list[ast.expr]:
    return value.elts if isinstance(value, ast.Tuple | ast.List) else [value] if value else []


def called(value: ast.expr) -> str:
    return value.func.id if isinstance(value, ast.Call) and isinstance(value.func, ast.Name) else ""


def name_of(call: ast.Call) -> str:
    """The text given as `name=`, "" when it is computed."""
    given = next((word.value for word in call.keywords if word.arg == "name"), None)
    return given.value if isinstance(given, ast.Constant) and isinstance(given.value, str) else ""


def lines_of(call: ast.Call) -> dict[str, int]:
    lines = {word.arg: word.value.lineno for word in call.keywords if word.arg}
    for part in (part for word in call.keywords for part in items_of(word.value)):
        if isinstance(part, ast.Call) and (first := first_text(part)):
            lines.setdefault(first, part.lineno)
    return lines


def first_text(call: ast.Call) -> str:
    """What a misconception, a property, a choice or a badge is known by: its first value, or its `name=`."""
    value = call.args[0] if call.args else None
    if value is None:
        return name_of(call)
    return value.value if isinstance(value, ast.Constant) and isinstance(value.value, str) else ""
