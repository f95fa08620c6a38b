"""A course that Python cannot import is explained in one sentence, in place of a traceback."""

import os
import subprocess
import sys

import pytest

from autograder.authoring.broken import sentence, where
from course_config import COURSE
from tests.authoring.reading import plain

EXERCISE = "from autograder.exercise import Exercise\n\nx = Exercise(\n    name='x',\n{fields})\n"
ALL = "    title='x', reference=len, draw=len, edges=(), points=1, hints=(), built='x',\n"
BROKEN = {
    "x = (\n": (1, "Python ne peut pas lire cette ligne ('(' was never closed) : `x = (`"),
    "def f():\nreturn 1\n": (2, "les décalages (espaces en début de ligne) ne vont pas : `return 1`"),
    "import random\nx = rando.random()\n": (2, "le nom `rando` n'existe pas ici"),
    "import no_such_module\n": (1, "le module `no_such_module` n'existe pas"),
    "from random import Randm\n": (1, "`Randm` ne se trouve pas dans `random`"),
    "x = {}\nx['a']\n": (2, "Python s'arrête sur cette ligne (KeyError : 'a')"),
    EXERCISE.format(fields=ALL.replace("points=1, ", "")): (3, "il manque `points` à Exercise(…). Ajoutez-le"),
    EXERCISE.format(fields=""): (
        3,
        "`title`, `reference`, `draw`, `edges`, `points`, `hints` et `built`",
    ),
    EXERCISE.format(fields=ALL + "    indices=(),\n"): (3, "Exercise(…) ne connaît pas `indices`"),
    "from autograder.exercise import Choice\n\nChoice('a', 'b', 'c', 'd')\n": (3, "Choice(…) a reçu trop de valeurs"),
}


@pytest.mark.parametrize(("code", "line", "words"), [(code, *told) for code, told in BROKEN.items()])
def test_the_line_and_the_reason_are_said(tmp_path, code, line, words):
    file = tmp_path / "exercises" / "lesson" / "x.py"
    file.parent.mkdir(parents=True)
    file.write_text(code, encoding="utf-8")
    with pytest.raises(Exception) as caught:
        exec(compile(code, str(file), "exec"), {})
    assert where(caught.value, tmp_path) == ("exercises/lesson/x.py", line)
    assert words in sentence(caught.value)


def tuto(root, *words):
    """The command, on a copy of the course."""
    env = {**os.environ, "PYTHONPATH": os.pathsep.join((str(root), str(COURSE.root)))}
    command = [sys.executable, "-m", "autograder.cli", *words]
    return subprocess.run(command, cwd=root, env=env, capture_output=True, text=True, encoding="utf-8")


def test_the_command_says_it_without_a_traceback(course):
    file = course.root / "exercises" / "des_mots_entiers" / "fusionner.py"
    file.write_text(file.read_text("utf-8").replace("    points=3,\n", ""), encoding="utf-8")
    done = tuto(course.root, "grade", "x.ipynb")
    assert (done.returncode, done.stdout) == (2, "")
    assert "Traceback" not in done.stderr
    assert "exercises/des_mots_entiers/fusionner.py:" in done.stderr
    assert "il manque `points` à Exercise(…)" in plain(done.stderr)


def test_an_error_of_ours_keeps_its_traceback(course):
    (course.root / "course_config.py").write_text("COMMANDS = ('no_such_module_of_ours',)\n", encoding="utf-8")
    assert "Traceback" in tuto(course.root, "grade", "x.ipynb").stderr
