"""What travels beside a released notebook, so that it works alone: the kit's modules it needs and its public sheet."""

import ast
from collections.abc import Iterable, Iterator
from pathlib import Path

from autograder.exercise import Course, Lesson
from autograder.public_sheet import FILE, public_json

HOME = Path(__file__).resolve().parent.parent  # the kit that goes with this grader, wherever the course is
PACKAGES = ("tuto", "engine")  # standard library only: they run wherever Python does
WHOLE = "engine"  # a part of it, beside a notebook, would hide the rest from the class's judge in the same kernel


def kit_files(course: Course, lesson: Lesson, cells: Iterable[str]) -> dict[str, bytes]:
    """Path beside the notebook -> content: the modules that `cells` import, directly or not, and the lesson's sheet."""
    shipped = {file.relative_to(HOME).as_posix(): file.read_bytes() for file in sorted(closure(HOME, cells))}
    return shipped | {FILE: public_json(course, lesson).encode()}


def closure(root: Path, cells: Iterable[str]) -> set[Path]:
    """Every module of PACKAGES that this code imports, then those they import, and the data files they name."""
    waiting = {file for cell in cells for file in modules_in(root, cell)}
    found: set[Path] = set()
    while waiting:
        file = waiting.pop()
        found.add(file)
        code = file.read_text(encoding="utf-8")
        found.update(data_named_in(file, code))
        waiting.update(set(modules_in(root, code)) - found)
        if root / WHOLE in file.parents:
            waiting.update(set((root / WHOLE).rglob("*.py")) - found)
    return found


def modules_in(root: Path, code: str) -> Iterator[Path]:
    """The files of the modules that some code imports, wherever it does; nothing for code that Python cannot read."""
    try:
        nodes = list(ast.walk(ast.parse(code)))
    except SyntaxError:
        return
    for node in nodes:
        names = [alias.name for alias in node.names] if isinstance(node, ast.Import | ast.ImportFrom) else []
        if isinstance(node, ast.ImportFrom):
            names = [node.module or "", *(f"{node.module}.{name}" for name in names)]
        for name in names:
            if name.split(".")[0] in PACKAGES:
                yield from files_of_module(root, name)


def files_of_module(root: Path, name: str) -> Iterator[Path]:
    """The module's file and the `__init__.py` of every package above it; a name inside a module has none."""
    parts = name.split(".")
    folders = [root.joinpath(*parts[:depth]) for depth in range(1, len(parts) + 1)]
    yield from (folder / "__init__.py" for folder in folders if (folder / "__init__.py").is_file())
    if (file := folders[-1].with_suffix(".py")).is_file():
        yield file


def data_named_in(file: Path, code: str) -> Iterator[Path]:
    """Files of the `data` folder beside a module that the module names."""
    texts = {node.value for node in ast.walk(ast.parse(code)) if isinstance(node, ast.Constant)}
    return (path for path in file.parent.glob("data/*") if path.name in texts)
