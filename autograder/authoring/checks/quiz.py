"""Quiz questions: a right choice, others to choose from, a reason for each, and the same words in the notebook."""

import re
from collections.abc import Iterator

from autograder.authoring import phrases
from autograder.authoring.draft import Draft, SourceCell
from autograder.authoring.problem import Problem
from autograder.typography import french

FEWEST = 2


def choices(draft: Draft) -> Iterator[Problem]:
    for question in draft.lesson.questions:
        keys = [choice.key for choice in question.choices]
        place = draft.in_code(question, "choices")
        if len(keys) < FEWEST:
            yield Problem(place, phrases.FEW_CHOICES.format(count=len(keys)))
        for key in sorted({key for key in keys if keys.count(key) > 1}):
            yield Problem(draft.in_code(question, key), phrases.KEY_TWICE.format(key=key))
        if question.right not in keys:
            says = phrases.NO_RIGHT_CHOICE.format(right=question.right, keys=", ".join(keys))
            yield Problem(draft.in_code(question, "right"), says)


def reasons(draft: Draft) -> Iterator[Problem]:
    for question in draft.lesson.questions:
        for choice in question.choices:
            if not choice.reason.strip():
                yield Problem(draft.in_code(question, choice.key), phrases.NO_REASON.format(key=choice.key))


def asked(draft: Draft) -> Iterator[Problem]:
    """A pupil answers by a letter: it must stand for the same words in the notebook and here."""
    for item in (*draft.lesson.questions, *draft.lesson.free_texts):
        if (cell := question_cell(draft, item.name)) is None:
            continue
        if plain(item.prompt) not in plain(cell.source):
            yield Problem(draft.in_notebook(cell), phrases.OTHER_PROMPT.format(name=item.name, prompt=item.prompt))
        for choice in getattr(item, "choices", ()):
            line = f"- **{choice.key}.** {choice.text}"
            if plain(line) not in plain(cell.source):
                yield Problem(draft.in_notebook(cell), phrases.OTHER_CHOICE.format(name=item.name, line=line))


def question_cell(draft: Draft, name: str) -> SourceCell | None:
    """The text just above an answer."""
    answer = draft.cell(name)
    above = [cell for cell in draft.cells if cell.kind == "markdown" and answer and cell.number < answer.number]
    return above[-1] if above else None


def plain(text: str) -> str:
    """Whatever its typography and its bold words."""
    return re.sub(r"\s+", " ", french(text.replace("**", "")))
