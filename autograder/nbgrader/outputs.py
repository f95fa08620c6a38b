"""What a verdict leaves under its test cell: an explanation to read, then the points, as nbgrader reads them.

nbgrader takes the first `execute_result` of a graded cell for its points; without one it gives full marks, and for a
negative number too. HTML is made here from escaped texts only, in the words of Bootstrap 3, which formgrader speaks.
"""

from typing import Any

from markupsafe import Markup

from autograder.exercise import Exercise, Item, Outcome
from autograder.feedback.phrases import STATES
from autograder.feedback.typography import clean, prose
from autograder.nbgrader import phrases
from autograder.records import verdict_record
from autograder.report import Verdict
from autograder.typography import french

TONES = {Outcome.PASSED: "success", Outcome.NOT_ATTEMPTED: "info", Outcome.GRADER_ERROR: "danger"}
HINTED = (Outcome.WRONG, Outcome.RAISED, Outcome.TIMED_OUT, Outcome.NOT_ATTEMPTED)
IGNORED_BY_MATHJAX = "tex2jax_ignore"
RECORD = "tuto"  # where the verdict is kept, in the metadata of the explanation


def outputs_of(verdict: Verdict | None, item: Item | None, worth: float) -> list[dict[str, Any]]:
    """The outputs of one graded cell. worth: the points nbgrader's database gives the cell.

    Without a verdict, or when the grader had a problem, the points are 0 here and a person must look: see
    `needs_person`.
    """
    said = (state_of(verdict), *sentences(verdict))
    explanation = {
        "output_type": "display_data",
        "data": {"text/plain": "\n".join(french(clean(text)) for text in said), "text/html": page_of(verdict, item)},
        "metadata": {RECORD: record_of(verdict)},
    }
    points = {
        "output_type": "execute_result",
        "execution_count": None,
        "data": {"text/plain": number(share(verdict) * worth)},
        "metadata": {},
    }
    return [explanation, points]


def record_of(verdict: Verdict | None) -> dict[str, Any]:
    if verdict is None:
        return {"outcome": None}
    return verdict_record(verdict) | {"message": clean(verdict.message), "line": verdict.line}


def needs_person(record: dict[str, Any]) -> bool:
    return record.get("outcome") in (None, Outcome.GRADER_ERROR)


def share(verdict: Verdict | None) -> float:
    """The part of the points that was earned, from 0 to 1."""
    if verdict is None or not verdict.max_points:
        return 0.0
    return min(1.0, max(0.0, verdict.points / verdict.max_points))


def number(points: float) -> str:
    """As Python's float() reads it, never negative, no « -0 »."""
    return f"{points:.6f}".rstrip("0").rstrip(".")


def state_of(verdict: Verdict | None) -> str:
    word = STATES[verdict.outcome].word if verdict else phrases.NOT_JUDGED
    return word[:1].upper() + word[1:]


def sentences(verdict: Verdict | None) -> list[str]:
    """The explanation as plain sentences: the message, the example, the badge."""
    if verdict is None:
        return [phrases.NOT_OURS]
    said = [verdict.message]
    if example := verdict.counterexample:
        said.append(phrases.EXAMPLE.format(call=example.call, got=example.got, expected=example.expected))
    if verdict.badge:
        said.append(phrases.BADGE.format(title=verdict.badge.title, proves=verdict.badge.proves))
    if verdict.outcome is Outcome.GRADER_ERROR:
        said.append(phrases.NEEDS_PERSON)
    return said


def page_of(verdict: Verdict | None, item: Item | None) -> Markup:
    tone = TONES.get(verdict.outcome, "warning") if verdict else "danger"
    lines = Markup("").join(Markup("<p>{}</p>").format(prose(text)) for text in sentences(verdict))
    hints = item.hints if verdict and isinstance(item, Exercise) and verdict.outcome in HINTED else ()
    ladder = Markup("").join(Markup("<li>{}</li>").format(prose(hint)) for hint in hints)
    folded = Markup("<details><summary>{}</summary><ol>{}</ol></details>").format(prose(phrases.HINTS), ladder)
    whole = Markup('<div class="alert alert-{} {}"><p><strong>{}</strong></p>{}{}</div>')
    return whole.format(tone, IGNORED_BY_MATHJAX, prose(state_of(verdict)), lines, folded if hints else "")
