"""A course that cannot be imported: which file, which line, and what to do, in place of a traceback."""

import importlib
import importlib.util
import re
import traceback
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

from autograder.authoring import phrases
from autograder.authoring.problem import Problem

WRITTEN = ("exercises", "course_config.py")  # what authors write; anything else that breaks is our fault


class BrokenCourse(Exception):
    """The message, in French, says which line of the course Python cannot go through, and what to do."""


def import_course(name: str = "course_config") -> ModuleType:
    """The course's configuration, and with it all of its exercises.

    Raises BrokenCourse for an error in what authors write; any other error is ours, and its traceback helps.
    """
    found = importlib.util.find_spec(name)
    try:
        return importlib.import_module(name)
    except Exception as error:
        file, line = where(error, Path(found.origin).parent) if found else ("", 0)
        if not file or Path(file).parts[0] not in WRITTEN:
            raise
        raise BrokenCourse(str(Problem(f"{file}:{line}", sentence(error)))) from error


def where(error: Exception, root: Path) -> tuple[str, int]:
    """The last place in the course's folder that the error went through, ("", 0) when there is none."""
    if isinstance(error, SyntaxError) and (file := inside(error.filename or "", root)):
        return file, error.lineno or 0
    for frame in reversed(traceback.extract_tb(error.__traceback__)):
        if file := inside(frame.filename, root):
            return file, frame.lineno or 0
    return "", 0


def stop_of(error: Exception, root: Path) -> str:
    """« KeyError : 'a', ligne 12 »: how one of the author's functions stopped."""
    file, line = where(error, root)
    return f"{type(error).__name__} : {error}" + (f", ligne {line} de {file}" if line else "")


def inside(file: str, root: Path) -> str:
    """The path from the course's folder, "" for a file that is elsewhere."""
    try:
        return Path(file).resolve().relative_to(root.resolve()).as_posix()
    except (ValueError, OSError):
        return ""


def sentence(error: Exception) -> str:
    for kind, told in TOLD:
        if isinstance(error, kind) and (said := told(error)):
            return said
    return phrases.BROKEN.format(kind=type(error).__name__, detail=error)


def of_syntax(error: SyntaxError) -> str:
    code = (error.text or "").strip()
    if isinstance(error, IndentationError):
        return phrases.INDENTED.format(code=code)
    return phrases.SYNTAX.format(detail=error.msg, code=code)


def of_import(error: ImportError) -> str:
    if isinstance(error, ModuleNotFoundError):
        return phrases.NO_MODULE.format(name=error.name)
    wanted = re.search(r"cannot import name '(\w+)'", str(error))
    return phrases.NO_IMPORT.format(name=wanted[1], module=error.name) if wanted else ""


def of_name(error: NameError) -> str:
    return phrases.NO_NAME.format(name=error.name) if error.name else ""


def of_call(error: TypeError) -> str:
    """A frozen dataclass that is not given what it asks for."""
    said = str(error)
    what = re.match(r"(\w+)\.__init__\(\)", said)
    if not what:
        return ""
    if unknown := re.search(r"unexpected keyword argument '(\w+)'", said):
        return phrases.UNKNOWN_FIELD.format(what=what[1], name=unknown[1])
    if "missing" in said:
        names = re.findall(r"'(\w+)'", said)
        pattern = phrases.MISSING_FIELD if len(names) == 1 else phrases.MISSING_FIELDS
        return pattern.format(what=what[1], names=listed(names))
    return phrases.TOO_MANY_FIELDS.format(what=what[1]) if "positional" in said else ""


def listed(names: list[str]) -> str:
    shown = [f"`{name}`" for name in names]
    return " et ".join(filter(None, (", ".join(shown[:-1]), shown[-1])))


TOLD: tuple[tuple[type[Exception], Callable], ...] = (
    (SyntaxError, of_syntax),
    (ImportError, of_import),
    (NameError, of_name),
    (TypeError, of_call),
)
