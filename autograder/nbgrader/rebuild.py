"""From whatever a pupil handed in to a notebook that nbgrader can take: the release, with the pupil's answers in it.

Pure functions on plain dictionaries. Everything comes from the release except texts: the pupil's metadata, outputs,
tags and attachments stay behind.
"""

import copy
from collections.abc import Mapping
from typing import Any

from autograder.exercise import Lesson
from autograder.feedback.typography import clean
from autograder.free_text import written_words
from autograder.master import Master, squeeze
from autograder.nbgrader import phrases
from autograder.notebook import Cell, Notebook, dig
from autograder.submission import find_attempt

MAX_OWN = 200  # cells
MAX_TEXT = 100_000  # characters of one cell, and of all the pupil's own cells together


def rebuild(release: dict[str, Any], notebook: Notebook, lesson: Lesson, master: Master) -> dict[str, Any]:
    """The release's notebook with the answers in their cells, and the pupil's own cells where they stood, as text.

    A free text that the pupil did not touch keeps the release's very words: nbgrader compares checksums.
    """
    answers = written_answers(notebook, lesson)
    own = own_cells(release, notebook, lesson, answers)
    for free in lesson.free_texts:
        if words := written_words(notebook, free, master):
            answers[free.name] = "\n\n".join(words)
            own = without(own, words)
    cells = list(own.get(-1, ()))
    for place, cell in enumerate(release["cells"]):
        cells += [with_source(cell, answers.get(label_of(cell))), *own.get(place, ())]
    return {**copy.deepcopy({key: value for key, value in release.items() if key != "cells"}), "cells": numbered(cells)}


def written_answers(notebook: Notebook, lesson: Lesson) -> dict[str, str]:
    """Answer name -> its code, as the grader finds it; an emptied cell counts as the release's."""
    attempts = {item.name: find_attempt(notebook, item, lesson, {}) for item in lesson.items}
    return {name: attempt.code for name, attempt in attempts.items() if attempt.code.strip()}


def without(own: dict[int, list[dict[str, Any]]], words: tuple[str, ...]) -> dict[int, list[dict[str, Any]]]:
    """The pupil's own cells less those whose text was taken for an answer."""
    taken = {readable(text) for text in words}
    return {place: [cell for cell in cells if cell["source"] not in taken] for place, cells in own.items()}


def own_cells(
    release: dict, notebook: Notebook, lesson: Lesson, answers: Mapping[str, str]
) -> dict[int, list[dict[str, Any]]]:
    """The pupil's own cells, by the place in the release of the cell they follow (-1: none)."""
    places = {squeeze(source_of(cell)): place for place, cell in reversed(list(enumerate(release["cells"])))}
    labels = {label_of(cell): place for place, cell in enumerate(release["cells"]) if label_of(cell)}
    free = {text.name for text in lesson.free_texts}
    read = {name: f"\n{bare(code[:MAX_TEXT])}\n" for name, code in answers.items()}
    own: dict[int, list[dict[str, Any]]] = {}
    anchor, count, room = -1, 0, MAX_TEXT
    for cell in notebook.cells:
        text = squeeze(cell.source)
        holder = holder_of(bare(cell.source[:MAX_TEXT]), read)
        anchor = labels.get(holder or cell.grade_id, places.get(text, anchor))
        replaced = cell.grade_id in labels and (cell.grade_id in free or cell.grade_id not in answers)
        if not text or holder or replaced or text in places:
            continue
        count, room = count + 1, room - len(cell.source)
        if count > MAX_OWN or room < 0:
            own.setdefault(anchor, []).append(text_cell(Cell("markdown", phrases.CELLS_LEFT_OUT)))
            break
        own.setdefault(anchor, []).append(text_cell(cell))
    return own


def holder_of(text: str, answers: Mapping[str, str]) -> str | None:
    """The answer that holds all the lines of this cell: it was read there (a cell cut in two is held in two parts).

    answers   name -> lines, with a line end before the first and after the last
    """
    whole = f"\n{text}\n"
    return next((name for name, code in answers.items() if text and whole in code), None)


def bare(code: str) -> str:
    """Its lines without their indentation: the second half of a cut cell begins in the middle of a block."""
    return "\n".join(line.strip() for line in code.strip().splitlines())


def text_cell(cell: Cell) -> dict[str, Any]:
    """A cell that says what the pupil's said, and nothing else of it. Raw cells would be copied into pages as HTML."""
    made: dict[str, Any] = {"cell_type": "code", "metadata": {}, "source": readable(cell.source)}
    if cell.kind == "markdown":
        return made | {"cell_type": "markdown"}
    return made | {"outputs": [], "execution_count": None}


def with_source(cell: dict[str, Any], source: str | None) -> dict[str, Any]:
    return {**copy.deepcopy(cell), "source": source_of(cell) if source is None else readable(source)}


def readable(text: str) -> str:
    """What can be written in a file and shown to a person: no half character, no invisible one, not too long."""
    return clean(text if len(text) <= MAX_TEXT else f"{text[:MAX_TEXT]}\n{phrases.CUT}")


def numbered(cells: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Every cell has an id of its own, as the format wants."""
    return [cell if "id" in cell else {**cell, "id": f"eleve-{rank}"} for rank, cell in enumerate(cells)]


def label_of(cell: dict[str, Any]) -> str:
    return dig(cell, "metadata", "nbgrader", "grade_id") or ""


def source_of(cell: dict[str, Any]) -> str:
    return "".join(cell["source"])
