"""The notebook and the exercises fit each other: labels, kinds, nbgrader's metadata, order, hidden tests."""

import re
from collections.abc import Iterator

from autograder.authoring import phrases
from autograder.authoring.draft import Draft, SourceCell
from autograder.authoring.problem import Problem
from autograder.exercise import Exercise, FreeText, Item

ANSWER = {"grade": False, "solution": True, "locked": False, "task": False}
TEST = {"grade": True, "solution": False, "locked": True, "task": False}
FREE = {"grade": True, "solution": True, "locked": False, "task": False}
GIVEN = {"grade": False, "solution": False, "locked": True, "task": False}
COMMENCE = re.compile(r"^commence\([\"']([^\"']*)[\"']\)", re.MULTILINE)
SAID = {True: "true", False: "false"}


def labels(draft: Draft) -> Iterator[Problem]:
    every = [cell.label for cell in draft.cells if cell.label]
    for label in sorted({label for label in every if every.count(label) > 1}):
        numbers = ", ".join(str(cell.number) for cell in draft.cells if cell.label == label)
        yield Problem(draft.in_notebook(), phrases.LABEL_TWICE.format(label=label, numbers=numbers))


def absent(draft: Draft) -> Iterator[Problem]:
    for item in draft.lesson.items:
        if not draft.cell(item.name):
            yield Problem(draft.in_notebook(), phrases.NO_ANSWER_CELL.format(name=item.name))
        if not draft.cell(f"test_{item.name}"):
            yield Problem(draft.in_notebook(), phrases.NO_TEST_CELL.format(name=item.name))
    for free in draft.lesson.free_texts:
        if not draft.cell(free.name):
            yield Problem(draft.in_notebook(), phrases.NO_FREE_CELL.format(name=free.name))


def unknown(draft: Draft) -> Iterator[Problem]:
    known = {item.name for item in draft.answers}
    for cell in draft.cells:
        if cell.label.startswith("test_") and cell.label.removeprefix("test_") not in known:
            yield Problem(draft.in_notebook(cell), phrases.UNKNOWN_TEST)
        elif cell.has("solution") and cell.label not in known:
            yield Problem(draft.in_notebook(cell), phrases.UNKNOWN_ANSWER)


def expected(draft: Draft) -> Iterator[tuple[SourceCell, str, dict[str, bool]]]:
    """(cell, its kind, its flags) for every labelled cell whose part is known."""
    free = {item.name for item in draft.lesson.free_texts}
    items = {item.name for item in draft.lesson.items}
    for cell in draft.cells:
        if cell.label in free:
            yield cell, "markdown", FREE
        elif cell.label in items:
            yield cell, "code", ANSWER
        elif cell.label.removeprefix("test_") in items:
            yield cell, "code", TEST
        elif cell.label and not cell.label.startswith("test_") and not cell.has("solution"):
            yield cell, cell.kind, GIVEN


def kinds(draft: Draft) -> Iterator[Problem]:
    names = {"code": "du code", "markdown": "du texte (Markdown)"}
    for cell, kind, _ in expected(draft):
        if cell.kind != kind:
            yield Problem(draft.in_notebook(cell), phrases.WRONG_KIND.format(wanted=names[kind]))


def flags(draft: Draft) -> Iterator[Problem]:
    for cell, _, wanted in expected(draft):
        for flag, value in wanted.items():
            if cell.has(flag) is not value:
                yield Problem(draft.in_notebook(cell), phrases.WRONG_FLAG.format(flag=flag, wanted=SAID[value]))


def points(draft: Draft) -> Iterator[Problem]:
    """`tuto build` stamps those of the exercises; a notebook that says otherwise would mislead its reader."""
    for item in draft.answers:
        cell = draft.cell(item.name if isinstance(item, FreeText) else f"test_{item.name}")
        there = cell.nbgrader.get("points") if cell else None
        if cell and there != item.points:
            shown = "aucun point" if there is None else f"{there} point" + "s" * (there != 1)
            says = phrases.WRONG_POINTS.format(there=shown, here=item.points)
            yield Problem(draft.in_notebook(cell), says)


def order(draft: Draft) -> Iterator[Problem]:
    wanted = [item.name for item in draft.answers]
    there = [cell.label for cell in draft.cells if cell.label in wanted]
    if sorted(there) == sorted(wanted) and there != wanted:
        says = phrases.WRONG_ORDER.format(there=", ".join(there), here=", ".join(wanted))
        yield Problem(draft.in_notebook(), says)
    for item in draft.lesson.items:
        answer, test = draft.cell(item.name), draft.cell(f"test_{item.name}")
        if answer and test and test.number < answer.number:
            yield Problem(draft.in_notebook(test), phrases.TEST_TOO_EARLY.format(name=item.name))


def tests(draft: Draft) -> Iterator[Problem]:
    """The commonest slip of a copied cell: it still tests the exercise it was copied from."""
    for item in draft.lesson.items:
        cell = draft.cell(f"test_{item.name}")
        if cell is None:
            continue
        shown, _, hidden = cell.source.partition("### BEGIN HIDDEN TESTS")
        argument = argument_of(item)
        if f"verifie({argument})" not in shown:
            yield Problem(draft.in_notebook(cell), phrases.NO_VERIFIE.format(argument=argument))
        call = f'verify("{draft.lesson.name}", "{item.name}", {item.name})'
        if call not in hidden.partition("### END HIDDEN TESTS")[0] or "### END HIDDEN TESTS" not in hidden:
            yield Problem(draft.in_notebook(cell), phrases.NO_HIDDEN_TEST.format(call=call))


def argument_of(item: Item) -> str:
    """What `verifie` is given: the function, or the name of a question."""
    return item.name if isinstance(item, Exercise) else f'"{item.name}"'


def stamp(draft: Draft) -> Iterator[Problem]:
    """A lesson begun as a copy of another would write its progress in the other's."""
    for cell in draft.cells:
        found = COMMENCE.search(cell.source) if cell.kind == "code" else None
        if found and found[1] != draft.lesson.name:
            says = phrases.WRONG_STAMP.format(there=found[1], here=draft.lesson.name)
            yield Problem(draft.in_notebook(cell), says)
