"""Begin again: one exercise of a notebook, or the whole lesson. What was there is kept, what passed stays passed."""

import json
from pathlib import Path
from typing import Any

from autograder.exercise import Item, Lesson
from autograder.jupyter import phrases
from autograder.jupyter.copies import keep_copy, write_whole
from autograder.jupyter.phrases import said
from autograder.jupyter.work_folder import RECORD, WorkFolder, checksum, read_json, released, write_record
from autograder.notebook import dig


class CannotBegin(Exception):
    """The message says why, and what to do."""


def begin_lesson_again(work: WorkFolder, lesson: Lesson) -> Path | None:
    """The notebook as it is released today; gives the copy of the one that was there. Raises NotReleased, OSError."""
    work.refresh(lesson)
    notebook, files = work.notebook(lesson), released(work.course, lesson)
    copy = keep_copy(notebook, notebook.parent) if notebook.is_file() else None
    write_whole(notebook, files[notebook.name])
    record = read_json(notebook.parent / RECORD)
    write_record(notebook.parent, record | {notebook.name: checksum(files[notebook.name])})
    return copy


def begin_exercise_again(work: WorkFolder, lesson: Lesson, item: Item) -> Path:
    """Its blank cell back in the notebook; gives the copy of the notebook as it was."""
    notebook = work.notebook(lesson)
    blank = blank_cell(work, lesson, item)
    content = read_json(notebook)
    cells = content.get("cells")
    if not isinstance(cells, list) or not all(isinstance(cell, dict) for cell in cells):
        raise CannotBegin(said(phrases.NOT_READ, path=notebook, lesson=lesson.name))
    copy = keep_copy(notebook, notebook.parent)
    content["cells"] = put_back(cells, blank)
    text = json.dumps(content, ensure_ascii=False, indent=1, sort_keys=True)
    write_whole(notebook, f"{text}\n".encode("utf-8", "replace"))  # "?" for half an emoji, which no file may hold
    return copy


def blank_cell(work: WorkFolder, lesson: Lesson, item: Item) -> dict[str, Any]:
    """The cell as it is released."""
    cells = json.loads(released(work.course, lesson)[f"{lesson.name}.ipynb"])["cells"]
    return next(cell for cell in cells if label(cell) == item.name)


def put_back(cells: list[dict], blank: dict[str, Any]) -> list[dict]:
    """The blank in place of every cell with its label; where none is left, above its check, else at the end."""
    name = label(blank)
    places = [place for place, cell in enumerate(cells) if label(cell) == name]
    if places:
        return [blank if place == places[0] else cell for place, cell in enumerate(cells) if place not in places[1:]]
    check = next((place for place, cell in enumerate(cells) if label(cell) == f"test_{name}"), len(cells))
    return [*cells[:check], blank, *cells[check:]]


def label(cell: dict[str, Any]) -> str:
    found = dig(cell, "metadata", "nbgrader", "grade_id")
    return found if isinstance(found, str) else ""
