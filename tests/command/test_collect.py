"""From what a teacher has in a folder to whose notebook it is."""

import pytest

from autograder.collect import NothingFound, collect, handed
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
        ("Léa MARTIN_12_assignsubmission_file_/carnet.ipynb", "Léa MARTIN", ""),
        (f"Léa MARTIN_12_assignsubmission_file_/{LESSON}/{LESSON}.ipynb", "Léa MARTIN", LESSON),
        ("Léa MARTIN_12_assignsubmission_file_carnet.ipynb", "Léa MARTIN", ""),
        ("rendus/Le\u0301o.ipynb", "L\u00e9o", ""),
        (f"submitted/Le\u0301o/{LESSON}/{LESSON}.ipynb", "L\u00e9o", LESSON),
    ],
)
def test_the_path_tells_the_pupil_and_the_lesson(tmp_path, path, pupil, lesson):
    found = handed(tmp_path / path, COURSE)
    assert (found.pupil, found.lesson) == (pupil, lesson)


def test_the_lesson_asked_for_wins(tmp_path):
    assert handed(tmp_path / "lea.ipynb", COURSE, LESSON).lesson == LESSON


def test_a_folder_is_searched_and_each_notebook_taken_once(tmp_path):
    for name in ("b.ipynb", "a.IPYNB", "sub/c.ipynb", ".ipynb_checkpoints/a-checkpoint.ipynb", "sauvegardes/old.ipynb"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("{}")
    found = collect([tmp_path, tmp_path / "b.ipynb"], COURSE)
    assert sorted(one.path.name for one in found) == ["a.IPYNB", "b.ipynb", "c.ipynb"]


def test_an_empty_folder_is_said(tmp_path):
    with pytest.raises(NothingFound, match="aucun carnet"):
        collect([tmp_path], COURSE)
