"""Where a new exercise enters the code: one import and one name in its lesson, edited in the source's own layout."""

import ast
import re

from autograder.authoring import phrases
from autograder.authoring.places import calls_in, name_of
from autograder.authoring.writing import CannotMake

WIDTH = 120


def add_exercise(source: str, file: str, lesson: str, name: str, after: str) -> str:
    """The lesson's `__init__.py` with one more exercise, after the one called `after` ("" for the first).

    >>> add_exercise('from exercises.x.b import b\\n\\nLESSON = Lesson(name="1", title="t", exercises=(b,))\\n',
    ...              "exercises/x/__init__.py", "1", "a", "b").splitlines()[:2]
    ['from exercises.x.a import a', 'from exercises.x.b import b']
    """
    call = next((call for call in calls_in(ast.parse(source)) if name_of(call) == lesson), None)
    given = next((word.value for word in call.keywords if word.arg == "exercises"), None) if call else None
    if given is None and call:
        edited = begin_exercises(source, call, name)
    elif isinstance(given, ast.Tuple) and all(isinstance(item, ast.Name) for item in given.elts):
        edited = add_to_tuple(source, given, name, after)
    else:
        raise CannotMake(phrases.NOT_PLAIN.format(file=file, why=phrases.NO_PLAIN_TUPLE))
    module = ".".join(file.split("/")[:-1])
    return add_import(edited, f"{module}.{name}", name)


def begin_exercises(source: str, call: ast.Call, name: str) -> str:
    """A lesson that had none: after its title."""
    title = next(word.value for word in call.keywords if word.arg == "title")
    lines = source.splitlines(keepends=True)
    indent = re.match(r"\s*", lines[title.lineno - 1])[0]
    lines.insert(title.end_lineno, f"{indent}exercises=({name},),\n")
    return "".join(lines)


def add_to_tuple(source: str, items: ast.Tuple, name: str, after: str) -> str:
    """One more name, on the line where the others are while it fits, else one name a line as ruff lays it out."""
    names = [item.id for item in items.elts]
    place = names.index(after) + 1 if after in names else len(names)
    lines = source.splitlines(keepends=True)
    if items.lineno != items.end_lineno:
        last = items.elts[place - 1]
        indent = re.match(r"\s*", lines[last.lineno - 1])[0]
        lines.insert(last.end_lineno, f"{indent}{name},\n")
        return "".join(lines)
    names.insert(place, name)
    raw = lines[items.lineno - 1].encode()
    start, end = raw[: items.col_offset].decode(), raw[items.end_col_offset :].decode()
    line = f"{start}({', '.join(names)}{',' if len(names) == 1 else ''}){end}"
    if len(line.rstrip("\n")) > WIDTH:
        indent = re.match(r"\s*", start)[0]
        line = f"{start}(\n" + "".join(f"{indent}    {each},\n" for each in names) + f"{indent}){end}"
    lines[items.lineno - 1] = line
    return "".join(lines)


def add_import(source: str, module: str, name: str) -> str:
    """`from module import name` at its alphabetical place among the imports of the same kind."""
    imports = [node for node in ast.parse(source).body if isinstance(node, ast.ImportFrom)]
    alike = [node for node in imports if (node.module or "").startswith("exercises.")]
    before = [node for node in alike if natural(node.module) < natural(module)]
    line = before[-1].end_lineno if before else alike[0].lineno - 1 if alike else imports[-1].end_lineno
    lines = source.splitlines(keepends=True)
    lines.insert(line, f"from {module} import {name}\n")
    return "".join(lines)


def natural(module: str) -> list[tuple[int, str]]:
    """Sorted as ruff sorts: 2 before 10."""
    return [(int(part), "") if part.isdigit() else (0, part) for part in re.split(r"(\d+)", module)]


def add_lesson(source: str, package: str, constant: str) -> str:
    """`exercises/__init__.py` with one more lesson, before those that are only announced."""
    tuples = [node.value for node in ast.parse(source).body if isinstance(node, ast.AnnAssign | ast.Assign)]
    lessons = tuples[-1] if tuples and isinstance(tuples[-1], ast.Tuple) else None
    starred = [item for item in lessons.elts if isinstance(item, ast.Starred)] if lessons else []
    if not starred or starred[-1].lineno == lessons.lineno:
        raise CannotMake(phrases.NOT_PLAIN.format(file="exercises/__init__.py", why=phrases.NO_PLAIN_LESSONS))
    lines = source.splitlines(keepends=True)
    lines.insert(starred[-1].lineno - 1, f"    {constant},\n")
    return add_import("".join(lines), f"exercises.{package}", f"LESSON as {constant}")


def without_lesson(source: str, lesson: str) -> str:
    """A file of announced lessons without this one; unchanged when it is not there on lines of its own."""
    call = next((call for call in calls_in(ast.parse(source)) if name_of(call) == lesson), None)
    if call is None:
        return source
    lines = source.splitlines(keepends=True)
    del lines[call.lineno - 1 : call.end_lineno]
    return "".join(lines)
