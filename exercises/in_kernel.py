"""`verify(...)` for the hidden test cells: the same judge inside a kernel, for plain `nbgrader autograde`.

Unsafe by nature: the pupil's code shares the process and can reach everything here. Use `tuto grade` for marks.
"""

import copy

from autograder.answer import Answer, Raised
from autograder.cases import cases_for, has_twins
from autograder.exercise import Exercise, Tool
from autograder.judge import judge, judge_question
from autograder.typography import french
from exercises import LESSONS

SEED = 2026


def verify(lesson: str, name: str, answer: object) -> None:
    """Raise AssertionError with the explanation when `answer`, a function or a quiz answer, is not right."""
    item = next(item for known in LESSONS if known.name == lesson for item in known.items if item.name == name)
    if isinstance(item, Exercise):
        cases = cases_for(item, SEED)
        finding = judge(item, cases, [call(answer, case.args) for case in cases])
    else:
        finding = judge_question(item, answer)
    if finding.outcome != "passed":
        raise AssertionError(french(finding.message))


def call(function, args: tuple) -> Answer:
    """One call on photocopies; dictionaries of any kind count as dict."""
    lent = [arg.factory(*copy.deepcopy(arg.args)) if isinstance(arg, Tool) else copy.deepcopy(arg) for arg in args]
    try:
        value = function(*lent)
    except Exception as error:
        return Answer(raised=Raised(type(error).__name__, str(error)))
    after = tuple(None if isinstance(arg, Tool) else copied for arg, copied in zip(args, lent, strict=True))
    return Answer(value=plain(value), args_after=after, twins=has_twins(value))


def plain(value: object) -> object:
    if isinstance(value, dict):
        return {key: plain(item) for key, item in value.items()}
    return [plain(item) for item in value] if isinstance(value, list) else value
