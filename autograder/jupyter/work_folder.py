"""One learner's lessons: a folder each, copied from release/ when it opens. Nothing a learner wrote is ever replaced.

The only progress is what the kit keeps beside each notebook (see tuto/memoire.py) and the folders that are there.
"""

import hashlib
import json
import os
import shutil
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from autograder.build import files_of
from autograder.exercise import Course, Lesson
from autograder.jupyter import phrases
from autograder.jupyter.copies import keep_copy, write_whole
from autograder.jupyter.phrases import said

MARK = ".tuto_lecons"  # a folder in the work folder: without it, no check opens a lesson there
RECORD = ".depart.json"  # in each lesson: the checksum of each file as it came from the course
MEMORY = "tuto_memoire.json"
KIT = ("tuto", "engine", "cas_publics.json")  # ours: these follow the course


class NotReleased(Exception):
    """release/ does not have this lesson. The message says what to do."""


@dataclass(frozen=True)
class Refreshed:
    """What was done to a lesson's folder. kept: files of the learner's that the course has since changed."""

    lesson: Lesson
    is_new: bool
    kept: tuple[str, ...] = ()


@dataclass(frozen=True)
class WorkFolder:
    """`path` holds one folder a lesson."""

    path: Path
    course: Course

    @property
    def is_ours(self) -> bool:
        return (self.path / MARK).is_dir()

    def prepare(self) -> None:
        """Raises OSError, also where the folder can be read but not written."""
        write_whole(self.path / MARK / "essai", b"")
        (self.path / MARK / "essai").unlink(missing_ok=True)  # another start may have been quicker

    def notebook(self, lesson: Lesson) -> Path:
        return self.path / lesson.name / f"{lesson.name}.ipynb"

    def is_open(self, lesson: Lesson) -> bool:
        return (self.path / lesson.name).is_dir()

    def passed(self, lesson: Lesson) -> frozenset[str]:
        """What the kit's memory says, nothing when it is missing or damaged."""
        kept = read_json(self.path / lesson.name / MEMORY).get(f"reussis_{lesson.name}")
        return frozenset(name for name in kept if isinstance(name, str)) if isinstance(kept, list) else frozenset()

    def deserved(self) -> tuple[Lesson, ...]:
        """The lessons that are open, or that the memory says should be: the first one always."""
        lessons = [lesson for lesson in self.course.lessons if lesson.items]
        ends = [lesson for lesson in lessons if reaches(self.course, lesson, self.passed(lesson))]
        won = {following.name for lesson in ends if (following := self.course.after(lesson))} | {lessons[0].name}
        return tuple(lesson for lesson in lessons if lesson.name in won or self.is_open(lesson))

    def refresh(self, lesson: Lesson) -> Refreshed:
        """Open a lesson, or bring the kit of one that is open up to date. Raises NotReleased, OSError."""
        files = released(self.course, lesson)
        if not self.is_open(lesson) and self.copy_whole(lesson, files):
            return Refreshed(lesson, is_new=True)
        return Refreshed(lesson, is_new=False, kept=self.update(lesson, files))

    def copy_whole(self, lesson: Lesson, files: dict[str, bytes]) -> bool:
        """All of the folder or nothing; False when another process was quicker."""
        made, folder = self.path / MARK / f"{lesson.name}.{os.getpid()}", self.path / lesson.name
        shutil.rmtree(made, ignore_errors=True)  # left by a process that had this number and was cut short
        try:
            for name, content in files.items():
                (made / name).parent.mkdir(parents=True, exist_ok=True)
                (made / name).write_bytes(content)
            write_record(made, {name: checksum(content) for name, content in files.items()})
            os.rename(made, folder)
        except OSError:
            if folder.is_dir():
                return False
            raise
        finally:
            shutil.rmtree(made, ignore_errors=True)
        return True

    def update(self, lesson: Lesson, files: dict[str, bytes]) -> tuple[str, ...]:
        """Give each file its new version, but those the learner changed; their names are returned."""
        folder = self.path / lesson.name
        record = read_json(folder / RECORD)
        left = []
        for name, content in files.items():
            mine, came, new = checksum_of(folder / name), record.get(name), checksum(content)
            if mine == new or (mine and came == new):  # up to date, or changed by the learner alone
                record[name] = new
            elif mine is None or mine == came or is_kit(name):
                if mine not in (None, came):
                    keep_copy(folder / name, folder)
                write_whole(folder / name, content)
                record[name] = new
            else:
                left.append(name)
        if record != read_json(folder / RECORD):
            write_record(folder, record)
        return tuple(left)


def reaches(course: Course, lesson: Lesson, passed: Collection[str]) -> bool:
    """The same rule as Report.reached, on what passed."""
    required = [item for item in lesson.items if not item.bonus]
    most, have = sum(item.points for item in required), sum(item.points for item in required if item.name in passed)
    return most > 0 and have >= course.threshold * most - 1e-9


def released(course: Course, lesson: Lesson) -> dict[str, bytes]:
    """Path in the lesson's folder -> content, as `tuto build` made them."""
    folder = course.root / "release" / lesson.name
    files = {name: (folder / name).read_bytes() for name in sorted(files_of(folder))} if folder.is_dir() else {}
    if f"{lesson.name}.ipynb" not in files:
        raise NotReleased(said(phrases.NOT_RELEASED, lesson=lesson.name))
    return files


def is_kit(name: str) -> bool:
    return name.split("/")[0] in KIT


def write_record(folder: Path, record: dict[str, str]) -> None:
    write_whole(folder / RECORD, json.dumps(record, indent=1).encode())


def checksum(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def checksum_of(path: Path) -> str | None:
    return checksum(path.read_bytes()) if path.is_file() else None


def read_json(path: Path) -> dict[str, Any]:
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return {}
    return content if isinstance(content, dict) else {}
