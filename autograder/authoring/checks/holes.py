"""Hole markers: written as they must be, where they must be, over a solution, with something to fill."""

import re
from collections.abc import Iterator

from autograder.authoring import phrases
from autograder.authoring.draft import Draft, SourceCell
from autograder.authoring.problem import Problem
from autograder.exercise import Exercise
from autograder.holes import MARKER, blanks_left, punch, solve

NEARLY = re.compile(r"#+\s*trous?\b\s*:?", re.IGNORECASE)
SHORTEST = 6  # signs of a solution's line that a hint could give away


def marked(cell: SourceCell) -> Iterator[tuple[int, str, str]]:
    """(line, what stands before the marker, what stands after) for each marker."""
    for line, text in enumerate(cell.source.splitlines(), 1):
        if MARKER in text:
            solution, _, blank = text.partition(MARKER)
            yield line, solution.strip(), blank.strip()


def answer_cells(draft: Draft) -> Iterator[SourceCell]:
    return (cell for item in draft.lesson.items if (cell := draft.cell(item.name)) and cell.kind == "code")


def markers(draft: Draft) -> Iterator[Problem]:
    for cell in answer_cells(draft):
        for line, text in enumerate(cell.source.splitlines(), 1):
            nearly = NEARLY.search(text)
            if nearly and MARKER not in text:
                says = phrases.BAD_MARKER.format(written=nearly[0].strip())
                yield Problem(draft.in_notebook(cell, line), says)
        for line, solution, blank in marked(cell):
            if not solution:
                yield Problem(draft.in_notebook(cell, line), phrases.HOLE_WITHOUT_SOLUTION)
            if not blanks_left(blank):
                yield Problem(draft.in_notebook(cell, line), phrases.HOLE_WITHOUT_BLANK)


def elsewhere(draft: Draft) -> Iterator[Problem]:
    items = {item.name for item in draft.lesson.items}
    for cell in draft.cells:
        for line, _, _ in marked(cell) if cell.label not in items else ():
            yield Problem(draft.in_notebook(cell, line), phrases.HOLE_ELSEWHERE)


def answers(draft: Draft) -> Iterator[Problem]:
    """Each answer has a hole, and is Python both as its author and as its pupil see it."""
    for cell in answer_cells(draft):
        if "BEGIN SOLUTION" in cell.source:
            yield Problem(draft.in_notebook(cell), phrases.BEGIN_SOLUTION)
        elif not NEARLY.search(cell.source):
            yield Problem(draft.in_notebook(cell), phrases.NO_HOLE)
        elif error := syntax_error(solve(cell.source)):
            yield Problem(draft.in_notebook(cell, error.lineno or 0), told(phrases.SOLUTION_SYNTAX, error))
        elif error := syntax_error(punch(cell.source)):
            yield Problem(draft.in_notebook(cell, error.lineno or 0), told(phrases.BLANK_SYNTAX, error))


def syntax_error(code: str) -> SyntaxError | None:
    try:
        compile(code, "<carnet>", "exec", dont_inherit=True)
    except SyntaxError as error:
        return error
    return None


def told(sentence: str, error: SyntaxError) -> str:
    return sentence.format(detail=error.msg, code=(error.text or "").strip())


def given_away(draft: Draft, exercise: Exercise) -> Iterator[Problem]:
    """The ladder ends with the line to look at, not with the line to write."""
    cell = draft.cell(exercise.name)
    lines = [solution for _, solution, _ in marked(cell) if len(solution) >= SHORTEST] if cell else []
    for rank, hint in enumerate(exercise.hints, 1):
        for line in lines:
            if line in hint:
                says = phrases.GIVES_AWAY.format(rank=rank, line=line)
                yield Problem(draft.in_code(exercise, "hints"), says)
