"""The lesson's sheet: what may be known of a lesson beside its notebook.

`tuto build` writes it as cas_publics.json; where the project is installed and the file is not, it is made on the spot.
"""

import importlib
import json
from pathlib import Path
from typing import Any

FILE = "cas_publics.json"
Sheet = dict[str, Any]


def find(lesson: str) -> Sheet:
    """The sheet of that lesson, {} when there is none."""
    for folder in (Path(), Path(__file__).resolve().parent.parent):
        sheet = _read(folder / FILE)
        if sheet.get("lecon") == lesson:
            return sheet
    return _made(lesson, with_cases=False)


def item(sheet: Sheet, name: str) -> Sheet | None:
    """An exercise or a question of the lesson."""
    items = (*sheet.get("exercices", ()), *sheet.get("questions", ()))
    return next((item for item in items if item["nom"] == name), None)


def with_examples(sheet: Sheet) -> Sheet:
    """The same with its examples: making them calls every reference, so it is done only when they are needed."""
    ready = all("exemples" in exercise for exercise in sheet["exercices"])
    return sheet if ready else _made(sheet["lecon"], with_cases=True)


def _made(lesson: str, with_cases: bool) -> Sheet:
    try:
        course = importlib.import_module("course_config").COURSE
        public_sheet = importlib.import_module("autograder.public_sheet").public_sheet
    except ImportError:
        return {}
    found = course.lesson(lesson)
    return public_sheet(course, found, with_cases) if found else {}


def _read(path: Path) -> Sheet:
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return {}
    return content if isinstance(content, dict) else {}
