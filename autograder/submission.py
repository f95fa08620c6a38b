"""Find each answer in a pupil's notebook, whatever happened to its cells, and what it may lean on."""

import keyword
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice

from autograder import phrases
from autograder.exercise import Exercise, Item, Lesson
from autograder.holes import blanks_left
from autograder.master import Master, squeeze
from autograder.notebook import Cell, Notebook
from autograder.python_code import as_run, parsed

MAX_CODE = 100_000  # characters of one answer, and of all the pupil's helper cells together
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
    place = next(filled(cells, places, item), places[-1])
    code, apart = with_continuation(cells, place)
    notes = notes_for(item, cells, place, len(places), len(apart) > 1)
    others = (other for at, other in own.items() if at not in apart)
    helpers = leaned_on(code, others, reserved(lesson, item)) if len(code) <= MAX_CODE else ()  # it will not be run
    return Attempt(code, helpers, found=True, notes=notes)


def filled(cells: tuple[Cell, ...], places: list[int], item: Item) -> Iterator[int]:
    """The versions without a blank, the last one first, within MAX_CODE: finding a blank takes longer than a word."""
    room = MAX_CODE
    for place in reversed(places):
        source = cells[place].source
        if len(source) <= room:
            room -= len(source)
            if source.strip() and not blanks_left(as_run(source), item.name):
                yield place


def reserved(lesson: Lesson, item: Item) -> frozenset[str]:
    """The other answers of the lesson: their solutions are already in place."""
    return frozenset(other.name for other in lesson.items if other.name != item.name)


def candidates(cells: tuple[Cell, ...], item: Item) -> list[int]:
    """Where the answer may be: code cells that define it; else any cell that does; else the labelled cell."""
    defines = definition_pattern(item)
    named = [i for i, cell in enumerate(cells) if item.name in cell.source]
    defining = [i for i in named if defines.search(cells[i].source)]
    in_code = [i for i in defining if cells[i].kind == "code"]
    labelled = [i for i, cell in enumerate(cells) if cell.grade_id == item.name]
    text_cells = [i for i in defining if cells[i].grade_id == item.name or cells[i].source.lstrip().startswith("def")]
    found = without_scratch(cells, in_code, item) or text_cells or labelled
    return found or [i for i in pasted(cells, named, item) if defines.search(as_run(cells[i].source))]


def pasted(cells: tuple[Cell, ...], places: list[int], item: Item) -> Iterator[int]:
    """Where lines that only IPython reads as they are, indented or behind prompts, may define it, within MAX_CODE."""
    looks_so = re.compile(rf"^[ \t>.]*+(?:async\s+)?(?:def\s+)?{re.escape(item.name)}\s*[(=]", re.MULTILINE)
    room = MAX_CODE
    for place in places:
        source = cells[place].source
        if cells[place].kind == "code" and len(source) <= room and looks_so.search(source):
            room -= len(source)
            yield place


def without_scratch(cells: tuple[Cell, ...], places: list[int], item: Item) -> list[int]:
    """`paires = paires("emma")` beside a filled `def paires` only plays with it."""
    function = re.compile(rf"^(?:async\s+)?def\s+{item.name}\s*\(|^{item.name}\s*=\s*lambda\b", re.MULTILINE)
    functions = [place for place in places if function.search(cells[place].source)]
    scratch = len(functions) < len(places) and next(filled(cells, functions, item), None) is not None
    return functions if scratch else places


def definition_pattern(item: Item) -> re.Pattern[str]:
    name = re.escape(item.name)
    if isinstance(item, Exercise):
        return re.compile(rf"^(?:async\s+)?def\s+{name}\s*\(|^{name}\s*=(?!=)", re.MULTILINE)
    return re.compile(rf"^{name}\s*=(?!=)", re.MULTILINE)


def with_continuation(cells: tuple[Cell, ...], place: int) -> tuple[str, range]:
    """The code of a cell and of those that were cut from it, and their places.

    What follows begins with an indented line and has no label of its own; there may be empty cells between.
    """
    cell, pieces, end = cells[place], [cells[place].source], place + 1
    for at, after in enumerate(islice(cells, place + 1, None), place + 1):
        if after.grade_id not in ("", cell.grade_id):
            break
        if not after.source.strip():
            continue
        if after.kind != "code" or not begins_inside(after.source):
            break
        pieces.append(after.source)
        end = at + 1
    alone, whole = as_run(cell.source), as_run("\n".join((*(piece.rstrip() for piece in pieces[:-1]), pieces[-1])))
    if len(pieces) > 1 and parsed(alone) and not parsed(whole):  # an indented scratch cell
        return alone, range(place, place + 1)
    return whole, range(place, end)


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
        if len(cell.source) <= room:
            room -= len(cell.source)
            own[place] = as_run(cell.source)
    return own


def leaned_on(code: str, others: Iterable[str], provided: frozenset[str] = frozenset()) -> tuple[str, ...]:
    """Those of `others`, in order, that bind a word `code` uses, directly or through one another.

    Textual, so it may take one too many, never one too few. Words in `provided` come from elsewhere.
    """
    others = tuple(others)
    binders: dict[str, list[int]] = {}
    for place, other in enumerate(others):
        for word in bound_words(other) - provided:
            binders.setdefault(word, []).append(place)
    chosen: set[int] = set()
    waiting = [code]
    while waiting:
        words = set(WORD.findall(waiting.pop()))
        new = {place for word in words for place in binders.pop(word, ())} - chosen
        chosen |= new
        waiting += (others[place] for place in new)
    return tuple(others[place] for place in sorted(chosen))


def bound_words(code: str) -> set[str]:
    """Every word that a top-level def, class, import or assignment may bind."""
    return {word for line in BINDING.findall(code) for word in WORD.findall(line)} - KEYWORDS
