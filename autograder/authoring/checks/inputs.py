"""Inputs: the edges and the draws are tuples that fit the reference, and the reference answers them all."""

import random
from collections.abc import Iterator

from autograder.authoring import phrases
from autograder.authoring.broken import stop_of
from autograder.authoring.checks.arguments import fits, signature_of, stands_alone, stranger
from autograder.authoring.draft import Draft
from autograder.authoring.patience import SECONDS, TooLong, patience
from autograder.authoring.problem import Problem
from autograder.cases import DRAWS, observe
from autograder.exercise import Exercise
from autograder.show import show, show_call


def edges(draft: Draft, exercise: Exercise) -> Iterator[Problem]:
    place = draft.in_code(exercise, "edges")
    if not exercise.edges:
        yield Problem(place, phrases.NO_EDGES)
    for rank, args in enumerate(exercise.edges, 1):
        if not isinstance(args, tuple):
            yield Problem(place, phrases.EDGE_NOT_TUPLE.format(rank=rank, value=show(args)))
        elif not fits(exercise.reference, args):
            wanted = signature_of(exercise.reference)
            yield Problem(place, phrases.EDGE_MISFIT.format(rank=rank, wanted=wanted))
        elif kind := stranger(args):
            yield Problem(place, phrases.EDGE_WALL.format(rank=rank, kind=kind))
        elif not all(stands_alone(arg) for arg in args):
            yield Problem(place, phrases.TOOL_NOT_DEF)


def draw(draft: Draft, exercise: Exercise) -> Iterator[Problem]:
    place = draft.in_code(exercise, "draw")
    try:
        with patience():
            once, again, other = (drawn(exercise, seed) for seed in (1, 1, 2))
    except TooLong:
        yield Problem(place, phrases.DRAW_LONG.format(seconds=int(SECONDS)))
        return
    except Exception as error:
        yield Problem(place, phrases.DRAW_STOPS.format(stop=stop_of(error, draft.course.root)))
        return
    said = next(filter(None, (draw_objection(exercise, args) for args in once)), None)
    if said is None and repr(once) != repr(again):
        said = phrases.DRAW_CHANGES
    if said is None and repr(once) == repr(other):
        said = phrases.DRAW_CONSTANT
    if said:
        yield Problem(place, said)


def drawn(exercise: Exercise, seed: int) -> list:
    rng = random.Random(seed)
    return [exercise.draw(rng) for _ in range(DRAWS)]


def draw_objection(exercise: Exercise, args: object) -> str | None:
    if not isinstance(args, tuple):
        return phrases.DRAW_NOT_TUPLE.format(value=show(args))
    if not fits(exercise.reference, args):
        return phrases.DRAW_MISFIT.format(value=show(args), wanted=signature_of(exercise.reference))
    kind = stranger(args)
    return phrases.DRAW_WALL.format(kind=kind) if kind else None


def reference(draft: Draft, exercise: Exercise) -> Iterator[Problem]:
    """Asked only of inputs that fit it."""
    place = draft.in_code(exercise, "reference")
    fitting = [args for args in exercise.edges if isinstance(args, tuple) and fits(exercise.reference, args)]
    try:
        with patience():
            tried = fitting + [args for args in drawn(exercise, 1) if draw_objection(exercise, args) is None]
            answers = [observe(exercise.reference, args) for args in tried]
    except TooLong:
        yield Problem(place, phrases.REFERENCE_LONG.format(seconds=int(SECONDS)))
        return
    except Exception:
        return  # it is the draw that stops, and that was said
    for args, answer in zip(tried, answers, strict=True):
        call = show_call(exercise, args)
        if answer.raised:
            kind, detail = answer.raised.kind, answer.raised.detail
            yield Problem(place, phrases.REFERENCE_STOPS.format(kind=kind, detail=detail, call=call))
            return
        if kind := stranger((answer.value,)):
            yield Problem(place, phrases.REFERENCE_WALL.format(kind=f"un {kind}", call=call))
            return
