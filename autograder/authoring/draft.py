"""A lesson as its author left it: the cells of its notebook with their labels, and where everything is written."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from autograder.authoring.places import Definition
from autograder.exercise import Course, Exercise, FreeText, Item, Lesson
from autograder.notebook import Notebook, decode_text, dig, read_notebook

KINDS = {Exercise: "exercice", FreeText: "question libre", Lesson: "leçon"}


@dataclass(frozen=True)
class SourceCell:
    """One cell of source/. number: as Jupyter's reader counts, from 1. nbgrader: its metadata, {} without any."""

    number: int
    kind: str
    source: str
    nbgrader: Mapping[str, Any] = field(default_factory=dict)

    @property
    def label(self) -> str:
        label = self.nbgrader.get("grade_id")
        return label if isinstance(label, str) else ""

    def has(self, flag: str) -> bool:
        return self.nbgrader.get(flag) is True


@dataclass(frozen=True)
class Draft:
    """A lesson being written. definitions: name -> where it is defined."""

    course: Course
    lesson: Lesson
    cells: tuple[SourceCell, ...]
    definitions: Mapping[str, Definition]

    @property
    def answers(self) -> tuple[Item | FreeText, ...]:
        """All that the pupil fills, whoever marks it."""
        return (*self.lesson.items, *self.lesson.free_texts)

    def cell(self, label: str) -> SourceCell | None:
        return next((cell for cell in self.cells if cell.label == label), None)

    def in_code(self, item: Item | FreeText | Lesson, part: str = "") -> str:
        """« exercises/deviner_la_suite/paires.py:12, exercice « paires » »."""
        found = self.definitions.get(item.name)
        file = found.at(part) if found else "exercises/"
        return f"{file}, {KINDS.get(type(item), 'question')} « {item.name} »"

    def in_notebook(self, cell: SourceCell | None = None, line: int = 0) -> str:
        """« source/01_x/01_x.ipynb, cellule 11 (« paires »), ligne 3 »."""
        where = f"source/{self.lesson.name}/{self.lesson.name}.ipynb"
        if cell:
            where += f", cellule {cell.number}" + (f" (« {cell.label} »)" if cell.label else "")
        return where + (f", ligne {line}" if line else "")


def read_draft(course: Course, lesson: Lesson, definitions: Mapping[str, Definition]) -> Draft:
    """Raises Unreadable when the notebook is missing or damaged."""
    path = course.root / "source" / lesson.name / f"{lesson.name}.ipynb"
    return Draft(course, lesson, tuple(cells_of(read_notebook(path), path.read_bytes())), definitions)


def cells_of(notebook: Notebook, raw: bytes) -> list[SourceCell]:
    """The reader's cells, with nbgrader's metadata beside them."""
    written = [cell for cell in json.loads(decode_text(raw)).get("cells", ()) if isinstance(cell, dict)]
    metadata = [dig(cell, "metadata", "nbgrader") for cell in written] or [None] * len(notebook.cells)
    pairs = zip(notebook.cells, metadata, strict=False)
    return [
        SourceCell(number, cell.kind, cell.source, labels if isinstance(labels, dict) else {})
        for number, (cell, labels) in enumerate(pairs, 1)
    ]
