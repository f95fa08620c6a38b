"""Where the cells of a new exercise go in its lesson's notebook."""

import json
import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from autograder.authoring import phrases
from autograder.authoring.cells import Cell, lines
from autograder.authoring.writing import CannotMake
from autograder.notebook import dig

HEADING = re.compile(r"^## ", re.MULTILINE)
NUMBERED = re.compile(r"^## (\d+)\.(\d+)\b.*$", re.MULTILINE)


def read_json(path: Path, where: str) -> dict[str, Any]:
    """Raises CannotMake when it is missing or damaged."""
    try:
        content = json.loads(path.read_text("utf-8"))
    except (OSError, ValueError):
        raise CannotMake(phrases.NOTEBOOK.format(file=where, reason=phrases.DAMAGED)) from None
    if not isinstance(content, dict) or not isinstance(content.get("cells"), list):
        raise CannotMake(phrases.NOTEBOOK.format(file=where, reason=phrases.DAMAGED))
    return content


def as_text(notebook: dict[str, Any]) -> str:
    """As Jupyter writes it: saved there, nothing moves."""
    return json.dumps(notebook, ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def source_of(cell: Cell) -> str:
    return "".join(cell.get("source", ""))


def label_of(cell: Cell) -> str:
    return dig(cell, "metadata", "nbgrader", "grade_id") or ""


def place_for(cells: Sequence[Cell], after: str, first_question: str) -> int:
    """Before the section that follows the exercise called `after`, else before the quiz, else at the end."""
    labels = [label_of(cell) for cell in cells]
    if after:
        if f"test_{after}" not in labels:
            raise CannotMake(phrases.NOT_PLAIN.format(file="le carnet", why=phrases.NO_TEST_OF.format(name=after)))
        start = labels.index(f"test_{after}") + 1
        return next((at for at in range(start, len(cells)) if opens_section(cells[at])), len(cells))
    end = labels.index(first_question) if first_question in labels else len(cells)
    sections = [at for at in range(end) if opens_section(cells[at])]
    return sections[-1] if sections else end


def opens_section(cell: Cell) -> bool:
    return cell.get("cell_type") == "markdown" and bool(HEADING.search(source_of(cell)))


def insert(cells: Sequence[Cell], place: int, new: Sequence[Cell]) -> list[Cell]:
    """What a heading's cell says above its heading ends the exercise before: the new one goes after it."""
    cells, new = list(cells), list(new)
    if place < len(cells) and opens_section(cells[place]):
        text = source_of(cells[place])
        heading = HEADING.search(text).start()
        if text[:heading].strip():
            new[0] = new[0] | {"source": lines(text[:heading] + source_of(new[0]))}
            cells[place] = cells[place] | {"source": lines(text[heading:])}
    return [*cells[:place], *new, *cells[place:]]


def number_at(cells: Sequence[Cell], place: int, lesson: str) -> str:
    """« 1.8 » after « ## 1.7 … »; « 1.1 » when no heading before is numbered."""
    found = [match for cell in cells[:place] for match in NUMBERED.finditer(source_of(cell))]
    return f"{found[-1][1]}.{int(found[-1][2]) + 1}" if found else f"{int(lesson[:2])}.1"


def next_numbered(cells: Sequence[Cell], place: int) -> str:
    """The first numbered heading from there on, "" when there is none."""
    found = (match for cell in cells[place:] if (match := NUMBERED.search(source_of(cell))))
    return next((match[0] for match in found), "")
