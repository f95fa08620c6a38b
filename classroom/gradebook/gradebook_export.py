"""The marks of a class into nbgrader's gradebook.db, so that formgrader and `nbgrader export` know them.

nbgrader is slow to import, changes the process it runs in, and is only installed where lessons are written: this file
is also a program, which gets the marks in JSON and is the only one to import it.
"""

import importlib.util
import json
import os
import subprocess
import sys
from pathlib import Path

from autograder.notebook import dig

PROJECT = Path(__file__).resolve().parents[2]
LONGEST = 300  # seconds

MISSING = (
    "nbgrader n’est pas installé ici : il sert à ceux qui écrivent des leçons. "
    "Sur cette machine, lancez « python3 start.py jupyter » une fois, puis recommencez."
)


class CannotPush(Exception):
    """nbgrader did not take the marks; the message, in French, says why."""


def push(classroom, database: Path) -> int:
    """Write the marks of every pupil into this gradebook, made when it is not there. How many notebooks it now knows.

    What was marked by hand in formgrader stays, unless the teacher gave points here. Raises CannotPush.
    """
    if importlib.util.find_spec("nbgrader") is None:
        raise CannotPush(MISSING)
    marks = marks_for_nbgrader(classroom)
    scripts = str(Path(sys.executable).parent)  # nbgrader calls `alembic` by its name
    try:
        ran = subprocess.run(
            [sys.executable, "-m", "classroom.gradebook.gradebook_export", str(database)],
            input=json.dumps(marks),
            capture_output=True,
            text=True,
            encoding="utf-8",
            timeout=LONGEST,
            cwd=PROJECT,
            env=os.environ | {"PATH": scripts + os.pathsep + os.environ.get("PATH", ""), "PYTHONUTF8": "1"},
        )
    except (OSError, subprocess.TimeoutExpired) as problem:
        raise CannotPush(f"nbgrader n’a pas répondu : {problem}") from None
    if ran.returncode:
        raise CannotPush(f"nbgrader n’a pas pu écrire dans {database.name} : {last_line(ran.stderr)}")
    return sum(len(pupil["submissions"]) for pupil in marks["pupils"])


def last_line(text: str) -> str:
    return text.strip().rsplit("\n", 1)[-1] or "raison inconnue"


def marks_for_nbgrader(classroom) -> dict:
    """Plain values: the lessons with their graded cells, the pupils with their points."""
    from classroom.gradebook.exports import begun, folder_names, handed_at, released, timestamp
    from classroom.gradebook.marks import marks_of_class

    names = folder_names(classroom)
    lessons: dict[str, list[dict]] = {}
    pupils = []
    for marks in marks_of_class(classroom):
        work = {lesson.name: handed_at(copy, answers) for lesson, copy, answers in begun(marks.pupil)}
        submissions = {}
        for one in marks.lessons:
            if one.lesson.name not in work:
                continue
            lessons.setdefault(one.lesson.name, cells_of(json.loads(released(one.lesson.name))))
            submissions[one.lesson.name] = {
                "timestamp": timestamp(work[one.lesson.name]),
                "marks": [mark_record(mark) for mark in one.marks],
            }
        pupils.append({"id": names[marks.pupil.pk], "name": marks.pupil.pseudonym, "submissions": submissions})
    return {"lessons": lessons, "pupils": pupils}


def mark_record(mark) -> dict:
    """A code cell is graded by its `test_…` cell; a free text is its own graded cell, and is read by a person."""
    by_hand = mark.free or mark.machine is not None
    by_machine = mark.points if mark.machine is None else mark.machine
    return {
        "cell": mark.name if mark.free else f"test_{mark.name}",
        "auto": None if mark.free else by_machine or 0.0,
        "manual": mark.points if by_hand else None,
        "unread": mark.free and mark.points is None,
        "solution": mark.name,
        "comment": mark.comment or mark.reason,
    }


def cells_of(notebook: dict) -> list[dict]:
    """The labelled cells of a released notebook, as nbgrader's database describes them."""
    labelled = [(cell, dig(cell, "metadata", "nbgrader")) for cell in notebook["cells"]]
    return [
        {
            "name": label["grade_id"],
            "type": cell["cell_type"],
            "source": "".join(cell["source"]),
            "checksum": label.get("checksum"),
            "locked": label["locked"],
            "grade": label["grade"],
            "solution": label["solution"],
            "points": label.get("points", 0),
        }
        for cell, label in labelled
        if label
    ]


def write(marks: dict, database: Path) -> None:
    """In nbgrader's own words: this runs in a process of its own."""
    from nbgrader.api import Gradebook

    with Gradebook(f"sqlite:///{database}", course_id="tuto_llm") as book:
        for lesson, cells in marks["lessons"].items():
            write_lesson(book, lesson, cells)
        for pupil in marks["pupils"]:
            book.update_or_create_student(pupil["id"], first_name=pupil["name"])
            for lesson, submission in pupil["submissions"].items():
                write_submission(book, lesson, pupil["id"], submission)
        book.db.commit()


def write_lesson(book, lesson: str, cells: list[dict]) -> None:
    book.update_or_create_assignment(lesson)
    book.update_or_create_notebook(lesson, lesson)
    for cell in cells:
        where = (cell["name"], lesson, lesson)
        if cell["grade"]:
            book.update_or_create_grade_cell(*where, max_score=cell["points"], cell_type=cell["type"])
        if cell["solution"]:
            book.update_or_create_solution_cell(*where)
        words = {key: cell[key] for key in ("source", "checksum", "locked")}
        book.update_or_create_source_cell(*where, cell_type=cell["type"], **words)


def write_submission(book, lesson: str, pupil: str, submission: dict) -> None:
    from nbgrader.api import MissingEntry

    book.update_or_create_submission(lesson, pupil, timestamp=submission["timestamp"])
    for mark in submission["marks"]:
        try:
            grade = book.find_grade(mark["cell"], lesson, lesson, pupil)
            comment = book.find_comment(mark["solution"], lesson, lesson, pupil)
        except MissingEntry:  # the exercise came into the lesson after this submission
            continue
        grade.auto_score = mark["auto"]
        if mark["manual"] is not None:
            grade.manual_score = mark["manual"]
        grade.needs_manual_grade = mark["unread"] and grade.manual_score is None
        if mark["comment"]:
            comment.manual_comment = mark["comment"]


if __name__ == "__main__":
    write(json.load(sys.stdin), Path(sys.argv[1]))
