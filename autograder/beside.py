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
from autograder.notebook import Cell, Notebook, Unreadable
from autograder.report import Verdict
from autograder.sandbox import Sandbox, SandboxError, SandboxMissing
from autograder.submission import definition_pattern, find_attempt, own_cells


class Beside:
    """The judge of one kernel. The sandbox starts with the first check and serves the following ones."""

    def __init__(self, course: Course):
        self.course = course
        self.secret = secrets.token_bytes(32)
        self.masters: dict[str, Master] = {}
        self.sandbox: Sandbox | None = None
        self.gave_up = False
        self.checks = 0

    def check(self, lesson_name: str, name: str, ran: Sequence[str]) -> dict[str, Any] | None:
        """The verdict on one answer; None where the sandbox does not start or breaks down: nothing is said then.

        ran   the code of the cells, in the order in which they were run
        """
        lesson = self.course.lesson(lesson_name)
        item = next((item for item in lesson.items if item.name == name), None) if lesson else None
        if item is None or not self.ready(lesson):
            return None
        self.checks += 1
        try:
            verdict = self.verdict(lesson, item, ran)
        except KeyboardInterrupt:
            self.close()  # in the middle of a job: the next check starts another sandbox
            raise
        if verdict.outcome is Outcome.GRADER_ERROR:
            return None
        example = verdict.counterexample
        return {
            "outcome": str(verdict.outcome),
            "message": verdict.message,
            "example": (example.call, example.got, example.expected) if example else None,
        }

    def ready(self, lesson: Lesson) -> bool:
        """Whether the lesson's source and the sandbox are here. Tried once: waiting each time would help nobody."""
        try:
            if lesson.name not in self.masters:
                self.masters[lesson.name] = load_master(self.course, lesson)
            self.sandbox = self.sandbox or (None if self.gave_up else Sandbox())
        except (Unreadable, SandboxError, SandboxMissing, OSError, ImportError):
            self.gave_up = True
        return lesson.name in self.masters and self.sandbox is not None

    def verdict(self, lesson: Lesson, item: Item, ran: Sequence[str]) -> Verdict:
        """Fresh inputs at every check, as for every other attempt."""
        master = self.masters[lesson.name]
        notebook = Notebook(cells_of(ran, item), lesson.name)
        attempt = find_attempt(notebook, item, lesson, own_cells(notebook, master))
        seed = seed_for(self.secret, "", item.name, str(self.checks))
        return grade_item(item, attempt, lesson, master, self.sandbox, seed)[0]

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
