"""What `tuto new` was asked: an exercise in a lesson, or a lesson; and what is said at the end."""

import argparse
from collections.abc import Iterator, Mapping

from autograder.authoring import phrases
from autograder.authoring.checks import shapes
from autograder.authoring.checks.unfinished import left_in_file
from autograder.authoring.new_exercise import Plan, Wish, plan_exercise
from autograder.authoring.new_lesson import plan_lesson
from autograder.authoring.places import find_definitions
from autograder.authoring.problem import Problem
from autograder.authoring.writing import CannotMake
from autograder.exercise import Course
from autograder.typography import french


def planned(course: Course, options: argparse.Namespace, command: str) -> tuple[Plan, tuple[str, ...]]:
    """(what to write, what to say of it first). Raises CannotMake."""
    for problem in shapes.problems(course, find_definitions(course.root)):
        raise CannotMake(str(problem))  # nothing can be added to a course that is not one
    lesson = course.find(options.lesson)
    if not options.name:
        plan = plan_lesson(course, lesson.name if lesson else options.lesson, options.titre, command)
        made = phrases.MADE_LESSON.format(lesson=plan.lesson)
    elif lesson is None:
        raise CannotMake(unknown_lesson(course, options.lesson))
    else:
        fields = {"title": options.titre, "points": options.points, "bonus": options.bonus, "after": options.after}
        plan = plan_exercise(course, lesson, Wish(name=options.name, **fields), command)
        made = phrases.MADE.format(name=options.name, lesson=plan.lesson)
    return plan, (french(made), *(f"  {file}" for file in plan.files))


def unknown_lesson(course: Course, word: str) -> str:
    names = [", ".join(each.name for each in course.lessons if bool(each.items) is known) for known in (True, False)]
    announced = phrases.ANNOUNCED.format(names=names[1]) if names[1] else ""
    return phrases.UNKNOWN_LESSON.format(lesson=word, written=names[0], announced=announced).strip()


def left_in(files: Mapping[str, str]) -> Iterator[str]:
    """Every line to write, with its place."""
    left = [Problem(place, what) for file, text in files.items() for place, what in left_in_file(file, text)]
    yield french(phrases.TO_WRITE.format(count=len(left)))
    yield from (f"  {line}" for line in left)


def then(plan: Plan, command: str) -> str:
    """What comes after the writing."""
    sentence = phrases.THEN_LESSON if plan.begins else phrases.THEN
    return french(sentence.format(command=command, lesson=plan.lesson))
