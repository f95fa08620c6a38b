"""The example shown to a pupil: short enough to read, and precise enough to see the difference."""

import inspect
import re

import pytest

from autograder.answer import Answer, Raised
from autograder.show import counterexample, show_call
from course_config import COURSE

EXERCISES = {exercise.name: (lesson, exercise) for lesson in COURSE.lessons for exercise in lesson.exercises}
RMSNORM, MINI_GPT = EXERCISES["rmsnorm"][1], EXERCISES["mini_gpt"][1]


def test_the_tables_of_a_model_go_by_their_name():
    brain, _ = MINI_GPT.edges[0]
    assert show_call(MINI_GPT, (brain, [0])) == "mini_gpt(P, [0])"


@pytest.mark.parametrize("name", EXERCISES)
def test_what_goes_by_a_name_goes_by_the_pupils(name, grader):
    lesson, exercise = EXERCISES[name]
    space = {}
    exec(grader.master_of(lesson).solutions[name], space)
    pupils = list(inspect.signature(space[name]).parameters)
    for args in exercise.edges:
        shown = re.fullmatch(rf"{name}\((.*)\)", show_call(exercise, args))[1]
        assert len(shown) < 600
        for parameter in inspect.signature(exercise.reference).parameters:
            assert parameter in pupils or parameter not in shown.split(", ")


@pytest.mark.parametrize(
    ("got", "expected", "shown"),
    [
        ([0.5], [0.25], ("[0.5]", "[0.25]")),
        ([0.84852814], [0.84852780], ("[0.84852814]", "[0.8485278]")),
        ([0.848526], [0.848528], ("[0.848526]", "[0.848528]")),
    ],
)
def test_no_more_digits_than_it_takes_to_see_the_difference(got, expected, shown):
    example = counterexample(RMSNORM, ([3, 4],), Answer(got), Answer(expected))
    assert (example.got, example.expected) == shown


def test_a_difference_left_on_the_input_alone_needs_no_digits():
    example = counterexample(RMSNORM, ([3],), Answer([1 / 3], args_after=([1 / 3],)), Answer([1 / 3]))
    assert (example.got, example.expected) == ("[0.3333], et l'entrée devient [0.3333]", "[0.3333]")


def test_an_error_is_told_in_french_typography():
    example = counterexample(RMSNORM, ([0],), Answer(raised=Raised("ZeroDivisionError", "", 1)), Answer([0.0]))
    assert example.got == "Python s’arrête (ZeroDivisionError)"
