"""Who may import whom. Read the table: it is the architecture."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
MAY_IMPORT = {
    "engine": {"engine"},
    "tuto": {"engine", "tuto"},
    "autograder": {"autograder", "tuto"},
    "classroom": {"autograder", "classroom", "course_config"},
    "exercises": {"autograder", "engine", "exercises"},
}
ROOMS = (  # of the classroom, in the order to read it: each imports only those before it
    *("models", "course", "lesson", "road", "gates", "grading", "roster", "gradebook", "board"),
    *("demo", "serving", "api", "pupil", "teacher", "assets"),
)
OURS = {"engine", "autograder", "exercises", "tuto", "classroom", "course_config"}
ELSEWHERE = {  # what does not run in our process
    ROOT / "autograder" / "sandbox" / "guest",  # inside the sandbox, where files import one another by name
    ROOT / "classroom" / "assets" / "src",  # in the pupil's browser, beside the kit
}
MODULES = [
    path
    for package in MAY_IMPORT
    for path in sorted((ROOT / package).rglob("*.py"))
    if ELSEWHERE.isdisjoint(path.parents)
]


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_imports_follow_the_table(path):
    package = path.relative_to(ROOT).parts[0]
    imported = {name.split(".")[0] for name in imports_of(path)}
    assert imported & OURS <= MAY_IMPORT[package]


@pytest.mark.parametrize("room", ROOMS)
def test_a_room_of_the_classroom_imports_only_those_before_it(room):
    later = {f"classroom.{other}" for other in ROOMS[ROOMS.index(room) + 1 :]}
    paths = [path for path in MODULES if path.relative_to(ROOT).with_suffix("").parts[:2] == ("classroom", room)]
    imported = {".".join(name.split(".")[:2]) for path in paths for name in imports_of(path)}
    assert paths and not imported & later


def test_the_grading_path_does_not_import_the_slow_libraries():
    """`import nbformat` may cost seconds: see design, §8."""
    slow = {"nbformat", "nbgrader", "nbconvert", "otter", "jupyter", "IPython", "traitlets"}
    allowed = {*(ROOT / "autograder" / "nbgrader").glob("*.py"), ROOT / "autograder" / "otter" / "plugin.py"}
    for path in set(MODULES) - allowed:
        assert not {name.split(".")[0] for name in top_level_imports(path)} & slow, path


def imports_of(path):
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        yield from names_in(node)


def top_level_imports(path):
    for node in ast.parse(path.read_text(encoding="utf-8")).body:
        yield from names_in(node)


def names_in(node):
    if isinstance(node, ast.Import):
        yield from (alias.name for alias in node.names)
    elif isinstance(node, ast.ImportFrom) and node.module:
        yield from (f"{node.module}.{alias.name}" for alias in node.names)
