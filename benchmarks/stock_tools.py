"""What grading.py compares with: a class that any tool can grade, and lesson 1 as nbgrader and otter would hold it.

The tests are asserts against the reference inside the pupil's kernel, as a course writes them without our grader, on as
many inputs as ours. Cells that call our own checker are left out: these tools pay for nothing of ours.
"""

import inspect
import json
import os
import random
import subprocess
import sys
from pathlib import Path

from autograder.cases import cases_for
from autograder.exercise import Exercise, Item, Tool
from course_config import COURSE, ROOT
from tests.sample_class import LESSON, QUIZ, SOLVED, STORIES, Notebook, everything, fill, find, label, read, story

SEED = 2026
# nbgrader calls alembic by its name; the kernels need the kit and the reference.
ENVIRONMENT = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"} | {
    "PYTHONPATH": str(ROOT),
    "PATH": str(Path(sys.executable).parent) + os.pathsep + os.environ.get("PATH", ""),
}
# Stories that stop a kernel, never end, or belong to the notebook rather than to the answer.
LEFT_OUT = (
    "cheats",
    "exit",
    "memory",
    "magic",
    "endless",
    "asks",
    "never",
    "does_not_move",
    "blank",
    "emptied",
    "half",
)
NBGRADER_SETTINGS = 'c = get_config()\nc.CourseDirectory.course_id = "cours_nbgrader"\n'
OTTER_TEST = """
from otter.test_files import test_case

OK_FORMAT = False
name = "{name}"
points = {points}


@test_case()
def test_{name}({name}):
    {body}
"""
SAME = """
def same(got, expected):
    if isinstance(expected, float):
        return abs(got - expected) <= 1e-9
    if isinstance(expected, dict):
        return got.keys() == expected.keys() and all(same(got[key], expected[key]) for key in expected)
    if isinstance(expected, (list, tuple)):
        return len(got) == len(expected) and all(map(same, got, expected))
    return got == expected
"""


def thirty(count: int = 30) -> dict[str, bytes]:
    """Pupils by name, the same ones every time: right answers in several styles, and two mistakes each or none."""
    rng = random.Random(7)
    return {f"eleve{number:02}": json.dumps(pupil(rng, number)).encode() for number in range(count)}


def pupil(rng: random.Random, number: int) -> Notebook:
    answers = everything() | {name: story(rng.choice(stories(name, "passed"))) for name in rng.sample(SOLVED, 3)}
    mistaken = rng.sample(SOLVED, 2) if number % 3 else []
    answers |= {name: story(rng.choice(stories(name, "wrong", "raised"))) for name in mistaken}
    answers |= {"quiz_1": rng.choice(['quiz_1 = "a"', QUIZ["quiz_1"]]), "explique_1": f"Une part de gâteau, {number}."}
    return fill(read("release"), answers)


def stories(exercise: str, *outcomes: str) -> list[str]:
    files = sorted((STORIES / exercise).glob("*.py"))
    kept = [
        file for file in files if file.stem.startswith(outcomes) and not any(word in file.stem for word in LEFT_OUT)
    ]
    return [f"{exercise}/{file.stem}" for file in kept]


def asserts(item: Item) -> str:
    """The hidden test of one answer."""
    if not isinstance(item, Exercise):
        return f"assert {item.name} == {item.right!r}"
    every = [case.args for case in cases_for(item, SEED)]
    tools = {arg.factory for args in every for arg in args if isinstance(arg, Tool)}
    inputs = ",\n    ".join(f"lambda: [{', '.join(map(written, args))}]" for args in every)
    return "\n".join(
        (
            "from engine import bigrams",
            *(inspect.getsource(factory) for factory in tools),
            f"{SAME}\nfor inputs in (\n    {inputs},\n):",
            f"    assert same({item.name}(*inputs()), bigrams.{item.reference.__name__}(*inputs()))",
        )
    )


def written(arg: object) -> str:
    return f"{arg.factory.__name__}({', '.join(map(repr, arg.args))})" if isinstance(arg, Tool) else repr(arg)


def nbgrader_course(folder: Path, class_: dict[str, bytes]) -> Path:
    """A course folder of stock nbgrader, its assignment generated, the class handed in."""
    lesson = COURSE.lesson(LESSON)
    source = read("release")
    for item in lesson.items:
        cell = source["cells"][find(source, f"test_{item.name}")]
        cell["source"] = f"### BEGIN HIDDEN TESTS\n{asserts(item)}\n### END HIDDEN TESTS"
    put(folder / "source" / LESSON / f"{LESSON}.ipynb", json.dumps(source).encode())
    put(folder / "nbgrader_config.py", NBGRADER_SETTINGS.encode())
    hand_in(folder, class_)
    command = [sys.executable, "-m", "nbgrader", "generate_assignment", LESSON]
    subprocess.run(command, cwd=folder, env=ENVIRONMENT, check=True, capture_output=True)
    return folder


def hand_in(course: Path, class_: dict[str, bytes]) -> None:
    for name, raw in class_.items():
        put(course / "submitted" / name / LESSON / f"{LESSON}.ipynb", raw)


def otter_archive(folder: Path) -> Path:
    """An autograder.zip of stock otter, one test file an answer."""
    for item in COURSE.lesson(LESSON).items:
        body = asserts(item).replace("\n", "\n    ")
        head = (
            f"from otter.test_files import test_case\n\nOK_FORMAT = False\nname = {item.name!r}\npoints = {item.points}"
        )
        test = f"{head}\n\n\n@test_case()\ndef test_{item.name}({item.name}):\n    {body}\n"
        put(folder / "tests" / f"{item.name}.py", test.encode())
    command = [sys.executable, "-m", "otter", "generate", "-t", "tests", "-o", "autograder.zip", "--no-environment"]
    subprocess.run([*command, "--no-requirements"], cwd=folder, env=ENVIRONMENT, check=True, capture_output=True)
    return folder / "autograder.zip"


def for_otter(raw: bytes) -> bytes:
    """A pupil's notebook without our own checks (otter's tests are in its zip)."""
    notebook = json.loads(raw)
    notebook["cells"] = [cell for cell in notebook["cells"] if not label(cell).startswith("test_")]
    return json.dumps(notebook).encode()


def put(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
