"""Where things are: the number of a lesson, the number of an exercise, the file of a page."""

import hashlib
import re
import unicodedata
from dataclasses import dataclass
from pathlib import Path

from autograder.exercise import Course, Item, Lesson

# A name that is its own file name on every system. One that ends like a digest is not plain: it could be taken.
_PLAIN = re.compile(r"[a-z0-9][a-z0-9_-]{0,59}")
_DIGEST = 10
_DIGESTED = re.compile(rf".*-[0-9a-f]{{{_DIGEST}}}")
_RESERVED = re.compile(r"con|prn|aux|nul|com\d|lpt\d")  # Windows keeps these, whatever their extension
_SLUG_WIDTH = 40


@dataclass(frozen=True)
class Place:
    """One exercise or question inside its lesson."""

    number: str  # « 1.4 », or « 2 » for the second question of the quiz
    is_question: bool
    title: str
    item: Item | None

    @property
    def label(self) -> str:
        """Short, for a table: « 1.4 », « Q2 »."""
        return f"Q{self.number}" if self.is_question else self.number

    @property
    def heading(self) -> str:
        """Before the title: « 1.4 », « Quiz 2 »."""
        return f"Quiz {self.number}" if self.is_question else self.number


def place(lesson: Lesson, name: str) -> Place:
    chapter = lesson_number(lesson)
    for rank, exercise in enumerate(lesson.exercises, 1):
        if exercise.name == name:
            return Place(f"{chapter}.{rank}" if chapter else f"{rank}", False, exercise.title, exercise)
    for rank, question in enumerate(lesson.questions, 1):
        if question.name == name:
            return Place(f"{rank}", True, question.prompt, question)
    return Place("", False, name, None)


def lesson_number(lesson: Lesson) -> int | None:
    """The number at the head of the lesson's name: 1 for « 01_deviner_la_suite »."""
    head = re.match(r"[0-9]+", lesson.name)
    return int(head.group()) if head else None


def next_lesson(course: Course, lesson: Lesson) -> Lesson | None:
    known = course.lesson(lesson.name)
    return course.after(known) if known else None


def page_path(pupil: str, lesson: Lesson) -> Path:
    """The pupil's page, from the feedback folder: `<pupil>/<lesson>.html`."""
    return Path(file_name(pupil)) / f"{file_name(lesson.name)}.html"


def file_name(name: str) -> str:
    """A file name for any name: readable, safe on every system, and different for different names.

    >>> file_name("lea")
    'lea'
    >>> file_name("Léa/..")
    'lea-59a0ff5a26'
    """
    if _PLAIN.fullmatch(name) and not _DIGESTED.fullmatch(name) and not _RESERVED.fullmatch(name):
        return name
    ascii_name = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    slug = re.sub(r"[^a-z0-9]+", "-", ascii_name)[:_SLUG_WIDTH].strip("-") or "eleve"
    digest = hashlib.sha256(name.encode("utf-8", "surrogatepass")).hexdigest()[:_DIGEST]
    return f"{slug}-{digest}"


def alphabetical(name: str) -> tuple[str, str]:
    """Sort key of a name, accents and case apart: Élise stands between Elif and Emma, not after Zoé."""
    bare = "".join(char for char in unicodedata.normalize("NFKD", name) if not unicodedata.combining(char))
    return bare.casefold(), name
