"""Beside the pupil: the class's judge, called from a notebook's kernel by the kit's `verifie`.

Answers are plain dictionaries: the kit must work where this project is not, so it imports nothing of it by name.
"""

import secrets
from collections.abc import Sequence
from typing import Any

from autograder.cases import seed_for
from autograder.exercise import Course, Item, Lesson, Outcome
from autograder.grade import grade_item
from autograder.master import Master, load_master
from autograder.notebook import Cell, Notebook
from autograder.sandbox import Sandbox
from autograder.submission import definition_pattern, find_attempt, own_cells


class CannotJudge(Exception):
    """Not here or not now; the pupil has done nothing wrong."""


class Beside:
    """The judge of one kernel. The sandbox starts with the first check and serves the following ones."""

    def __init__(self, course: Course):
        self.course = course
        self.secret = secrets.token_bytes(32)
        self.masters: dict[str, Master] = {}
        self.sandbox: Sandbox | None = None
        self.checks = 0

    def check(self, lesson_name: str, name: str, ran: Sequence[str]) -> dict[str, Any]:
        """The verdict on one answer. `ran`: the code of the cells, in the order in which they were run.

        Raises CannotJudge where the sandbox does not start or breaks down.
        """
        lesson = self.course.lesson(lesson_name)
        item = next((item for item in lesson.items if item.name == name), None) if lesson else None
        if item is None:
            raise CannotJudge(f"{lesson_name} has no exercise {name}")
        try:
            return self._check(lesson, item, ran)
        except KeyboardInterrupt:
            self.close()  # in the middle of a job: the next check starts another sandbox
            raise

    def _check(self, lesson: Lesson, item: Item, ran: Sequence[str]) -> dict[str, Any]:
        try:
            master = self.masters.setdefault(lesson.name, load_master(self.course, lesson))
            self.sandbox = self.sandbox or Sandbox()
        except Exception as problem:  # no component, no wasmtime, no source/: whatever it is, there is another way
            raise CannotJudge(str(problem)) from problem
        self.checks += 1
        notebook = Notebook(cells_of(ran, item), lesson.name)
        attempt = find_attempt(notebook, item, lesson, own_cells(notebook, master))
        seed = seed_for(self.secret, "", item.name, str(self.checks))
        verdict, _ = grade_item(item, attempt, lesson, master, self.sandbox, seed)
        if verdict.outcome is Outcome.GRADER_ERROR:
            raise CannotJudge(verdict.message)
        example = verdict.counterexample
        return {
            "outcome": str(verdict.outcome),
            "message": verdict.message,
            "example": (example.call, example.got, example.expected) if example else None,
        }

    def close(self) -> None:
        if self.sandbox:
            self.sandbox.close()
            self.sandbox = None


def cells_of(ran: Sequence[str], item: Item) -> tuple[Cell, ...]:
    """What was run, as a notebook: each text once, and of the answer only its last version, blanks or not."""
    last = list(dict.fromkeys(reversed(ran)))[::-1]
    defines = definition_pattern(item)
    versions = [code for code in last if defines.search(code)]
    return tuple(Cell("code", code) for code in last if code not in versions[:-1])
