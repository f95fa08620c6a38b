"""Several notebooks under one pupil's name: told apart by their path, never mixed, never left out without a word."""

import os

import pytest

from autograder.collect import collect
from autograder.namesakes import tell_apart
from autograder.report import Failure, Report
from course_config import COURSE

LESSON = "01_deviner_la_suite"


def graded(root, files, lesson=COURSE.lessons[0]):
    """{file: pupil} once told apart, a Failure's marked « – », and the sentences. The first file is the oldest."""
    for age, name in enumerate(files):
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text("{}", encoding="utf-8")
        os.utime(root / name, (1_000 + age, 1_000 + age))
    handed = collect([root], COURSE)
    values = {"lesson": lesson, "verdicts": (), "unlocked": None, "threshold": 0.7}
    reports = [Report(notebook=str(one.path), pupil=one.pupil, **values) for one in handed]
    apart, sentences = tell_apart(reports, COURSE)
    names = {one.notebook: f"– {one.pupil}" if isinstance(one, Failure) else one.pupil for one in apart}
    return {name: names[str(root / name)] for name in files}, sentences


@pytest.mark.parametrize(
    "pupils",
    [
        {f"{LESSON}/lea.ipynb": "lea", f"{LESSON}/tom.ipynb": "tom"},
        {"lea/carnet.ipynb": "lea", "tom/carnet.ipynb": "tom"},
        {"a/lea.ipynb": "a/lea", "b/lea.ipynb": "b/lea", "b/tom.ipynb": "tom"},
        {f"a/lea/{LESSON}/{LESSON}.ipynb": "a/lea", f"b/lea/{LESSON}/x.ipynb": "b/lea"},
        {f"lea/{LESSON}/{LESSON}.ipynb": "lea", f"max/lea/{LESSON}/{LESSON}.ipynb": "max/lea"},
        {f"lea/{LESSON}/{LESSON}.ipynb": "lea", f"lea/{LESSON}/essai.ipynb": "lea/essai"},
        {f"Li_{n}_assignsubmission_file_/x.ipynb": f"Li_{n}_assignsubmission_file_" for n in (1, 2)},
        {f"Li_{n}_assignsubmission_file_x.ipynb": f"Li_{n}_assignsubmission_file_x" for n in (1, 2)},
    ],
    ids=lambda pupils: " ".join(pupils),
)
def test_the_part_of_the_path_that_differs_names_the_pupils(tmp_path, pupils):
    found, (sentence,) = graded(tmp_path / "classe", pupils)
    assert found == pupils
    assert "semblaient être de" in sentence


@pytest.mark.parametrize(
    "pupils",
    [
        {f"lea_{LESSON}.ipynb": "– lea", f"lea_{LESSON} (1).ipynb": "lea"},
        {"Le\u0301o.ipynb": "– L\u00e9o", "L\u00e9o.ipynb": "L\u00e9o"},
        {f"lea/{LESSON}/{LESSON}.ipynb": "lea", f"lea/{LESSON}/{LESSON}-Copy1.ipynb": "– lea"},
    ],
    ids=["twice", "accents", "copy"],
)
def test_of_two_downloads_one_counts_and_the_other_is_a_failure(tmp_path, pupils):
    found, sentences = graded(tmp_path, pupils)
    assert (found, sentences) == (pupils, [])


def test_a_name_that_another_pupil_has_is_not_given(tmp_path):
    files = ("lea.ipynb", "lea/carnet.ipynb", "tom/carnet.ipynb")
    found, _ = graded(tmp_path, files)
    assert found["lea.ipynb"] == "lea" and found["tom/carnet.ipynb"] == "tom"
    assert found["lea/carnet.ipynb"] == str(tmp_path / "lea" / "carnet.ipynb")


def test_a_pupil_may_hand_in_several_lessons(tmp_path):
    files = {f"lea/{lesson.name}/{lesson.name}.ipynb": lesson for lesson in COURSE.lessons[:2]}
    reports = [
        Report(notebook=str(tmp_path / name), pupil="lea", lesson=lesson, verdicts=(), unlocked=None, threshold=0.7)
        for name, lesson in files.items()
    ]
    assert tell_apart(reports, COURSE) == (reports, [])
