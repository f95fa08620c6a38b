"""Every cheat and every broken notebook through our own pipeline, in one class, as a teacher receives them."""

import json

import pytest

from autograder.batch import grade_all
from autograder.collect import Handed, collect
from autograder.feedback import write_class_summary, write_pupil_page
from autograder.report import Failure, Report
from course_config import COURSE
from tests.bridges.broken import BROKEN, DAMAGED, edited
from tests.bridges.cheat import LESSON, marked
from tests.bridges.cheats import CHEATS, hand_in, notebook_of
from tests.bridges.leaks import dangers_in, leaks_in
from tests.feedback.reading import read
from tests.sample_class import fill

NAMES = [cheat.name for cheat in CHEATS]


@pytest.fixture(scope="module")
def submitted(tmp_path_factory):
    """One class of cheats, and of accidents."""
    folder = tmp_path_factory.mktemp("submitted")
    for cheat in CHEATS:
        hand_in(cheat, folder)
    for name, raw in (BROKEN | DAMAGED).items():
        path = folder / f"accident_{name}" / LESSON / f"{LESSON}.ipynb"
        path.parent.mkdir(parents=True)
        path.write_bytes(raw)
    return folder


@pytest.fixture(scope="module")
def results(grader, submitted):
    marked()
    graded = grade_all(grader, collect([submitted], COURSE))
    return {result.pupil: result for result in graded}


@pytest.fixture(scope="module")
def pages(results, tmp_path_factory):
    folder = tmp_path_factory.mktemp("retour")
    return {name: read(write_pupil_page(results[name], COURSE, folder)) for name in NAMES}


def test_nobody_is_lost(results):
    assert len(results) == len(CHEATS) + len(BROKEN) + len(DAMAGED)
    assert {name for name, result in results.items() if isinstance(result, Failure)} == {
        f"accident_{name}" for name in BROKEN
    }


@pytest.mark.parametrize("cheat", CHEATS, ids=NAMES)
def test_exactly_the_deserved_points(results, cheat):
    report = results[cheat.name]
    assert {verdict.name for verdict in report.verdicts if verdict.passed} == cheat.deserved
    points = {item.name: item.points for item in report.lesson.items}
    assert report.points == sum(points[name] for name in cheat.deserved)
    assert report.max_points == sum(points.values())


@pytest.mark.parametrize("name", NAMES)
def test_a_cheat_is_never_our_fault(results, name):
    """Nor is it told as one: each gets a sentence of the usual kind."""
    assert not [verdict.message for verdict in results[name].verdicts if verdict.outcome == "grader_error"]
    assert all(verdict.message for verdict in results[name].verdicts)


def test_nothing_ran_beside_the_sandbox(results, pages):
    assert marked() == ""


@pytest.mark.parametrize("cheat", CHEATS, ids=NAMES)
def test_the_page_tells_nothing_of_ours_and_runs_nothing(pages, cheat):
    page = pages[cheat.name]
    assert leaks_in(page.text, json.loads(notebook_of(cheat))) == set()
    assert dangers_in(page) == set()


def test_the_class_page_runs_nothing(results, tmp_path):
    reports = [result for result in results.values() if isinstance(result, Report)]
    failures = [result for result in results.values() if isinstance(result, Failure)]
    page, _ = write_class_summary(reports, failures, COURSE, tmp_path)
    assert dangers_in(read(page)) == set()


def test_a_leak_would_be_seen(grader, tmp_path):
    """The check itself: a page that shows our solutions to somebody who wrote something else."""
    path = tmp_path / "carnet.ipynb"
    path.write_bytes(edited(lambda notebook: None))
    (report,) = grade_all(grader, [Handed(path, "lea", LESSON)])
    page = read(write_pupil_page(report, COURSE, tmp_path))
    empty = fill({"cells": [{"source": "", "metadata": {}}]}, {})
    assert len(leaks_in(page.text, empty)) > 5


def test_every_cheat_has_its_own_name():
    assert len({cheat.name for cheat in CHEATS}) == len(CHEATS) >= 25
