"""`tuto new`: a skeleton that runs, says itself unfinished, and is there whole or not at all."""

import json
import os
import re
import subprocess
import sys
from argparse import Namespace
from dataclasses import replace
from types import SimpleNamespace

import pytest

from autograder.authoring import command, writing
from autograder.authoring.new_exercise import Wish, plan_exercise
from autograder.authoring.writing import CannotMake, write_all
from course_config import COURSE
from tests.authoring import guide
from tests.authoring.reading import LESSON, plain

INIT = "exercises/des_mots_entiers/__init__.py"
PROBLEMS = f"""
from dataclasses import replace
from autograder.authoring.checks import problems_in
from course_config import COURSE
lesson = COURSE.lesson("{LESSON}")
for problem in problems_in(replace(COURSE, lessons=(lesson,))):
    print(problem)
"""
WRONG = f"""
from exercises.in_kernel import verify
try:
    verify("{LESSON}", "vocabulaire", lambda mots: sorted(morceau for mot in mots for morceau in mot))
except AssertionError as told:
    print(told)
"""


def python(course, code):
    """What this prints, where the copied course is the course."""
    env = {**os.environ, "PYTHONPATH": os.pathsep.join((str(course.root), str(COURSE.root)))}
    done = subprocess.run([sys.executable, "-c", code], cwd=course.root, env=env, capture_output=True, encoding="utf-8")
    assert done.returncode == 0, done.stderr
    return plain(done.stdout).splitlines()


def new(course, lesson=LESSON, name="vocabulaire", **options):
    """The command's exit status."""
    given = {"titre": "", "points": 2, "bonus": False, "after": ""} | options
    return command.run_new(Namespace(lesson=lesson, name=name, **given), SimpleNamespace(COURSE=course))


def wish(course, name="vocabulaire", **options):
    return plan_exercise(course, course.lesson(LESSON), Wish(name=name, **options), "tuto")


def snapshot(course):
    return {str(path): path.read_bytes() for path in course.root.rglob("*") if path.is_file()}


def times(course):
    """When each file was written."""
    return {str(path): path.stat().st_mtime_ns for path in course.root.rglob("*")}


def test_the_skeleton_runs_and_says_each_line_that_is_left(course, capsys):
    assert new(course) == 0
    told = plain(capsys.readouterr().out).splitlines()
    start = next(rank for rank, line in enumerate(told) if line.startswith("Il reste à écrire ("))
    left = [line.strip() for line in told[start + 1 : -1]]
    refused = [line.replace("il reste à écrire : ", "") for line in python(course, PROBLEMS)]
    assert len(left) > 20
    assert sorted(left) == sorted(refused)
    for line in left:
        if found := re.match(r"([\w/]+\.py):(\d+) : ", line):
            assert "À ÉCRIRE" in (course.root / found[1]).read_text("utf-8").splitlines()[int(found[2]) - 1]


def test_the_guide_works_as_it_is_written(course, notebook):
    words = guide.commands()[0].removeprefix("python3 start.py new ")
    assert words == '6 vocabulaire --bonus --titre "Tous les morceaux"'
    assert new(course, "6", bonus=True, titre="Tous les morceaux") == 0
    guide.follow(course.root, "vocabulaire", notebook.relative_to(course.root))
    *problems, hint = python(course, PROBLEMS + WRONG)
    assert problems == []
    assert hint.startswith("Certains morceaux sont là plusieurs fois.")


def test_what_is_written_is_as_ruff_lays_it_out(course):
    assert new(course, titre="Un titre", bonus=True, points=4, after="fusionner") == 0
    assert new(course, "17_ma_lecon", "", titre="Ma leçon") == 0
    config = str(COURSE.root / "pyproject.toml")
    for words in (("check",), ("format", "--check")):
        ruff = [sys.executable, "-m", "ruff", *words, "--config", config, str(course.root / "exercises")]
        assert subprocess.run(ruff, capture_output=True, text=True).returncode == 0


def test_it_follows_the_exercise_that_is_named(course, notebook, written_cells):
    assert new(course, after="paire_frequente", points=4, bonus=True, titre="Un titre") == 0
    names = "(paire_frequente, vocabulaire, fusionner, apprendre_fusions),"
    assert f"exercises={names}" in (course.root / INIT).read_text("utf-8")
    cells = written_cells(notebook)
    order = list(cells)
    assert order.index("paire-voir") < order.index("vocabulaire-idee") < order.index("fusion-idee")
    assert "".join(cells["vocabulaire-idee"]["source"]).startswith("## 6.2 ★ Un titre\n")
    assert cells["test-vocabulaire"]["metadata"]["nbgrader"]["points"] == 4


def test_the_last_exercise_comes_before_what_follows_the_others(course, notebook, written_cells, capsys):
    """What a heading's cell said of the exercise before stays with it."""
    assert new(course) == 0
    cells = written_cells(notebook)
    order = list(cells)
    assert order.index("test-apprendre-fusions") < order.index("vocabulaire-idee") < order.index("histoire-idee")
    assert "".join(cells["vocabulaire-idee"]["source"]).startswith("**Tu viens de construire** une machine")
    assert "".join(cells["histoire-idee"]["source"]).startswith("## Ta machine lit une histoire")
    assert "Renumérotez" not in plain(capsys.readouterr().out)


def test_the_rest_of_the_notebook_is_untouched(course, notebook):
    before = json.loads(notebook.read_text("utf-8"))
    assert new(course, after="paire_frequente") == 0
    after = json.loads(notebook.read_text("utf-8"))
    assert len({cell["id"] for cell in after["cells"]}) == len(after["cells"])
    after["cells"] = [cell for cell in after["cells"] if "vocabulaire" not in cell["id"]]
    assert after == before


REFUSED = {
    "an unknown lesson": ({"lesson": "99"}, "Je ne connais pas la leçon « 99 ». Les leçons écrites : 01_"),
    "an announced lesson": ({"lesson": "12"}, "est annoncée, mais pas encore écrite. Commencez-la : "),
    "a name with an accent": ({"name": "fréquence"}, "Essayez frequence."),
    "a capital": ({"name": "Vocabulaire"}, "Essayez vocabulaire."),
    "no identifier": ({"name": "3morceaux"}, "n'est pas un nom de fonction"),
    "a hyphen": ({"name": "mes-morceaux"}, "Essayez mes_morceaux."),
    "a keyword": ({"name": "class"}, "« class » est un mot de Python"),
    "a soft keyword": ({"name": "match"}, "« match » est un mot de Python"),
    "a builtin": ({"name": "sum"}, "« sum » est un mot de Python"),
    "a module": ({"name": "random"}, "« random » est un module de Python"),
    "a hidden name": ({"name": "_cache"}, "commence par _"),
    "a reserved name": ({"name": "test_mot"}, "les noms en « test_ » sont réservés"),
    "another exercise": ({"name": "fusionner"}, "est déjà celui d'un exercice ou d'une question de la leçon 06"),
    "an exercise of another lesson": ({"name": "softmax"}, "d'un exercice ou d'une question de la leçon 03"),
    "a name of the kit": ({"name": "descente"}, "sert déjà dans le carnet (cellule 4)"),
    "a name of a demo": ({"name": "histoire"}, "sert déjà dans le carnet (cellule 31)"),
    "a file that is there": ({"name": "pieces"}, "Il y a déjà exercises/des_mots_entiers/pieces.py"),
    "an unknown place": ({"after": "fusioner"}, "Ses exercices : paire_frequente, fusionner, apprendre_fusions."),
    "a title with quotes": ({"titre": 'Un "titre"'}, "mettez des « guillemets »"),
    "a lesson that is written": ({"name": ""}, "est déjà écrite. Pour lui ajouter un exercice"),
    "a lesson without number": ({"lesson": "ma_lecon", "name": ""}, "n'est pas un nom de leçon : deux chiffres"),
    "a number that is taken": ({"lesson": "06_ma_lecon", "name": ""}, "Le prochain libre : 17."),
    "a package that is taken": ({"lesson": "17_lattention", "name": ""}, "déjà pris par exercises/lattention"),
}


@pytest.mark.parametrize(("options", "sentence"), REFUSED.values(), ids=REFUSED)
def test_it_refuses_with_a_sentence_and_writes_nothing(spared_course, capsys, options, sentence):
    before = times(spared_course)
    assert new(spared_course, **options) == 2
    said = capsys.readouterr()
    assert sentence in plain(said.err)
    assert said.out == ""
    assert times(spared_course) == before


def test_the_line_ends_of_windows_are_kept(course, notebook):
    for path in (notebook, course.root / INIT):
        path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    assert new(course) == 0
    for path in (notebook, course.root / INIT):
        assert path.read_bytes().count(b"\n") == path.read_bytes().count(b"\r\n")


def test_a_damaged_notebook_stops_it(course, notebook, capsys):
    notebook.write_text("{", encoding="utf-8")
    before = snapshot(course)
    assert new(course) == 2
    assert "Ce fichier manque, ou il est abîmé" in plain(capsys.readouterr().err)
    assert snapshot(course) == before


def test_a_course_that_is_badly_made_is_mended_first(course, capsys):
    lesson = course.lesson(LESSON)
    badly = replace(lesson, exercises=lesson.exercises[0])
    assert new(replace(course, lessons=(badly,))) == 2
    assert "`exercises` doit être un tuple" in plain(capsys.readouterr().err)


def test_a_lesson_laid_out_by_hand_is_not_guessed(course, capsys):
    path = course.root / INIT
    path.write_text(path.read_text("utf-8").replace("exercises=(", "exercises=tuple(("), encoding="utf-8")
    path.write_text(path.read_text("utf-8").replace("fusions),", "fusions)),", 1), encoding="utf-8")
    before = snapshot(course)
    assert new(course) == 2
    assert "Ajoutez l'exercice vous-même" in plain(capsys.readouterr().err)
    assert snapshot(course) == before


@pytest.mark.parametrize("error", [OSError(28, "plein", "x.nouveau"), KeyboardInterrupt()], ids=["disk", "Ctrl-C"])
@pytest.mark.parametrize("when", [1, 3, 6])
def test_an_interruption_leaves_everything_as_it_was(course, monkeypatch, error, when):
    before, done = snapshot(course), []
    folders = {path for path in course.root.rglob("*") if path.is_dir()}

    def replaced(source, target):
        done.append(target)
        if len(done) == when:
            raise error
        os.rename(source, target)

    monkeypatch.setattr(writing.os, "replace", replaced)
    with pytest.raises((CannotMake, KeyboardInterrupt)):
        write_all(course.root, wish(course).files)
    assert snapshot(course) == before
    assert {path for path in course.root.rglob("*") if path.is_dir()} == folders


def test_a_full_disk_that_names_no_file_names_the_folder(course, monkeypatch):
    def full(*_):
        raise OSError(28, "plein")

    monkeypatch.setattr(writing.os, "replace", full)
    with pytest.raises(CannotMake, match=f"écrire {course.root.resolve().name} "):
        write_all(course.root, wish(course).files)


def test_a_lesson_that_was_announced_is_begun_and_then_filled(course):
    assert new(course, "12", "") == 0
    init, announced = (course.root / "exercises" / file for file in ("__init__.py", "bientot.py"))
    assert "    DES_TROUS_EXPRES,\n    *ANNOUNCED," in init.read_text("utf-8")
    assert "12_des_trous_expres" not in announced.read_text("utf-8")
    question = replace(course.lesson(LESSON).questions[0], name="quiz_12_1")
    begun = replace(course.lesson("12_des_trous_expres"), questions=(question,))
    assert new(replace(course, lessons=(*course.lessons[:9], begun)), "12", "eteindre") == 0
    left = python(course, PROBLEMS.replace(LESSON, "12_des_trous_expres"))
    assert any("exercises/des_trous_expres/eteindre.py" in line for line in left)
    assert any("exercises/des_trous_expres/quiz.py" in line for line in left)
    assert [line for line in left if "il reste à écrire : " not in line] == []
