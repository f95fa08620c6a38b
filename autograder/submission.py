"""Find each answer in a pupil's notebook, whatever happened to its cells, and what it may lean on."""

import keyword
import re
from collections.abc import Iterable
from dataclasses import dataclass

from autograder import phrases
from autograder.exercise import Exercise, Item, Lesson
from autograder.holes import blanks_left
from autograder.master import Master, squeeze
from autograder.notebook import Cell, Notebook

MAX_CODE = 100_000  # characters of one answer, and of all the pupil's helper cells together
VERSIONS = 50  # of one answer, the last ones, among which a filled one is looked for
KEYWORDS = frozenset(keyword.kwlist)
WORD = re.compile(r"[^\W\d]\w*")
BINDING = re.compile(r"^(?:(?:async\s+)?def\s+\w+|class\s+\w+|(?:import|from)\s.*|[^\W\d][^=#\n]*(?==))", re.MULTILINE)


@dataclass(frozen=True)
class Attempt:
    """One answer as it was handed in.

    code      the cell, "" when there is none
    helpers   the pupil's other code that it uses, in order
    found     there is a cell for this answer
    notes     kind remarks (a cell twice, a lost label)
    """

    code: str
    helpers: tuple[str, ...]
    found: bool
    notes: tuple[str, ...] = ()


def recognise(notebook: Notebook, lessons: tuple[Lesson, ...]) -> Lesson | None:
    """The lesson a notebook belongs to: its stamp, else the one most of whose answers it holds."""
    stamped = next((lesson for lesson in lessons if lesson.name == notebook.lesson), None)
    if stamped:
        return stamped
    scores = [(sum(bool(candidates(notebook.cells, item)) for item in lesson.items), lesson) for lesson in lessons]
    best, lesson = max(scores, key=lambda scored: scored[0], default=(0, None))
    return lesson if best else None


def find_attempt(notebook: Notebook, item: Item, lesson: Lesson, own: dict[int, str]) -> Attempt:
    """The last filled version wins; a definition counts more than a label. `own` comes from own_cells."""
    cells = notebook.cells
    places = candidates(cells, item)
    if not places:
        return Attempt("", (), found=False)
    place = next((place for place in places[: -VERSIONS - 1 : -1] if is_filled(cells[place].source, item)), places[-1])
    code, joined = with_continuation(cells, place)
    notes = notes_for(item, cells, place, len(places), joined)
    apart = {place, place + 1} if joined else {place}
    others = (other for at, other in own.items() if at not in apart)
    helpers = leaned_on(code, others, reserved(lesson, item)) if len(code) <= MAX_CODE else ()  # it will not be run
    return Attempt(code, helpers, found=True, notes=notes)


def is_filled(code: str, item: Item) -> bool:
    return bool(code.strip()) and not blanks_left(code, item.name)


def reserved(lesson: Lesson, item: Item) -> frozenset[str]:
    """The other answers of the lesson: their solutions are already in place."""
    return frozenset(other.name for other in lesson.items if other.name != item.name)


def candidates(cells: tuple[Cell, ...], item: Item) -> list[int]:
    """Where the answer may be: code cells that define it; else any cell that does; else the labelled cell."""
    defines = definition_pattern(item)
    defining = [i for i, cell in enumerate(cells) if item.name in cell.source and defines.search(cell.source)]
    in_code = [i for i in defining if cells[i].kind == "code"]
    labelled = [i for i, cell in enumerate(cells) if cell.grade_id == item.name]
    text_cells = [i for i in defining if cells[i].grade_id == item.name or cells[i].source.lstrip().startswith("def")]
    return in_code or text_cells or labelled


def definition_pattern(item: Item) -> re.Pattern[str]:
    name = re.escape(item.name)
    if isinstance(item, Exercise):
        return re.compile(rf"^(?:async\s+)?def\s+{name}\s*\(|^{name}\s*=(?!=)", re.MULTILINE)
    return re.compile(rf"^{name}\s*=(?!=)", re.MULTILINE)


def with_continuation(cells: tuple[Cell, ...], place: int) -> tuple[str, bool]:
    """A cell cut in two: the second half begins with an indented line and has no label of its own."""
    code, after = cells[place].source, cells[place + 1 : place + 2]
    if after and after[0].kind == "code" and begins_inside(after[0].source):
        same_label = after[0].grade_id in ("", cells[place].grade_id)
        return (f"{code.rstrip()}\n{after[0].source}", True) if same_label else (code, False)
    return code, False


def begins_inside(code: str) -> bool:
    """Its first line that says something is indented."""
    first = next((line for line in code.splitlines() if line.strip()), "")
    return first.startswith((" ", "\t"))


def notes_for(item: Item, cells: tuple[Cell, ...], place: int, count: int, joined: bool) -> tuple[str, ...]:
    cell = cells[place]
    said = (
        (count > 1, phrases.NOTE_TWICE),
        (cell.grade_id != item.name, phrases.NOTE_LABEL),
        (cell.kind != "code", phrases.NOTE_TEXT_CELL),
        (joined, phrases.NOTE_SPLIT),
    )
    return tuple(sentence.format(name=item.name, count=count) for true, sentence in said if true)


def own_cells(notebook: Notebook, master: Master) -> dict[int, str]:
    """The pupil's own code by place: what was added or changed since the release, within MAX_CODE."""
    own: dict[int, str] = {}
    room = MAX_CODE
    for place, cell in enumerate(notebook.cells):
        if cell.kind != "code" or cell.grade_id in master.locked or squeeze(cell.source) in master.known:
            continue
        room -= len(cell.source)
        if room < 0:
            break
        own[place] = cell.source
    return own


def leaned_on(code: str, others: Iterable[str], provided: frozenset[str] = frozenset()) -> tuple[str, ...]:
    """Those of `others`, in order, that bind a word `code` uses, directly or through one another.

    Textual, so it may take one too many, never one too few. Words in `provided` come from elsewhere.
    """
    waiting = {place: (other, bound_words(other) - provided) for place, other in enumerate(others)}
    chosen: set[int] = set()
    words = set(WORD.findall(code))
    while new := {place for place, (_, bound) in waiting.items() if place not in chosen and bound & words}:
        chosen |= new
        words.update(*(WORD.findall(waiting[place][0]) for place in new))
    return tuple(waiting[place][0] for place in sorted(chosen))


def bound_words(code: str) -> set[str]:
    """Every word that a top-level def, class, import or assignment may bind."""
    return {word for line in BINDING.findall(code) for word in WORD.findall(line)} - KEYWORDS
