"""Names: given once in the course, fit for a pupil's function, and free in the notebook."""

from collections import defaultdict
from collections.abc import Iterator, Mapping

from autograder.authoring import phrases
from autograder.authoring.draft import Draft, SourceCell
from autograder.authoring.names import bound_in, objection
from autograder.authoring.places import Definition
from autograder.authoring.problem import Problem
from autograder.exercise import Course


def twice(course: Course, definitions: Mapping[str, Definition]) -> Iterator[Problem]:
    """Two things of one name: the second would get the first's answers."""
    homes = defaultdict(list)
    for lesson in course.lessons:
        for item in (*lesson.items, *lesson.free_texts):
            homes[item.name].append(lesson.name)
    for name, lessons in homes.items():
        if len(lessons) > 1:
            place = definitions[name].at() if name in definitions else "exercises/"
            yield Problem(place, phrases.NAME_TWICE.format(name=name, places=", ".join(lessons)))


def taken(draft: Draft) -> Iterator[Problem]:
    """By Python, or by a cell that is not the pupil's."""
    owners: dict[str, SourceCell] = {}
    for cell in draft.cells:
        if cell.kind == "code" and cell.has("locked") and not cell.label.startswith("test_"):
            owners |= dict.fromkeys(bound_in(cell.source), cell)
    for exercise in draft.lesson.exercises:
        if said := objection(exercise.name):
            yield Problem(draft.in_code(exercise, "name"), said)
        elif exercise.name in owners:
            owner = f"la cellule {owners[exercise.name].number} du carnet le définit"
            says = phrases.NAME_TAKEN.format(name=exercise.name, owner=owner)
            yield Problem(draft.in_code(exercise, "name"), says)
