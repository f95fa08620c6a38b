"""Wrong ideas and properties: each can run, and no two of them look alike on the edges."""

import random
from collections.abc import Callable, Iterator, Sequence
from itertools import combinations

from autograder.answer import Answer
from autograder.authoring import phrases
from autograder.authoring.broken import stop_of
from autograder.authoring.checks.arguments import fits, signature_of
from autograder.authoring.draft import Draft
from autograder.authoring.patience import SECONDS, TooLong, patience
from autograder.authoring.problem import Problem
from autograder.cases import cases_for, observe
from autograder.compare import same
from autograder.exercise import Exercise, Misconception, Property, Tool
from autograder.show import show_answer, show_call

DRAWS = 300  # looked through for an input that tells two ideas apart
SLIPS = ("NameError", "UnboundLocalError", "ImportError", "ModuleNotFoundError", "NotImplementedError")


def properties(draft: Draft, exercise: Exercise) -> Iterator[Problem]:
    """What every right answer satisfies: the reference's first."""
    for prop in exercise.properties:
        says = None
        try:
            with patience():
                failing = next((args for args, values in asked_of(exercise, prop) if not prop.holds(*values)), None)
        except TooLong:
            says = phrases.PROPERTY_LONG.format(name=prop.name, seconds=int(SECONDS))
        except Exception as error:
            says = phrases.PROPERTY_STOPS.format(name=prop.name, stop=stop_of(error, draft.course.root))
        else:
            if failing is not None:
                call = f" pour `{show_call(exercise, failing)}`" if failing else ""
                says = phrases.PROPERTY_FAILS.format(name=prop.name, call=call)
        if says:
            yield Problem(draft.in_code(exercise, prop.name), says)


def asked_of(exercise: Exercise, prop: Property) -> list[tuple[tuple, tuple]]:
    """(arguments to show, what `holds` is asked) with the reference's answers; a property with inputs is asked once."""
    if prop.on:
        return [((), tuple(observe(exercise.reference, args).value for args in prop.on))]
    return [(case.args, (case.args, case.expected.value)) for case in cases_for(exercise, seed=5)]


def names(draft: Draft, exercise: Exercise) -> Iterator[Problem]:
    every = [idea.name for idea in exercise.misconceptions]
    for name in sorted({name for name in every if every.count(name) > 1}):
        yield Problem(draft.in_code(exercise, name), phrases.IDEA_TWICE.format(name=name))


def signatures(draft: Draft, exercise: Exercise) -> Iterator[Problem]:
    for idea in exercise.misconceptions:
        if not fits(idea.wrong, exercise.edges[0]):
            says = phrases.IDEA_MISFIT.format(name=idea.name, wanted=signature_of(exercise.reference))
            yield Problem(draft.in_code(exercise, idea.name), says)


def running(draft: Draft, exercise: Exercise) -> Iterator[Problem]:
    for idea, seen in zip(exercise.misconceptions, answers_of(exercise), strict=True):
        place = draft.in_code(exercise, idea.name)
        if seen is None:
            yield Problem(place, phrases.IDEA_LONG.format(name=idea.name, seconds=int(SECONDS)))
            continue
        slip = next((answer.raised for answer in seen if answer.raised and answer.raised.kind in SLIPS), None)
        if slip:
            says = phrases.IDEA_BROKEN.format(name=idea.name, kind=slip.kind, detail=slip.detail)
            yield Problem(place, says)


def answers_of(exercise: Exercise) -> list[list[Answer] | None]:
    """What each wrong idea answers on the edges, None for one that takes too long."""
    wrongs = [idea.wrong for idea in exercise.misconceptions]
    try:
        with patience():
            return [[observe(wrong, args) for args in exercise.edges] for wrong in wrongs]
    except TooLong:
        return [answers(wrong, exercise.edges) for wrong in wrongs]


def answers(function: Callable, inputs: Sequence[tuple]) -> list[Answer] | None:
    try:
        with patience():
            return [observe(function, args) for args in inputs]
    except TooLong:
        return None


def alike(draft: Draft, exercise: Exercise) -> Iterator[Problem]:
    """The reference and the wrong ideas differ somewhere on the edges; else a draw that does so is proposed."""
    seen = [(None, [observe(exercise.reference, args) for args in exercise.edges])]
    for idea, found in zip(exercise.misconceptions, answers_of(exercise), strict=True):
        if found and fits(idea.wrong, exercise.edges[0]):
            seen.append((idea, found))
    for (one, first), (other, second) in combinations(seen, 2):
        if all(same(a, b) for a, b in zip(first, second, strict=True)):
            place = draft.in_code(exercise, other.name)
            yield Problem(place, advice(exercise, one, other))


def advice(exercise: Exercise, one: Misconception | None, other: Misconception) -> str:
    """Which input to add, when some draw tells them apart; `one` is None for the reference."""
    pattern = phrases.IDEAS_ALIKE if one else phrases.IDEA_IS_RIGHT
    said = pattern.format(name=other.name, one=one.name if one else "", other=other.name)
    right = one.wrong if one else exercise.reference
    args = telling(exercise, right, other.wrong)
    if args is None:
        return (phrases.NO_EDGE if one else phrases.NO_EDGE_RIGHT).format(said=said, draws=DRAWS)
    if not any(isinstance(arg, Tool) for arg in args):
        return phrases.ADD_EDGE.format(said=said, args=repr(args))
    first, second = (show_answer(observe(function, args)) for function in (right, other.wrong))
    return phrases.ADD_SOME_EDGE.format(said=said, one=first, other=second, call=show_call(exercise, args))


def telling(exercise: Exercise, one: Callable, other: Callable) -> tuple | None:
    """The shortest drawn input on which two functions differ."""
    found: list[tuple] = []
    rng = random.Random(0)
    try:
        with patience():
            for _ in range(DRAWS):
                args = exercise.draw(rng)
                if not same(observe(one, args), observe(other, args)):
                    found.append(args)
    except TooLong:
        pass
    return min(found, key=lambda args: len(repr(args)), default=None)
