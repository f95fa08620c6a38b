"""Every exercise proves itself: adding one to a lesson adds all of these tests."""

from itertools import combinations

import pytest

from autograder.cases import cases_for, observe
from autograder.compare import same
from autograder.exercise import Outcome
from autograder.judge import judge
from autograder.typography import french
from course_config import COURSE

EXERCISES = [exercise for lesson in COURSE.lessons for exercise in lesson.exercises]
WRONG_IDEAS = [(exercise, idea) for exercise in EXERCISES for idea in exercise.misconceptions]
SEEDS = (1, 2, 3)


def name_of(value):
    return value.name


def answers(function, cases):
    return [observe(function, case.args) for case in cases]


@pytest.mark.parametrize("exercise", EXERCISES, ids=name_of)
@pytest.mark.parametrize("seed", SEEDS)
def test_the_reference_passes(exercise, seed):
    cases = cases_for(exercise, seed)
    assert judge(exercise, cases, answers(exercise.reference, cases)).outcome is Outcome.PASSED


@pytest.mark.parametrize("exercise", EXERCISES, ids=name_of)
def test_the_reference_has_the_properties(exercise):
    cases = cases_for(exercise, seed=5)
    for prop in exercise.properties:
        if prop.on:
            assert prop.holds(*(observe(exercise.reference, args).value for args in prop.on)), prop.name
        else:
            assert all(prop.holds(case.args, case.expected.value) for case in cases), prop.name


@pytest.mark.parametrize(("exercise", "idea"), WRONG_IDEAS, ids=name_of)
@pytest.mark.parametrize("seed", SEEDS)
def test_a_wrong_idea_is_caught_and_gets_its_own_hint(exercise, idea, seed):
    cases = cases_for(exercise, seed)
    finding = judge(exercise, cases, answers(idea.wrong, cases))
    assert finding.outcome in (Outcome.WRONG, Outcome.RAISED)
    assert (finding.misconception, finding.message) == (idea.name, idea.hint)


@pytest.mark.parametrize("exercise", EXERCISES, ids=name_of)
def test_the_edges_alone_tell_every_two_ideas_apart(exercise):
    """A mutation test of the inputs: the reference and the wrong ideas differ somewhere on the edges."""
    ideas = {"reference": exercise.reference} | {idea.name: idea.wrong for idea in exercise.misconceptions}
    seen = {name: [observe(function, args) for args in exercise.edges] for name, function in ideas.items()}
    alike = [
        (one, other)
        for one, other in combinations(seen, 2)
        if all(same(a, b) for a, b in zip(seen[one], seen[other], strict=True))
    ]
    assert not alike


@pytest.mark.parametrize("exercise", EXERCISES, ids=name_of)
def test_random_inputs_change_from_pupil_to_pupil(exercise):
    assert cases_for(exercise, seed=1) != cases_for(exercise, seed=2)
    assert repr(cases_for(exercise, seed=1)) == repr(cases_for(exercise, seed=1))


@pytest.mark.parametrize("exercise", EXERCISES, ids=name_of)
def test_an_answer_copied_by_hand_does_not_pass(exercise):
    """A table of the right answers for one pupil's inputs is refused with another's."""
    known = [(case.args, case.expected.value) for case in cases_for(exercise, seed=1)]

    def copied(*args):
        return next((value for inputs, value in known if repr(inputs) == repr(args)), known[0][1])

    cases = cases_for(exercise, seed=2)
    assert judge(exercise, cases, answers(copied, cases)).outcome is Outcome.WRONG


@pytest.mark.parametrize("exercise", EXERCISES, ids=name_of)
def test_every_sentence_is_there_and_ends_well(exercise):
    said = [exercise.title, exercise.built, *exercise.hints]
    said += [sentence for idea in exercise.misconceptions for sentence in (idea.hint, idea.group, idea.say)]
    said += [prop.says for prop in exercise.properties]
    assert len(exercise.hints) == 3
    assert all(sentence.strip() for sentence in said)
    full = [exercise.built, *exercise.hints, *(idea.hint for idea in exercise.misconceptions)]
    assert [sentence for sentence in full if not sentence.endswith((".", "!", "?", "`"))] == []


@pytest.mark.parametrize("exercise", EXERCISES, ids=name_of)
def test_a_pupil_never_reads_that_it_is_false(exercise):
    said = [*exercise.hints, *(idea.hint for idea in exercise.misconceptions), *(p.says for p in exercise.properties)]
    harsh = ("faux", "fausse", "erreur fatale", "échec", "nul ")
    assert [sentence for sentence in said if any(word in french(sentence).lower() for word in harsh)] == []


def test_names_are_unique():
    names = [item.name for lesson in COURSE.lessons for item in (*lesson.items, *lesson.free_texts)]
    assert len(names) == len(set(names))
    for exercise in EXERCISES:
        ideas = [idea.name for idea in exercise.misconceptions]
        assert len(ideas) == len(set(ideas))


def badges():
    """Those of the exercises and questions, and the lessons' own."""
    found = [badge for lesson in COURSE.lessons for badge in (*(item.badge for item in lesson.items), lesson.badge)]
    return [badge for badge in found if badge]


def test_every_badge_is_drawn_and_every_drawing_is_a_badge():
    assert {path.stem for path in COURSE.badges.glob("*.svg")} == {badge.slug for badge in badges()}


def test_no_two_badges_are_alike():
    for field in ("slug", "title", "proves", "to_earn"):
        said = [getattr(badge, field) for badge in badges()]
        assert len(said) == len(set(said)), field


def test_a_badge_says_what_its_owner_can_do():
    assert [badge.slug for badge in badges() if not badge.proves.startswith("Je sais ")] == []
    assert [badge.slug for badge in badges() if not badge.to_earn.endswith(".")] == []


@pytest.mark.parametrize("lesson", COURSE.lessons, ids=name_of)
def test_a_written_lesson_has_its_badge_and_an_announced_one_has_none(lesson):
    assert (lesson.badge is not None) == bool(lesson.items)
    if lesson.badge:
        assert f" {int(lesson.name[:2])}" in lesson.badge.to_earn  # it says which lesson to finish
