"""Answers of pupils, right or not yet, that try the grading of an exercise: tests/grading/test_submissions.py."""

from collections.abc import Iterator

from autograder.authoring import phrases
from autograder.authoring.draft import Draft
from autograder.authoring.problem import Problem
from autograder.exercise import Exercise

FOLDER = "tests/submissions"
RIGHT, OTHERS = "passed", ("wrong", "raised", "timed_out", "not_attempted", "grader_error")
FEWEST = 2  # of each


def enough(draft: Draft, exercise: Exercise) -> Iterator[Problem]:
    """A copy of the course without its tests is asked nothing."""
    if not (draft.course.root / FOLDER).is_dir():
        return
    place = f"{FOLDER}/{exercise.name}/"
    names = sorted(path.name for path in (draft.course.root / place).glob("*.py"))
    right, others = (sum(name.startswith(start) for name in names) for start in (RIGHT, OTHERS))
    for name in names:
        if not name.startswith((RIGHT, *OTHERS)):
            yield Problem(place + name, phrases.STORY_NAME)
    if min(right, others) < FEWEST:
        says = phrases.FEW_STORIES.format(fewest=FEWEST, right=right, others=others)
        yield Problem(f"{place}, exercice « {exercise.name} »", says)
