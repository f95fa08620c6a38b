"""What the sandbox runs for one exercise: what stands before it, the pupil's helpers, the answer."""

import ast
import re
from collections.abc import Iterator
from dataclasses import replace

from autograder.exercise import Exercise, Lesson
from autograder.master import Master
from autograder.python_code import parsed
from autograder.sandbox.job import Job, Unit
from autograder.submission import Attempt, leaned_on, reserved

LINE_END = re.compile(r"\r\n|\r|\n")  # Python's own, by which it numbers the lines


def units_for(exercise: Exercise, attempt: Attempt, lesson: Lesson, master: Master) -> tuple[Unit, ...]:
    """What stands before (ours), the pupil's helpers (definitions only), then the answer."""
    everything = "\n".join((*attempt.helpers, attempt.code))
    ours = tuple(Unit(code) for code in leaned_on(everything, master.given.get(exercise.name, ())))
    others = reserved(lesson, exercise)
    helpers = tuple(Unit(code, definitions_only=True, skip=others) for code in attempt.helpers)
    return (*ours, *helpers, Unit(attempt.code, skip=others))


def only_the_answer(job: Job) -> Job:
    """The same without the pupil's helpers, and without what the answer's cell does beside its definitions."""
    ours = tuple(unit for unit in job.units[:-1] if not unit.definitions_only)
    return replace(job, units=(*ours, replace(job.units[-1], definitions_only=True)))


def with_values_made(job: Job, attempt: Attempt) -> Job:
    """The same, and what the helpers make at their top level for the answer: `LETTRES = list("abc".upper())`.

    That may be slow, or never end: nothing is made before a word is missing, and nothing that the answer can spare.
    """
    skip = job.units[-1].skip
    assigns = {code: assigned for helper in attempt.helpers for code, assigned in statements_in(helper)}
    made = "\n".join(code for code in leaned_on(attempt.code, assigns, skip) if assigns[code])
    return replace(job, units=(*job.units[:-1], Unit(made, skip=skip), job.units[-1])) if made else job


def statements_in(code: str) -> Iterator[tuple[str, bool]]:
    """The text of each, which may have a line in common with another, and whether it is an assignment."""
    lines = [line.encode("utf-8", "surrogatepass") for line in LINE_END.split(code)]  # ast counts bytes
    for node in parsed(code) or ():
        text = lines[node.lineno - 1 : node.end_lineno]
        text[-1] = text[-1][: node.end_col_offset]
        text[0] = text[0][node.col_offset :]
        yield b"\n".join(text).decode("utf-8", "replace"), isinstance(node, ast.Assign | ast.AnnAssign)
