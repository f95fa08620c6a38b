"""The released notebook of a lesson: the only cells that pages show and that a pupil's copy may change."""

import json
from dataclasses import dataclass
from functools import cache

from autograder.exercise import Lesson
from autograder.notebook import Cell, Notebook, cell_from, dig
from classroom import course


@dataclass(frozen=True)
class ReleasedCell:
    """kind "code" or "markdown"; grade_id "" for prose and for experiments, which carry no label."""

    id: str
    kind: str
    source: str
    grade_id: str
    locked: bool


@dataclass(frozen=True)
class Release:
    """writable: cell id -> cell, for the cells that are the pupil's to change."""

    lesson: str
    cells: tuple[ReleasedCell, ...]
    writable: dict[str, ReleasedCell]

    def cell_of(self, name: str) -> ReleasedCell:
        """The cell of an answer or of a free text."""
        return next(cell for cell in self.cells if cell.grade_id == name)

    def notebook(self, sources: dict[str, str]) -> Notebook:
        """The notebook with some sources in place of its own, as the grader reads it."""
        cells = (Cell(cell.kind, sources.get(cell.id, cell.source), cell.grade_id) for cell in self.cells)
        return Notebook(tuple(cells), self.lesson)


def release_of(lesson: Lesson) -> Release:
    return read_release(lesson.name)


@cache
def read_release(lesson: str) -> Release:
    path = course.course().root / "release" / lesson / f"{lesson}.ipynb"
    cells = tuple(released(cell) for cell in json.loads(path.read_text("utf-8"))["cells"])
    free = {text.name for text in course.lesson_named(lesson).free_texts}
    writable = {cell.id: cell for cell in cells if not cell.locked and (cell.kind == "code" or cell.grade_id in free)}
    return Release(lesson, cells, writable)


def released(raw: dict) -> ReleasedCell:
    cell = cell_from(raw)
    locked = dig(raw, "metadata", "nbgrader", "locked") is True
    return ReleasedCell(raw["id"], cell.kind, cell.source, cell.grade_id, locked)
