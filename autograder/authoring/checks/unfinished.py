"""What a skeleton still holds: every line marked « À ÉCRIRE », wherever it is."""

from collections.abc import Iterator

from autograder.authoring import phrases
from autograder.authoring.problem import Problem
from autograder.exercise import Course
from autograder.notebook import Unreadable, parse_notebook

FILES = ("exercises/**/*.py", "exercises/badges/*.svg", "source/*/*.ipynb", "tests/submissions/*/*.py")


def problems(course: Course) -> Iterator[Problem]:
    """One problem a line, in the files that make the course and its tests."""
    for pattern in FILES:
        for path in sorted(course.root.glob(pattern)):
            file = path.relative_to(course.root).as_posix()
            for place, what in left_in_file(file, path.read_text("utf-8", "replace")):
                yield Problem(place, phrases.LEFT.format(what=what))


def left_in_file(file: str, text: str) -> Iterator[tuple[str, str]]:
    """(place, what to write) for each line."""
    if phrases.UNFINISHED not in text:
        return
    if not file.endswith(".ipynb"):
        yield from left_in_text(file + ":{line}", text)
        return
    try:
        cells = parse_notebook(text.encode()).cells
    except Unreadable:
        return  # said elsewhere
    for number, cell in enumerate(cells, 1):
        named = f" (« {cell.grade_id} »)" if cell.grade_id else ""
        yield from left_in_text(f"{file}, cellule {number}{named}, ligne {{line}}", cell.source)


def left_in_text(place: str, text: str) -> Iterator[tuple[str, str]]:
    for line, words in enumerate(text.splitlines(), 1):
        for asked in words.split(phrases.UNFINISHED)[1:]:
            yield place.format(line=line), what_in(asked)


def what_in(asked: str) -> str:
    """What is asked for after the mark, without the code around it.

    >>> what_in(' : un exemple fait à la main.", "le mot"),')
    'un exemple fait à la main.'
    """
    words = asked.split('"')[0].strip().removeprefix(":").removesuffix("-->").strip() or "cette ligne"
    return words if words.endswith((".", "!", "?", ")")) else f"{words}."
