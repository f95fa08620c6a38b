"""A released notebook as the values a page is made of: prose, code cells, quiz questions, free answers.

The notebook is our own and trusted. Nothing here tells what is right: no solution, no hint, no reason, no hidden test.
Test cells are left out, the page has its own « Vérifier »; so is what only the notebooks' quiz needs.
"""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from typing import ClassVar

from autograder.exercise import Exercise, FreeText, Lesson, Question
from classroom.course import course, lesson_named, written_lessons
from classroom.lesson.prose import inline, prose, with_blanks
from classroom.lesson.words import for_this_page

HEADERS = ("# À toi de jouer\n", "# Expérience\n")  # the cell's bar says it already
NOT_HERE = "donnees_quiz"  # lets a notebook's quiz cells run; here they are buttons


@dataclass(frozen=True)
class Prose:
    """Some text, as HTML."""

    kind: ClassVar[str] = "prose"
    html: str


@dataclass(frozen=True)
class Code:
    """A cell of Python.

    kind     "answer": to complete, `item` is what checks it; "demo": to try and change; "given": to read, folded;
             "tools": the imports, never shown
    source   without its header (`head`), as the page shows and runs it; what is saved is head + source
    title    of a given cell: its first comment
    number   of an answer: its place among the lesson's exercises; `has_next` when one more follows
    """

    id: str
    kind: str
    source: str
    head: str = ""
    title: str = ""
    item: Exercise | None = None
    number: int = 0
    has_next: bool = False

    @property
    def html(self) -> str:
        return code_lines(self.source)

    @property
    def after(self) -> str:
        """The anchor of what follows a bonus that is skipped."""
        return f"e{self.number + 1}" if self.has_next else "le-petit-quiz"


@dataclass(frozen=True)
class Quiz:
    """A question: its choices as (key, HTML), and never which one is right."""

    kind: ClassVar[str] = "quiz"
    id: str
    item: Question
    title: str
    prompt: str
    choices: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Free:
    """A text to write, for the teacher."""

    kind: ClassVar[str] = "free"
    id: str
    item: FreeText


Part = Prose | Code | Quiz | Free


@dataclass(frozen=True)
class LessonPage:
    """number: 1 for the first lesson of the course."""

    lesson: Lesson
    number: int
    parts: tuple[Part, ...]

    @property
    def codes(self) -> tuple[Code, ...]:
        return tuple(part for part in self.parts if isinstance(part, Code))

    def with_copy(self, cells: Mapping[str, str]) -> "LessonPage":
        """The same page, with the pupil's own sources in place of the release's."""
        parts = (
            opened(part, cells[part.id]) if isinstance(part, Code) and part.id in cells else part for part in self.parts
        )
        return replace(self, parts=tuple(parts))


@cache
def lesson_page(name: str) -> LessonPage:
    """Raises OSError when the lesson was not released, KeyError when it does not exist."""
    lesson = lesson_named(name)
    if lesson is None:
        raise KeyError(name)
    path = course().root / "release" / lesson.name / f"{lesson.name}.ipynb"
    cells = json.loads(path.read_text("utf-8"))["cells"]
    return LessonPage(lesson, written_lessons().index(lesson) + 1, tuple(parts_of(lesson, cells)))


def parts_of(lesson: Lesson, cells: list[dict]) -> Iterator[Part]:
    questions = {question.name: question for question in lesson.questions}
    free_texts = {free.name: free for free in lesson.free_texts}
    for cell, following in zip(cells, [*cells[1:], {}], strict=True):
        label = grade_id(cell)
        if label in questions:
            continue  # was made with the text above it
        if grade_id(following) in questions:
            yield quiz_of(following["id"], questions[grade_id(following)], source_of(cell))
        elif label in free_texts:
            yield Free(cell["id"], free_texts[label])
        elif cell["cell_type"] == "markdown":
            yield Prose(prose(for_this_page(cell["id"], source_of(cell))))
        elif not label.startswith("test_") and label != NOT_HERE:
            yield code_of(lesson, cell)


def grade_id(cell: dict) -> str:
    return cell.get("metadata", {}).get("nbgrader", {}).get("grade_id", "")


def source_of(cell: dict) -> str:
    return "".join(cell["source"])


def code_of(lesson: Lesson, cell: dict) -> Code:
    label, source = grade_id(cell), source_of(cell)
    exercises = [exercise.name for exercise in lesson.exercises]
    if label in exercises:
        number = exercises.index(label) + 1
        answer = Code(
            cell["id"],
            "answer",
            source,
            item=lesson.exercises[number - 1],
            number=number,
            has_next=number < len(exercises),
        )
        return opened(answer, source)
    if not label:
        return opened(Code(cell["id"], "demo", ""), source)
    if label.startswith("outils"):
        return Code(cell["id"], "tools", source)
    title, body = titled(source)
    return Code(cell["id"], "given", body, title=for_this_page(cell["id"], title).removesuffix("."))


def opened(code: Code, source: str) -> Code:
    """The cell with this source, header apart."""
    head = next((header for header in HEADERS if source.startswith(header)), "")
    return replace(code, head=head, source=source.removeprefix(head))


def titled(source: str) -> tuple[str, str]:
    """A given cell's first comment, as its title, and the rest; the function's name when it has no comment."""
    first, _, rest = source.partition("\n")
    if first.startswith("# "):
        return first.removeprefix("# "), rest.strip("\n")
    found = re.match(r"def (\w+)|import (\w+)  # (.*)", source)
    return (found[3] or f"La fonction {found[1]}") if found else "", source


def quiz_of(cell: str, question: Question, text: str) -> Quiz:
    """The notebook's text without its list of choices: these come from the question itself."""
    lines = [line for line in text.splitlines() if not re.match(r"- \*\*\w\.\*\*", line)]
    title, _, prompt = "\n".join(lines).strip().partition("\n")
    choices = tuple((choice.key, inline(choice.text)) for choice in question.choices)
    return Quiz(cell, question, title.lstrip("# "), prose(prompt.strip()), choices)


def code_lines(source: str) -> str:
    """Python as numbered lines, its blanks underlined: what is read before the editor is there."""
    lines = source.rstrip("\n").split("\n")
    return "".join(f'<span class="l">{with_blanks(line)}</span>' for line in lines)
