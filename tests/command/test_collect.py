"""From what a teacher has in a folder to whose notebook it is."""

import inspect
import os
import sys

import pytest

from autograder.collect import NothingFound, collect, handed, notebooks_in
from course_config import COURSE

LESSON = "01_deviner_la_suite"


@pytest.mark.parametrize(
    ("path", "pupil", "lesson"),
    [
        (f"submitted/lea/{LESSON}/{LESSON}.ipynb", "lea", LESSON),
        (f"submitted/lea/{LESSON}/autre nom.ipynb", "lea", LESSON),
        (f"rendus/{LESSON}_lea.ipynb", "lea", LESSON),
        (f"rendus/Léa - {LESSON} (1).ipynb", "Léa", LESSON),
        ("rendus/lea.ipynb", "lea", ""),
        (f"lea/{LESSON}.ipynb", "lea", LESSON),
        (f"zoe/{LESSON}-Copy1.ipynb", "zoe", LESSON),
        ("Léa MARTIN_12_assignsubmission_file/carnet.ipynb", "Léa MARTIN", ""),
        ("Léa MARTIN_12_assignsubmission_file_/carnet.ipynb", "Léa MARTIN", ""),
        (f"Léa MARTIN_12_assignsubmission_file_/{LESSON}/{LESSON}.ipynb", "Léa MARTIN", LESSON),
        ("Léa MARTIN_12_assignsubmission_file_carnet.ipynb", "Léa MARTIN", ""),
        ("Léa_12_assignsubmission_file_/Tom_13_assignsubmission_file_/carnet.ipynb", "Léa", ""),
        (f"Léa_12_assignsubmission_file_/tom/{LESSON}/{LESSON}.ipynb", "Léa", LESSON),
        ("rendus/lea.ipynb.txt", "lea", ""),
        ("rendus/Léa.M.ipynb.JSON", "Léa.M", ""),
        ("rendus/Le\u0301o.ipynb", "L\u00e9o", ""),
        (f"submitted/Le\u0301o/{LESSON}/{LESSON}.ipynb", "L\u00e9o", LESSON),
    ],
)
def test_the_path_tells_the_pupil_and_the_lesson(tmp_path, path, pupil, lesson):
    found = handed(tmp_path / path, COURSE)
    assert (found.pupil, found.lesson) == (pupil, lesson)


def test_the_lesson_asked_for_wins(tmp_path):
    assert handed(tmp_path / "lea.ipynb", COURSE, LESSON).lesson == LESSON


def put(root, *names):
    for name in names:
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text("{}")


def test_a_folder_is_searched_and_each_notebook_taken_once(tmp_path):
    put(
        tmp_path,
        *("b.ipynb", "a.IPYNB", "sub/c.ipynb", ".ipynb_checkpoints/a-checkpoint.ipynb", "sauvegardes/old.ipynb"),
        "._b.ipynb",
        "d.ipynb.txt",
    )
    found = collect([tmp_path, tmp_path / "b.ipynb"], COURSE)
    assert sorted(one.path.name for one in found) == ["a.IPYNB", "b.ipynb", "c.ipynb", "d.ipynb.txt"]


def test_an_empty_folder_is_said(tmp_path):
    with pytest.raises(NothingFound, match="aucun carnet"):
        collect([tmp_path], COURSE)


def test_what_cannot_be_graded_is_not_left_without_a_word(tmp_path):
    put(tmp_path, "tom.ipynb", "max/max.zip", "Zoé.docx", "lou.zip", "noé.py", "kim/copie/kim.ipynb")
    (tmp_path / "ines.b").mkdir()
    (tmp_path / "ali").symlink_to("kim")
    problems = {one.pupil: one.problem for one in collect([tmp_path], COURSE)}
    assert problems["tom"] == problems["kim"] == ""
    left = sorted(pupil for pupil, problem in problems.items() if problem)
    assert left == ["Zoé", "ali", "ines.b", "lou", "max", "noé"]


def test_a_folder_that_cannot_be_read_is_told(tmp_path, monkeypatch):
    put(tmp_path, "tom.ipynb", "lea/1/lea.ipynb", "lea/2/lea.ipynb")
    scandir = os.scandir

    def closed(place):
        if str(place).endswith("2"):
            raise PermissionError
        return scandir(place)

    monkeypatch.setattr(os, "scandir", closed)
    assert [one.pupil for one in collect([tmp_path], COURSE) if "le droit" in one.problem] == ["lea"]


@pytest.mark.parametrize(
    "name",
    [
        *(".DS_Store", "Thumbs.db", "gradebook.db", "feedback.css", "README", "README.md", "notes.csv", "index.html"),
        *("nbgrader_config.py", "timestamp.txt", f"feedback/tom/{LESSON}.html", ".git/config", "tom.zip"),
        *(f"{LESSON}/tuto/check.py", "tom/sauvegardes/1.ipynb"),
    ],
)
def test_ordinary_things_beside_the_notebooks_are_no_trouble(tmp_path, name):
    put(tmp_path, "tom/carnet.ipynb", name)
    assert [one.problem for one in collect([tmp_path], COURSE)] == [""]


def test_beside_one_pupil_s_lesson_anything_may_lie(tmp_path):
    put(tmp_path, f"{LESSON}.ipynb", "tuto/check.py", "essai.py")
    assert len(collect([tmp_path], COURSE)) == 1


def test_folders_in_folders_without_end_stop_nobody(tmp_path):
    deep = tmp_path.joinpath(*"k" * 200)
    deep.mkdir(parents=True)
    (tmp_path / "tom.ipynb").touch()
    usual = sys.getrecursionlimit()
    try:
        sys.setrecursionlimit(len(inspect.stack()) + 100)
        found = notebooks_in(tmp_path)
    finally:
        sys.setrecursionlimit(usual)
    assert found == [tmp_path / "tom.ipynb"]
