"""The author's notebook, as the grader needs it: what each exercise stands on, its solution and its blank."""

from dataclasses import dataclass
from pathlib import Path

from autograder.exercise import Course, Lesson
from autograder.holes import punch, solve
from autograder.notebook import Cell, read_notebook


@dataclass(frozen=True)
class Master:
    """One lesson's source notebook.

    given      answer name -> code that stands before it: locked cells and the solutions of the earlier answers
    solutions  answer name -> the solved cell
    blanks     answer name -> the cell as the pupil receives it
    known      every code cell of the pupil's notebook as it was released (squeezed), to skip what was not changed
    locked     labels of the cells that are not the pupil's to write
    release    every cell of the pupil's notebook as it was released (squeezed), in order
    """

    given: dict[str, tuple[str, ...]]
    solutions: dict[str, str]
    blanks: dict[str, str]
    known: frozenset[str]
    locked: frozenset[str] = frozenset()
    release: tuple[Cell, ...] = ()


def load_master(course: Course, lesson: Lesson) -> Master:
    return read_master(course.root / "source" / lesson.name / f"{lesson.name}.ipynb", lesson)


def read_master(path: Path, lesson: Lesson) -> Master:
    answers = {item.name for item in (*lesson.items, *lesson.free_texts)}
    given: dict[str, tuple[str, ...]] = {}
    solutions: dict[str, str] = {}
    blanks: dict[str, str] = {}
    so_far: list[str] = []
    release: list[Cell] = []
    locked: list[str] = []
    for cell in read_notebook(path).cells:
        release.append(Cell(cell.kind, squeeze(without_hidden_tests(punch(cell.source))), cell.grade_id))
        if cell.grade_id in answers:
            given[cell.grade_id] = tuple(so_far)
            solutions[cell.grade_id], blanks[cell.grade_id] = solve(cell.source), punch(cell.source)
        if cell.kind != "code":
            continue
        if cell.grade_id and cell.grade_id not in answers:
            locked.append(cell.grade_id)
        if cell.grade_id in answers or is_given(cell.grade_id):
            so_far.append(solve(cell.source))
    known = frozenset(cell.source for cell in release if cell.kind == "code")
    return Master(given, solutions, blanks, known, frozenset(locked), tuple(release))


def is_given(grade_id: str) -> bool:
    """Locked code that later cells stand on. Test cells only look; `outils…` cells only draw for the demos."""
    return bool(grade_id) and not grade_id.startswith(("test_", "outils"))


def without_hidden_tests(code: str) -> str:
    return code.split("### BEGIN HIDDEN TESTS")[0]


def squeeze(code: str) -> str:
    """The code without what an editor changes by itself: spaces at line ends, empty lines around."""
    return "\n".join(line.rstrip() for line in code.strip().splitlines())
