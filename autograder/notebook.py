"""Read a .ipynb that cannot be trusted: any size, any encoding, any shape. Nothing of it is executed here."""

import json
import re
import stat
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any

from autograder import phrases

MAX_BYTES = 100 << 20
MAX_BRACKETS = 2_000_000  # a JSON text with more objects than that would fill the memory
MAX_CELLS = 50_000
# Possessive (++), and a text may lack its end: whatever the file holds, every character is looked at once.
BRACKETS = re.compile(r'(?:[^"\[{]++|"(?:[^"\\]++|\\.)*+"?)++|(?P<bracket>[\[{])', re.DOTALL)


class Unreadable(Exception):
    """This file cannot be graded; the message is for the teacher, in French."""


@dataclass(frozen=True)
class Cell:
    """kind: "code", "markdown" or "raw". grade_id: nbgrader's label, "" when it has none."""

    kind: str
    source: str
    grade_id: str = ""


@dataclass(frozen=True)
class Notebook:
    """The cells in order; `lesson` is what build stamped in the metadata, "" when lost."""

    cells: tuple[Cell, ...]
    lesson: str = ""


def read_notebook(path: Path) -> Notebook:
    """Raises Unreadable, and nothing else, whatever the file holds."""
    try:
        about = path.lstat()
        if stat.S_ISLNK(about.st_mode):  # it could lead to the solutions, which lie on the same disk
            raise Unreadable(phrases.UNREADABLE["link"])
        if not stat.S_ISREG(about.st_mode):  # a pipe would wait for ever, a device has no end
            raise Unreadable(phrases.UNREADABLE["denied"])
        if about.st_size > MAX_BYTES:
            raise Unreadable(phrases.UNREADABLE["too_big"].format(size=about.st_size >> 20, limit=MAX_BYTES >> 20))
        raw = path.read_bytes()
    except FileNotFoundError:
        raise Unreadable(phrases.UNREADABLE["missing"]) from None
    except OSError:
        raise Unreadable(phrases.UNREADABLE["denied"]) from None
    return parse_notebook(raw)


def parse_notebook(raw: bytes) -> Notebook:
    try:
        written = decode_text(raw)
        if written.count("[") + written.count("{") > MAX_BRACKETS and has_too_many_pieces(written):
            raise Unreadable(phrases.UNREADABLE["too_complex"])
        content = json.loads(written)
    except (ValueError, RecursionError, MemoryError):
        raise Unreadable(phrases.UNREADABLE["not_json"]) from None
    return notebook_from(content)


def has_too_many_pieces(written: str) -> bool:
    """What a program printed may be full of brackets: those inside texts make no objects."""
    found = (match.lastgroup for match in BRACKETS.finditer(written))
    return next(islice(filter(None, found), MAX_BRACKETS, None), None) is not None


def decode_text(raw: bytes) -> str:
    """UTF-8 with or without BOM, UTF-16 with BOM, else the old Windows encoding, which reads any byte."""
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        return raw.decode("utf-16", "replace")
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        return raw.decode("cp1252", "replace")


def notebook_from(content: Any) -> Notebook:
    """nbformat 4 (cells), nbformat 3 (worksheets)."""
    if not isinstance(content, dict):
        raise Unreadable(phrases.UNREADABLE["not_notebook"])
    raw_cells = content.get("cells")
    if raw_cells is None and isinstance(content.get("worksheets"), list):
        sheets = [sheet for sheet in content["worksheets"] if isinstance(sheet, dict)]
        raw_cells = [cell for sheet in sheets for cell in as_list(sheet.get("cells"))]
    if not isinstance(raw_cells, list):
        raise Unreadable(phrases.UNREADABLE["not_notebook"])
    cells = tuple(cell_from(cell) for cell in raw_cells[:MAX_CELLS] if isinstance(cell, dict))
    if not cells:
        raise Unreadable(phrases.UNREADABLE["no_cells"])
    return Notebook(cells, text(dig(content, "metadata", "tuto", "lesson")))


def cell_from(cell: dict) -> Cell:
    source = cell.get("source", cell.get("input", ""))  # nbformat 3 says "input"
    if isinstance(source, list):
        source = "".join(part for part in source if isinstance(part, str))
    kind = cell.get("cell_type")
    return Cell(
        kind=kind if kind in ("code", "markdown") else "raw",
        source=text(source).replace("\r\n", "\n"),
        grade_id=text(dig(cell, "metadata", "nbgrader", "grade_id")),
    )


def dig(value: Any, *keys: str) -> Any:
    for key in keys:
        value = value.get(key) if isinstance(value, dict) else None
    return value


def text(value: Any) -> str:
    """Nothing for what is no text; "?" for half an emoji, which JSON may hold and no program may contain."""
    return value.encode("utf-8", "replace").decode() if isinstance(value, str) else ""


def as_list(value: Any) -> list:
    return value if isinstance(value, list) else []
