"""`tuto grade` as a teacher types it: what is printed, what is written, how it ends."""

import csv
import errno
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from autograder import cli
from autograder.collect import Handed
from autograder.report import Failure
from autograder.sandbox import SandboxError
from course_config import COURSE

ROOT = Path(__file__).parent.parent.parent
LESSON = "01_deviner_la_suite"
CLASS = ROOT / "tests" / "submissions" / "classe" / "submitted"
LEA = CLASS / "lea" / LESSON / f"{LESSON}.ipynb"
TOM = CLASS / "tom" / LESSON / f"{LESSON}.ipynb"
BROKEN = CLASS / "malo" / LESSON / f"{LESSON}.ipynb"

KEYS = {"notebook", "pupil", "lesson", "exercises", "points", "max_points", "badges", "unlocked"}
EXERCISE_KEYS = {
    "name",
    "outcome",
    "points",
    "max_points",
    "bonus",
    "message",
    "misconception",
    "counterexample",
    "badge",
}


def tuto(*words, cwd=ROOT):
    command = [sys.executable, "-m", "autograder.cli", *map(str, words)]
    return subprocess.run(command, cwd=cwd, capture_output=True, text=True, encoding="utf-8", check=False)


def test_json_of_one_notebook_is_one_object_and_nothing_else():
    done = tuto("grade", LEA, "--json")
    report = json.loads(done.stdout)
    assert done.returncode == 0
    assert set(report) == KEYS
    assert all(set(exercise) == EXERCISE_KEYS for exercise in report["exercises"])
    assert report["points"] == report["max_points"]
    assert report["unlocked"] == "02_apprendre_des_erreurs"
    assert report["badges"] == ["compteur-de-bigrammes", "partageur-de-gateau", "inventeur-t9", "boule-de-cristal"]
    assert (report["pupil"], report["lesson"]) == ("lea", LESSON)


def test_the_terminal_tells_the_badge_of_a_finished_lesson():
    assert "Badge de la leçon : Boule de cristal" in tuto("grade", LEA).stdout
    assert "Badge de la leçon" not in tuto("grade", TOM).stdout


def test_json_of_a_mistake_explains_it():
    report = json.loads(tuto("grade", TOM, "--json").stdout)
    paires = next(exercise for exercise in report["exercises"] if exercise["name"] == "paires")
    assert (paires["outcome"], paires["misconception"], paires["points"]) == ("raised", "depasse", 0)
    assert set(paires["counterexample"]) == {"call", "got", "expected"}
    assert paires["counterexample"]["call"].startswith("paires(")


def test_one_unreadable_notebook_stops_nobody():
    done = tuto("grade", LEA, BROKEN, TOM, "--json")
    reports = json.loads(done.stdout)
    assert done.returncode == 2
    assert [report["pupil"] for report in reports] == ["lea", "malo", "tom"]
    assert "abîmé" in reports[1]["error"]
    assert "abîmé" in done.stderr


def test_the_notebook_of_another_lesson_is_no_zero(grader):
    other = COURSE.lessons[1]
    result = grader.grade_one(Handed(COURSE.root / "solutions" / other.name / f"{other.name}.ipynb", "lea", LESSON))
    assert isinstance(result, Failure)
    assert other.title in result.message and COURSE.lessons[0].title in result.message


def test_an_answer_of_the_lesson_is_graded_whatever_the_stamp(grader, tmp_path):
    notebook = json.loads(LEA.read_text("utf-8"))
    notebook["metadata"]["tuto"]["lesson"] = COURSE.lessons[1].name
    (tmp_path / "lea.ipynb").write_text(json.dumps(notebook), encoding="utf-8")
    assert grader.grade_one(Handed(tmp_path / "lea.ipynb", "lea", LESSON)).reached


def test_what_was_left_out_ends_as_what_could_not_be_read(tmp_path, capsys):
    shutil.copy(LEA, tmp_path / "lea.ipynb")
    (tmp_path / "max").mkdir()
    assert cli.main(["grade", str(tmp_path), "--json"]) == 2
    said = capsys.readouterr()
    assert f"{tmp_path / 'max'} : " in said.err and "aucun carnet" in said.err
    assert [(one["pupil"], "error" in one) for one in json.loads(said.out)] == [("lea", False), ("max", True)]


def test_of_two_downloads_one_page_is_written(tmp_path):
    for name in (f"lea_{LESSON}.ipynb", f"lea_{LESSON} (1).ipynb"):
        shutil.copy(LEA, tmp_path / name)
    assert cli.main(["grade", str(tmp_path), "--csv", str(tmp_path / "notes.csv")]) == 2
    graded = (tmp_path / "notes.csv").read_text(encoding="utf-8-sig")
    assert graded.count("lea;01") == 1 and "deux fois" in graded


def test_pages_and_tables_are_written(tmp_path):
    done = tuto("grade", LEA, TOM, "--feedback", tmp_path / "pages", "--csv", tmp_path / "notes.csv")
    assert done.returncode == 0
    assert (tmp_path / "pages" / "lea" / f"{LESSON}.html").is_file()
    assert (tmp_path / "pages" / "index.html").is_file()
    rows = list(csv.reader((tmp_path / "notes.csv").read_text(encoding="utf-8-sig").splitlines(), delimiter=";"))
    assert [row[0] for row in rows[1:]] == ["lea", "tom"]
    assert "file://" in done.stdout


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("grade",), "il manque"),
        ((), "il manque"),
        (("grade", "absent.ipynb"), "trouve pas"),
        (("grade", LEA, "--lesson", "99_inconnue"), "Je ne connais pas la leçon"),
        (("grade", LEA, "--jobs", "0"), "à partir de 1"),
        (("corrige", LEA), "je ne connais pas"),
        (("grade", LEA, "--json", "--csv", "x.csv"), "ne va pas avec"),
    ],
    ids=lambda value: " ".join(map(str, value[:1])) if isinstance(value, tuple) else None,
)
def test_a_wrong_command_gets_a_french_sentence(words, said):
    done = tuto(*words)
    assert done.returncode == 2
    assert said in done.stderr
    assert "Traceback" not in done.stderr


def test_a_page_that_cannot_be_written_is_said(tmp_path):
    (tmp_path / "pages").write_text("un fichier, pas un dossier")
    done = tuto("grade", LEA, "--feedback", tmp_path / "pages")
    assert done.returncode == 2
    assert "pas pu écrire" in done.stderr


def test_a_name_that_a_terminal_would_obey_is_shown_without_it(tmp_path, capsys):
    """A title, a colour, a backward text, a line that looks like another pupil's."""
    name = "\x1b[31mtom\x1b]0;titre\x07\x9b2J\u202e\nlea"
    for file, content in (
        (f"{name}.ipynb", TOM.read_bytes()),
        (f"{name}2.ipynb", b""),
        ("zoe.ipynb", LEA.read_bytes()),
    ):
        (tmp_path / file).write_bytes(content)
    cli.main(["grade", str(tmp_path)])
    cli.main(["grade", str(tmp_path / f"{name}.ipynb")])
    said = "".join(capsys.readouterr())
    assert not set("\x1b\x07\x9b\u202e") & set(said)
    assert said.count("[31mtom]0;titre2J lea") == 3 and "\nlea" not in said


@pytest.mark.parametrize("asked", [["--feedback", "pages"], ["--csv", "notes.csv"], ["--json"]])
def test_a_full_disk_is_said_with_the_place_asked_for(monkeypatch, capsys, asked):
    def full(*_):
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    for name in ("write_pupil_page", "write_results"):
        monkeypatch.setattr(f"autograder.feedback.{name}", full)
    monkeypatch.setattr("autograder.records.record", full)
    assert cli.main(["grade", str(LEA), *asked]) == 2
    said = capsys.readouterr().err
    assert "pas pu écrire" in said and "None" not in said
    assert asked[-1] in said or asked == ["--json"]


def test_a_grader_that_breaks_down_on_an_exercise_is_said_and_no_success(monkeypatch, capsys):
    def breaks(*_):
        raise SandboxError("plus de mémoire")

    monkeypatch.setattr("autograder.grade.run_and_judge", breaks)
    assert cli.main(["grade", str(LEA), str(TOM)]) == 2
    said = capsys.readouterr().err
    assert "lea\u00a0: le correcteur n’a pas pu juger entourer, paires" in said and "tom\u00a0:" in said


def test_a_reader_who_has_read_enough_is_no_trouble():
    """As with `tuto grade … --json | head`."""
    command = [sys.executable, "-m", "autograder.cli", "grade", str(ROOT / "solutions"), "--json"]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as grading:
        grading.stdout.close()
        said = grading.stderr.read()
    assert (grading.returncode, said) == (0, b"")


def test_help_is_in_french():
    assert "utilisation :" in tuto("--help").stdout
    assert "Corrige des carnets" in tuto("grade", "--help").stdout


def test_a_notebook_alone_in_another_folder(tmp_path):
    shutil.copy(LEA, tmp_path / "lea.ipynb")
    done = tuto("grade", tmp_path / "lea.ipynb", "--json", cwd=ROOT)
    assert json.loads(done.stdout)["lesson"] == LESSON


def test_two_sandboxes_give_the_same_verdicts_as_one():
    one = json.loads(tuto("grade", CLASS, "--json").stdout)
    two = json.loads(tuto("grade", CLASS, "--json", "--jobs", "2").stdout)
    assert one == two
