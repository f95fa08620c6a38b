"""What `tuto build` asks of a course before it hands anything to a pupil. One check a function, listed here.

A check takes a lesson's draft (and one exercise) and gives a Problem for each thing to mend. What cannot be judged
yet is not: an exercise whose inputs are not right is asked nothing about its wrong ideas.
"""

from collections.abc import Callable, Iterator, Mapping

from autograder.authoring.checks import (
    badges,
    cells,
    holes,
    ideas,
    inputs,
    names,
    quiz,
    sentences,
    shapes,
    solutions,
    stories,
    unfinished,
)
from autograder.authoring.draft import Draft, read_draft
from autograder.authoring.places import Definition, find_definitions
from autograder.authoring.problem import Problem
from autograder.exercise import Course, Exercise, Lesson
from autograder.notebook import Unreadable

OF_A_LESSON: tuple[Callable[[Draft], Iterator[Problem]], ...] = (
    cells.labels,
    cells.absent,
    cells.unknown,
    cells.kinds,
    cells.flags,
    cells.points,
    cells.order,
    cells.tests,
    cells.stamp,
    holes.markers,
    holes.elsewhere,
    holes.answers,
    names.taken,
    badges.drawn,
    badges.said,
    quiz.choices,
    quiz.reasons,
    quiz.asked,
)
OF_AN_EXERCISE: tuple[Callable[[Draft, Exercise], Iterator[Problem]], ...] = (
    sentences.hints,
    sentences.present,
    sentences.endings,
    sentences.kind_words,
    holes.given_away,
    stories.enough,
)
OF_INPUTS = (inputs.edges, inputs.draw, inputs.reference)
OF_IDEAS = (ideas.properties, ideas.names, ideas.signatures, ideas.running, ideas.alike)


def problems_in(course: Course) -> Iterator[Problem]:
    """Everything to mend in the course. Quick: the solutions alone run in the sandbox."""
    definitions = find_definitions(course.root)
    badly_made = tuple(shapes.problems(course, definitions))
    yield from badly_made
    if badly_made:
        return
    yield from unfinished.problems(course)
    yield from names.twice(course, definitions)
    yield from badges.twice(course, definitions)
    sound = []
    for lesson in course.lessons:
        if lesson.items:
            found = tuple(problems_of_lesson(course, lesson, definitions))
            yield from found
            sound += [] if found else [lesson]
    yield from solutions.problems(course, sound, definitions)


def problems_of_lesson(course: Course, lesson: Lesson, definitions: Mapping[str, Definition]) -> Iterator[Problem]:
    try:
        draft = read_draft(course, lesson, definitions)
    except Unreadable as reason:
        yield Problem(f"source/{lesson.name}/{lesson.name}.ipynb", str(reason))
        return
    yield from problems_of(draft)


def problems_of(draft: Draft) -> Iterator[Problem]:
    """What can be said of one lesson without running any solution."""
    yield from problems_of_the_whole(draft)
    for exercise in draft.lesson.exercises:
        yield from problems_of_one(draft, exercise)


def problems_of_the_whole(draft: Draft) -> Iterator[Problem]:
    for check in OF_A_LESSON:
        yield from check(draft)


def problems_of_one(draft: Draft, exercise: Exercise) -> Iterator[Problem]:
    for check in OF_AN_EXERCISE:
        yield from check(draft, exercise)
    not_right = [problem for check in OF_INPUTS for problem in check(draft, exercise)]
    yield from not_right
    for check in OF_IDEAS if not not_right else ():
        yield from check(draft, exercise)
