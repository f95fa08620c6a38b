"""`tuto new LESSON`: a lesson before its first exercise, in its place in the course."""

import re

from autograder.authoring import phrases, skeleton
from autograder.authoring.cells import lesson_cells
from autograder.authoring.new_exercise import Plan, refuse_title
from autograder.authoring.notebook_wiring import as_text
from autograder.authoring.places import find_definitions
from autograder.authoring.wiring import add_lesson, without_lesson
from autograder.authoring.writing import CannotMake
from autograder.exercise import Course

NAME = re.compile(r"(\d\d)_([a-z][a-z0-9_]*)")
CORE = 5  # lessons; the following ones are bonus levels


def plan_lesson(course: Course, name: str, title: str, command: str) -> Plan:
    """Raises CannotMake, with a sentence, when something is in the way. A lesson that was announced keeps its title."""
    number, package = refuse(course, name, command)
    refuse_title(title)
    known = course.lesson(name)
    title = title or (known.title if known else f"{phrases.UNFINISHED} : le titre de la leçon")
    kind, article = ("Leçon", "la leçon") if number <= CORE else ("Niveau bonus", "le niveau")
    words = {"kind": kind, "number": number, "title": title, "lesson": name, "package": package}
    words |= {"article": article, "slug": package.replace("_", "-")}
    init = "exercises/__init__.py"
    files = {
        f"exercises/{package}/__init__.py": skeleton.LESSON.substitute(words),
        f"exercises/{package}/quiz.py": skeleton.QUIZ.substitute(words),
        f"exercises/badges/{words['slug']}.svg": skeleton.DRAWING.substitute(words),
        f"source/{name}/{name}.ipynb": as_text(notebook(name, kind, title)),
        init: add_lesson((course.root / init).read_text("utf-8"), package, package.upper()),
        **announcements(course, name),
    }
    return Plan(name, files, begins=True)


def notebook(name: str, kind: str, title: str) -> dict:
    return {
        "cells": lesson_cells(name, kind, title),
        "metadata": {
            "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
            "language_info": {"name": "python"},
            "tuto": {"lesson": name},
        },
        "nbformat": 4,
        "nbformat_minor": 5,
    }


def refuse(course: Course, name: str, command: str) -> tuple[int, str]:
    """(number, package), when nothing is in the way."""
    named = NAME.fullmatch(name)
    if not named:
        raise CannotMake(phrases.LESSON_NAME.format(name=name, written=written(course)))
    known = course.lesson(name)
    if known and known.items:
        raise CannotMake(phrases.ALREADY_WRITTEN.format(lesson=name, command=command))
    number, package = int(named[1]), named[2]
    numbers = {int(lesson.name[:2]): lesson.name for lesson in course.lessons if lesson.name[:2].isdigit()}
    if not known and number in numbers:
        free = max(numbers) + 1
        raise CannotMake(phrases.NUMBER_TAKEN.format(number=number, lesson=numbers[number], free=free))
    places = (f"exercises/{package}", f"exercises/{package}.py", f"source/{name}")
    for place in (*places, f"exercises/badges/{package.replace('_', '-')}.svg"):
        if (course.root / place).exists():
            raise CannotMake(phrases.PACKAGE_TAKEN.format(package=package, place=place))
    return number, package


def written(course: Course) -> str:
    return ", ".join(lesson.name for lesson in course.lessons if lesson.items)


def announcements(course: Course, name: str) -> dict[str, str]:
    """The file that announces this lesson, without it."""
    found = find_definitions(course.root).get(name)
    if found is None:
        return {}
    return {found.file: without_lesson((course.root / found.file).read_text("utf-8"), name)}
