"""`tuto new LESSON NAME`: everything a new exercise needs, planned whole before anything is written."""

from collections.abc import Mapping
from dataclasses import dataclass

from autograder.authoring import phrases, skeleton
from autograder.authoring.cells import exercise_cells
from autograder.authoring.names import bound_in, objection
from autograder.authoring.notebook_wiring import (
    as_text,
    insert,
    next_numbered,
    number_at,
    place_for,
    read_json,
    source_of,
)
from autograder.authoring.open_notebooks import is_open
from autograder.authoring.places import Definition, find_definitions
from autograder.authoring.wiring import add_exercise
from autograder.authoring.writing import CannotMake
from autograder.exercise import Course, Lesson


@dataclass(frozen=True, kw_only=True)
class Wish:
    """What was asked for. after: an exercise of the lesson, "" for the last one."""

    name: str
    title: str = ""
    points: int = 2
    bonus: bool = False
    after: str = ""


@dataclass(frozen=True)
class Plan:
    """Files by their path from the course's folder, the lesson they are of, and remarks for the author.

    begins   the lesson itself is new
    """

    lesson: str
    files: Mapping[str, str]
    remarks: tuple[str, ...] = ()
    begins: bool = False


def plan_exercise(course: Course, lesson: Lesson, wish: Wish, command: str) -> Plan:
    """Raises CannotMake, with a sentence, when something is in the way."""
    package = package_of(course, lesson, command)
    refuse(course, lesson, wish, package)
    after = wish.after or (lesson.exercises[-1].name if lesson.exercises else "")
    notebook_file = f"source/{lesson.name}/{lesson.name}.ipynb"
    notebook = read_json(course.root / notebook_file, notebook_file)
    refuse_bound(notebook["cells"], wish.name)
    if is_open(course.root / notebook_file):
        raise CannotMake(phrases.OPEN_NOTEBOOK.format(file=notebook_file))
    place = place_for(notebook["cells"], after, lesson.questions[0].name if lesson.questions else "")
    number = number_at(notebook["cells"], place, lesson.name) + (" ★ " if wish.bonus else " ")
    title = wish.title or f"{phrases.UNFINISHED} : le titre"
    new = exercise_cells(lesson.name, wish.name, number, title, wish.points)
    cells = insert(notebook["cells"], place, free_ids(notebook["cells"], new))
    init = f"{package}/__init__.py"
    files = {
        f"{package}/{wish.name}.py": module(wish, number, title),
        init: add_exercise((course.root / init).read_text("utf-8"), init, lesson.name, wish.name, after),
        notebook_file: as_text(notebook | {"cells": cells}),
        **submissions(wish.name),
    }
    following = next_numbered(notebook["cells"], place)
    return Plan(lesson.name, files, (phrases.RENUMBER.format(heading=following),) if following else ())


def submissions(name: str) -> dict[str, str]:
    folder = f"tests/submissions/{name}"
    return {f"{folder}/{file}": text.substitute(name=name) for file, text in skeleton.SUBMISSIONS.items()}


def module(wish: Wish, number: str, title: str) -> str:
    bonus = "    bonus=True,\n" if wish.bonus else ""
    return skeleton.MODULE.substitute(name=wish.name, number=number, title=title, points=wish.points, bonus=bonus)


def package_of(course: Course, lesson: Lesson, command: str) -> str:
    """« exercises/deviner_la_suite », for a lesson that is written."""
    if not lesson.items:
        raise CannotMake(phrases.ONLY_ANNOUNCED.format(lesson=lesson.name, command=command))
    found: Definition | None = find_definitions(course.root).get(lesson.name)
    if found is None or not found.file.endswith("/__init__.py"):
        raise CannotMake(phrases.NO_PACKAGE.format(lesson=lesson.name))
    return found.file.removesuffix("/__init__.py")


def refuse(course: Course, lesson: Lesson, wish: Wish, package: str) -> None:
    """A name that cannot be, or is already somebody's; an exercise to follow that is not there."""
    if said := objection(wish.name):
        raise CannotMake(said)
    for other in course.lessons:
        if wish.name in {item.name for item in (*other.items, *other.free_texts)}:
            raise CannotMake(phrases.ALREADY_ITEM.format(name=wish.name, lesson=other.name))
    refuse_title(wish.title)
    for place in (f"{package}/{wish.name}.py", f"{package}/{wish.name}", f"tests/submissions/{wish.name}"):
        if (course.root / place).exists():
            raise CannotMake(phrases.ALREADY_FILE.format(place=place))
    names = [exercise.name for exercise in lesson.exercises]
    if wish.after and wish.after not in names:
        said = phrases.NOT_IN_LESSON.format(name=wish.after, lesson=lesson.name, names=", ".join(names) or "aucun")
        raise CannotMake(said)


def refuse_title(title: str) -> None:
    """It is written between quotes in the code."""
    if set(title) & {'"', "\\"} or not title.isprintable():
        raise CannotMake(phrases.BAD_TITLE)


def refuse_bound(cells: list, name: str) -> None:
    """A name that another cell already uses, the kit's names included."""
    for number, cell in enumerate(cells, 1):
        if cell.get("cell_type") == "code" and name in bound_in(source_of(cell)):
            raise CannotMake(phrases.ALREADY_BOUND.format(name=name, number=number))


def free_ids(cells: list, new: list) -> list:
    """The new cells, with identifiers that no other cell of the notebook has."""
    taken = {cell.get("id") for cell in cells}

    def free(wanted: str) -> str:
        tries = (wanted, *(f"{wanted[:60]}-{number}" for number in range(2, len(taken) + 3)))
        return next(each for each in tries if each not in taken)

    return [cell | {"id": free(cell["id"])} for cell in new]
