"""Files handed in beside the notebook: packages that would shadow ours, a pickle, forged results."""

import json
import pickle

from tests.bridges.cheat import Cheat, mark
from tests.bridges.cheats_in_file import WRONG, XSS
from tests.sample_class import LESSON, fill

PASSES = """
class Notebook:
    def __init__(self, *_, **__): pass
    def check(self, *_, **__): return "passed"
    check_all = export = check
def verify(*_, **__): return None
judge = is_right = same = close = grade = grade_all = lambda *_, **__: True
"""
SHADOWED = ("otter", "exercises", "engine", "autograder", "tuto", "nbgrader", "IPython", "ipykernel", "nbconvert")
LOOSE = (
    "sitecustomize",
    "usercustomize",
    "conftest",
    "json",
    "random",
    "ast",
    "nbformat",
    "course_config",
    "nbgrader_config",
    "jupyter_config",
    "jupyter_nbconvert_config",
    "ipython_config",
    "setup",
    "__main__",
)
TEST_FILE = """
OK_FORMAT = False
name = "{name}"
points = 100
from otter.test_files import test_case
@test_case(points=100)
def test_yes(env): pass
"""


class Runs:
    """What `pickle.load` would run."""

    def __init__(self, code: str) -> None:
        self.code = code

    def __reduce__(self) -> tuple:
        return exec, (self.code,)


def module(name: str) -> bytes:
    return (mark(f"import {name}") + PASSES).encode()


def package(name: str) -> dict[str, bytes]:
    return {f"{name}/__init__.py": module(name), f"{name}/__main__.py": module(f"{name}.__main__")}


def kit() -> dict[str, bytes]:
    """The pupil's own kit, and everything a test cell imports."""
    names = ("tuto/lecon_1.py", "exercises/in_kernel.py", "autograder/judge.py", "autograder/grade.py")
    return {name: module(name) for name in (*names, "engine/bigrams.py", "autograder/sandbox/__init__.py")}


def otter_tests() -> dict[str, bytes]:
    tests = {f"tests/{name}.py": mark(f"tests/{name}") + TEST_FILE.format(name=name) for name in WRONG}
    return {name: text.encode() for name, text in tests.items()} | {"tests/__init__.py": module("tests")}


def forged_results() -> dict[str, bytes]:
    scores = [{"name": name, "score": 100, "max_score": 100, "status": "passed"} for name in WRONG]
    results = json.dumps({"score": 100, "tests": scores, "output": XSS}).encode()
    named = ("results.json", "results/results.json", f"{LESSON}.json", ".tuto/results.json", "test_results.json")
    return dict.fromkeys(named, results) | {"results.pkl": pickle.dumps(Runs(mark("results.pkl")))}


def settings() -> dict[str, bytes]:
    """Settings of otter, pytest, nbgrader and IPython that would be read where the work is."""
    config = {"seed": 1, "plugins": [{"conftest": {}}], "show_stdout": True, "autograder_dir": "."}
    startup = ".ipython/profile_default/startup/00-triche.py"
    return {
        "otter_config.json": json.dumps(config).encode(),
        "pyproject.toml": b'[tool.pytest.ini_options]\naddopts = "-p conftest"\n',
        "pytest.ini": b"[pytest]\naddopts = -p conftest\n",
        "requirements.txt": b"./paquet\n",
        "environment.yml": b"name: triche\n",
        "setup.sh": b"#!/bin/sh\necho triche\n",
        startup: module("startup"),
        "triche.pth": f"import os; exec({mark('triche.pth')!r})\n".encode(),
    }


def nbgrader_files() -> dict[str, bytes]:
    return {
        "gradebook.db": b"SQLite format 3\x00" + bytes(84),
        "timestamp.txt": b"1999-01-01 00:00:00.000000 UTC",
        "feedback/index.html": XSS.encode(),
        f"{LESSON}.html": XSS.encode(),
        "student_id.txt": b"../../maitre",
    }


def beside(name: str, files: dict[str, bytes]) -> Cheat:
    return Cheat(name, lambda notebook: fill(notebook, WRONG) and None, files)


CHEATS_BESIDE = (
    beside("pickle_otter_log", {".OTTER_LOG": pickle.dumps(Runs(mark(".OTTER_LOG")))}),
    beside("paquets_qui_cachent", {path: text for name in SHADOWED for path, text in package(name).items()}),
    beside("modules_qui_cachent", {f"{name}.py": module(name) for name in LOOSE}),
    beside(
        "trousse_remplacee",
        {path: text for name in ("tuto", "exercises", "autograder", "engine") for path, text in package(name).items()}
        | kit(),
    ),
    beside("tests_a_soi", otter_tests()),
    beside("resultats_contrefaits", forged_results()),
    beside("reglages_a_soi", settings() | {"conftest.py": module("conftest")}),
    beside("fichiers_de_nbgrader", nbgrader_files()),
)
