"""The solutions of source/ go through the very same grading as a pupil's answers, in the sandbox."""

import re
from collections.abc import Iterable, Iterator, Mapping

from autograder.authoring import phrases
from autograder.authoring.draft import Draft, read_draft
from autograder.authoring.places import Definition
from autograder.authoring.problem import Problem
from autograder.exercise import Course, Item, Lesson
from autograder.grade import grade_item
from autograder.master import Master, load_master
from autograder.report import Verdict
from autograder.sandbox import Sandbox, SandboxError, SandboxMissing
from autograder.submission import Attempt

SEED = 7
BLANK = re.compile(r"(?<!\w)_{3,}(?!\w)")


def problems(course: Course, lessons: Iterable[Lesson], definitions: Mapping[str, Definition]) -> Iterator[Problem]:
    """Of these lessons: a solution that does not pass, a blank that does."""
    lessons = tuple(lessons)
    if not lessons:
        return
    try:
        with Sandbox() as sandbox:
            for lesson in lessons:
                draft, master = read_draft(course, lesson, definitions), load_master(course, lesson)
                for item in lesson.items:
                    yield from tried(draft, master, item, sandbox)
    except (SandboxMissing, SandboxError) as problem:
        yield Problem(phrases.SOLUTIONS, str(problem))


def tried(draft: Draft, master: Master, item: Item, sandbox: Sandbox) -> Iterator[Problem]:
    place = draft.in_notebook(draft.cell(item.name))
    solved = verdict(master.solutions[item.name], draft, master, item, sandbox)
    if not solved.passed:
        yield Problem(place, phrases.SOLUTION_FAILS.format(message=solved.message, example=example(solved)))
        return
    filled = BLANK.sub("None", master.blanks[item.name])
    if verdict(filled, draft, master, item, sandbox).passed:
        yield Problem(place, phrases.BLANK_PASSES)


def verdict(code: str, draft: Draft, master: Master, item: Item, sandbox: Sandbox) -> Verdict:
    return grade_item(item, Attempt(code, (), found=True), draft.lesson, master, sandbox, SEED)[0]


def example(verdict: Verdict) -> str:
    if not (shown := verdict.counterexample):
        return ""
    return phrases.EXAMPLE.format(call=shown.call, got=shown.got, expected=shown.expected)
