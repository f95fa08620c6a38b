"""Turn answers into something to tell a pupil. Pure: no disk, no clock, no pupil's code.

Order of what a pupil is told: the misconception that predicts every answer; else the exception; else what can be
seen of the answer's structure; else the property that does not hold; else what the numbers show; else the example.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from autograder import diagnosis, phrases, show
from autograder.answer import Answer
from autograder.cases import Case, observe
from autograder.compare import same
from autograder.exercise import Exercise, Misconception, Outcome, Property, Question
from autograder.python_errors import explain_error
from autograder.report import Counterexample

Related = Mapping[str, Sequence[Answer]]  # property name -> the answers on its own inputs


@dataclass(frozen=True)
class Finding:
    """What the judge found in one exercise."""

    outcome: Outcome
    message: str
    misconception: str | None = None
    counterexample: Counterexample | None = None
    line: int = 0
    family: str = ""  # where the message comes from: misconception, error, structure, property, numbers, value


def is_right(cases: Sequence[Case], answers: Sequence[Answer]) -> bool:
    """The comparison with the reference decides, alone."""
    return all(same(answer, case.expected) for case, answer in zip(cases, answers, strict=True))


def judge(
    exercise: Exercise, cases: Sequence[Case], answers: Sequence[Answer], code: str = "", related: Related | None = None
) -> Finding:
    """Decide and explain. `code` helps to word an exception; `related` answers the properties that have inputs."""
    if is_right(cases, answers):
        return Finding(Outcome.PASSED, f"{phrases.PASSED} {exercise.built}")
    case, answer = smallest_failure(cases, answers)
    outcome = Outcome.RAISED if answer.raised else Outcome.WRONG
    family, message, misconception = explain(exercise, cases, answers, answer, code, related or {})
    return Finding(
        outcome,
        message,
        misconception.name if misconception else None,
        show.counterexample(exercise, case.args, answer, case.expected),
        answer.raised.line if answer.raised else 0,
        family,
    )


def smallest_failure(cases: Sequence[Case], answers: Sequence[Answer]) -> tuple[Case, Answer]:
    """The failing case that teaches most: a difference that is seen without more digits, an answer rather than an
    exception, something in the input, then short."""

    def size(pair: tuple[Case, Answer]) -> tuple[bool, bool, bool, int]:
        case, answer = pair
        alike = show.show_answer(answer) == show.show_answer(case.expected)
        empty = any(isinstance(arg, (str, list, dict)) and not arg for arg in case.args)
        return alike, bool(answer.raised), empty, len(repr(case.args)) + len(repr(case.expected.value))

    failing = [pair for pair in zip(cases, answers, strict=True) if not same(pair[1], pair[0].expected)]
    return min(failing, key=size)


def explain(
    exercise: Exercise, cases: Sequence[Case], answers: Sequence[Answer], example: Answer, code: str, related: Related
) -> tuple[str, str, Misconception | None]:
    pairs = list(zip(cases, answers, strict=True))
    if misconception := find_misconception(exercise, cases, answers):
        return "misconception", misconception.hint, misconception
    if example.raised:
        return "error", explain_error(example.raised, code, exercise.name), None
    if said := diagnosis.structure(pairs):
        return "structure", said, None
    if said := broken_property(exercise, cases, answers, related):
        return "property", said, None
    if said := diagnosis.numbers(pairs):
        return "numbers", said, None
    return "value", diagnosis.mostly_right(pairs) or phrases.VALUE, None


def find_misconception(exercise: Exercise, cases: Sequence[Case], answers: Sequence[Answer]) -> Misconception | None:
    """The wrong idea that predicts every one of these answers, if there is one."""
    for misconception in exercise.misconceptions:
        if all(
            same(answer, observe(misconception.wrong, case.args)) for case, answer in zip(cases, answers, strict=True)
        ):
            return misconception
    return None


def broken_property(
    exercise: Exercise, cases: Sequence[Case], answers: Sequence[Answer], related: Related
) -> str | None:
    for prop in exercise.properties:
        if prop.on:
            asked = [tuple(answer.value for answer in related.get(prop.name, ()) if not answer.raised)]
            asked = [values for values in asked if len(values) == len(prop.on)]
        else:
            asked = [
                (case.args, answer.value) for case, answer in zip(cases, answers, strict=True) if not answer.raised
            ]
        if any(not holds(prop, values) for values in asked):
            return prop.says
    return None


def holds(prop: Property, values: tuple) -> bool:
    """A property that cannot even be computed on this answer does not hold."""
    try:
        return bool(prop.holds(*values))
    except Exception:
        return False


def judge_question(question: Question, answer: object) -> Finding:
    """A quiz answer is one of the keys; anything else is asked again."""
    key = answer.strip().lower() if isinstance(answer, str) else None
    choice = next((choice for choice in question.choices if choice.key == key), None)
    if choice is None:
        keys = ", ".join(f'`"{choice.key}"`' for choice in question.choices)
        return Finding(Outcome.WRONG, phrases.QUIZ_KEYS.format(keys=keys), family="structure")
    if choice.key == question.right:
        return Finding(Outcome.PASSED, phrases.QUIZ_RIGHT.format(reason=choice.reason))
    return Finding(Outcome.WRONG, choice.reason, f"choix_{choice.key}", family="misconception")
