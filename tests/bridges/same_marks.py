"""The sample class through everything that grades: the same marks, answer by answer.

    python tests/bridges/same_marks.py      prints a table; exits 1 when two of them differ

A mark is None where nothing was graded (a damaged file): that must be the same everywhere too, never a silent zero.
"""

import json
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(ROOT))

from course_config import COURSE  # noqa: E402
from tests.bridges.by_otter import verdicts_by_otter  # noqa: E402
from tests.bridges.cycle import Cycle, Launch, by_command, start_cycle  # noqa: E402
from tests.sample_class import BROKEN, LESSON, PUPILS, make  # noqa: E402

NAMES = tuple(item.name for item in COURSE.lesson(LESSON).items)
GRADEBOOK = """
select student.id, base_cell.name, grade.auto_score, grade.needs_manual_grade
from grade join base_cell on base_cell.id = grade.cell_id
join submitted_notebook on submitted_notebook.id = grade.notebook_id
join submitted_assignment on submitted_assignment.id = submitted_notebook.assignment_id
join student on student.id = submitted_assignment.student_id
"""
Marks = dict[tuple[str, str], float | None]  # (pupil, answer) -> points


def marks_of_everybody(folder: Path, pupils: Sequence[str], launch: Launch = by_command) -> dict[str, Marks]:
    """What each way gives to these pupils of the sample class."""
    cycle = start_cycle(folder / "nbgrader", launch, say=lambda sentence: None)
    submitted = cycle.course / "submitted"
    for pupil in pupils:
        (submitted / pupil / LESSON).mkdir(parents=True)
        (submitted / pupil / LESSON / f"{LESSON}.ipynb").write_bytes(make(pupil))
    some_broken = BROKEN in pupils
    found = {"tuto grade": by_tuto_grade(submitted)}
    cycle.run("tuto", "autograde", LESSON, expect=2 if some_broken else 0)
    found["tuto autograde"] = in_gradebook(cycle, pupils)
    cycle.run("nbgrader", "autograde", LESSON, "--force", expect=1 if some_broken else 0)
    found["nbgrader autograde"] = in_gradebook(cycle, pupils)
    (folder / "otter").mkdir()
    found["otter run"] = by_otter(folder / "otter", pupils)
    return found


def by_tuto_grade(submitted: Path) -> Marks:
    command = [sys.executable, "-m", "autograder.cli", "grade", str(submitted), "--json"]
    said = json.loads(subprocess.run(command, cwd=ROOT, capture_output=True, check=False).stdout)
    records = said if isinstance(said, list) else [said]
    given = {(record["pupil"], one["name"]): one["points"] for record in records for one in record["exercises"]}
    return complete(given, (record["pupil"] for record in records))


def in_gradebook(cycle: Cycle, pupils: Sequence[str]) -> Marks:
    """Read straight from the file: a mark that waits for a person is no mark yet."""
    with sqlite3.connect(cycle.course / "gradebook.db") as book:
        rows = book.execute(GRADEBOOK).fetchall()
    given = {
        (pupil, cell.removeprefix("test_")): None if by_hand else score
        for pupil, cell, score, by_hand in rows
        if cell.startswith("test_")
    }
    return complete(given, pupils)


def by_otter(folder: Path, pupils: Sequence[str]) -> Marks:
    found = verdicts_by_otter(LESSON, {pupil: make(pupil) for pupil in pupils}, folder)
    return complete({(pupil, name): points for pupil, one in found.items() for name, points in one.items()}, pupils)


def complete(given: Marks, pupils: Iterable[str]) -> Marks:
    return {(pupil, name): given.get((pupil, name)) for pupil in pupils for name in NAMES}


def differences(found: dict[str, Marks]) -> dict[tuple[str, str], dict[str, float | None]]:
    """Every answer on which two ways of grading disagree, with the mark of each."""
    places = {place for marks in found.values() for place in marks}
    every = {place: {way: marks.get(place) for way, marks in found.items()} for place in sorted(places)}
    return {place: marks for place, marks in every.items() if len(set(marks.values())) > 1}


def table(found: dict[str, Marks]) -> str:
    """Pupil by pupil: the points of each answer once where all agree, and the total by each way."""
    wrong = differences(found)
    lines = [f"{'':<8}" + "".join(f"{name[:10]:>11}" for name in NAMES)]
    first = next(iter(found.values()))
    for pupil in dict.fromkeys(pupil for pupil, _ in first):
        cells = ["≠" if (pupil, name) in wrong else shown(first[pupil, name]) for name in NAMES]
        lines.append(f"{pupil:<8}" + "".join(f"{cell:>11}" for cell in cells))
    lines += [f"{way:<20}{sum(mark or 0 for mark in marks.values()):>6g} points" for way, marks in found.items()]
    lines += [f"≠ {pupil}, {name} : {marks}" for (pupil, name), marks in wrong.items()]
    return "\n".join(lines)


def shown(mark: float | None) -> str:
    return "–" if mark is None else f"{mark:g}"


def main() -> int:
    with tempfile.TemporaryDirectory(prefix="tuto-notes-") as folder:
        found = marks_of_everybody(Path(folder), tuple(PUPILS))
    print(table(found))
    return 1 if differences(found) else 0


if __name__ == "__main__":
    sys.exit(main())
