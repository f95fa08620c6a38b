"""The lesson's sheet: what may be known of a lesson beside its notebook.

`tuto build` writes it as `cas_publics.json`; where the project is installed, it is made on the spot.
"""

import importlib
import json
from pathlib import Path
from typing import Any

NAME = "cas_publics.json"


def find(lesson: str) -> dict[str, Any]:
    """The sheet of that lesson, {} when there is none."""
    for folder in (Path(), Path(__file__).resolve().parent.parent):
        sheet = _read(folder / NAME)
        if sheet.get("lecon") == lesson:
            return sheet
    return from_project(lesson)


def _read(path: Path) -> dict[str, Any]:
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return {}
    return content if isinstance(content, dict) else {}


def from_project(lesson: str) -> dict[str, Any]:
    """Made from the exercises, where the project is installed."""
    try:
        course = importlib.import_module("course_config").COURSE
    except ImportError:
        return {}
    found = course.lesson(lesson)
    if not found:
        return {}
    return {"lecon": lesson, "exercices": [{"nom": exercise.name} for exercise in found.exercises]}
