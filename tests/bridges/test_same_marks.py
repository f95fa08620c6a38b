"""Two pupils through every way of grading; `python tests/bridges/same_marks.py` does it for the whole sample class."""

import pytest

from tests.bridges.cycle import preloaded
from tests.bridges.same_marks import NAMES, differences, marks_of_everybody, table
from tests.sample_class import BROKEN

MISSED_BY_HUGO = {"entourer", "paires", "compter_paires"}


@pytest.mark.slow
@pytest.mark.filterwarnings("ignore:Traits should be given:DeprecationWarning")  # ipylab, which otter imports
def test_every_way_of_grading_gives_the_same_marks(tmp_path):
    found = marks_of_everybody(tmp_path, ("hugo", BROKEN), preloaded())
    assert differences(found) == {}, table(found)
    for marks in found.values():
        assert {name for name in NAMES if marks["hugo", name] == 0} == MISSED_BY_HUGO
        assert {marks[BROKEN, name] for name in NAMES} == {None}


def test_a_difference_is_seen_and_said():
    ours = dict.fromkeys((("lea", name) for name in NAMES), 1)
    found = {"tuto grade": ours, "otter run": ours | {("lea", "quiz_1"): None}}
    assert differences(found) == {("lea", "quiz_1"): {"tuto grade": 1, "otter run": None}}
    assert "≠ lea, quiz_1" in table(found)
