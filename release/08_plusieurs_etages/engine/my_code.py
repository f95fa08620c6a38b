"""Train a model with functions written in plain loops: the engine passes its numbers `V` through a pupil's own code.

Does: turn weights into `V`, run the given model on each word, correct every weight by `rate` x its derivative.
Does not: go fast (about 50 steps per second with 8 dimensions), use Adam, or care how the functions are written, as
long as they use + - x / and this engine's exp, log and sqrt.
"""

import gc
import math
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager

from engine.layers import softmax
from engine.loss import loss, mean_loss
from engine.scalar import LogOfZero, V, backward
from engine.training import Exploded, Progress


def on_tape(weights: object, tape: list, leaves: list[V]) -> object:
    """A copy of dictionaries and lists where each float is a `V`, also put into `leaves`; anything else is left as is.

    >>> on_tape({"W": [[1.0, 2.0]], "heads": 4}, [], [])
    {'W': [[V(1.0), V(2.0)]], 'heads': 4}
    """
    if isinstance(weights, dict):
        return {name: on_tape(part, tape, leaves) for name, part in weights.items()}
    if isinstance(weights, list):
        return [on_tape(part, tape, leaves) for part in weights]
    if isinstance(weights, float):
        leaves.append(V(weights, tape))
        return leaves[-1]
    return weights


def off_tape(weights: object) -> object:
    """The same copy back, in plain floats.

    >>> off_tape({"W": [[V(1.5, [])]], "heads": 4})
    {'W': [[1.5]], 'heads': 4}
    """
    if isinstance(weights, dict):
        return {name: off_tape(part) for name, part in weights.items()}
    if isinstance(weights, list):
        return [off_tape(part) for part in weights]
    return weights.data if isinstance(weights, V) else weights


def word_loss(model: Callable, weights: object, ids: Sequence[int]) -> V:
    """The mean loss of guessing each symbol of a word from those before, with softmax over the scores of `model`.

    Raises ValueError unless `model(weights, ids)` gives a row of scores per symbol.

    >>> round(word_loss(lambda weights, ids: [[0.0] * 27 for _ in ids], {}, [0, 5, 13, 0]), 2)
    3.3
    """
    rows = model(weights, ids[:-1])
    if len(rows) != len(ids) - 1:
        raise ValueError(f"got {len(rows)} rows of scores for {len(ids) - 1} symbols: expected as many of each")
    return mean_loss([loss(softmax(row), target) for row, target in zip(rows, ids[1:], strict=True)])


@contextmanager
def collector_paused() -> Iterator[None]:
    """Without Python's search for cycles, which passes over and over the numbers of a word: a quarter of the time.

    Nothing is lost: `backward` cuts the only cycle, between the tape and its numbers.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def train_with(
    model: Callable,
    weights: dict,
    words: Sequence[Sequence[int]],
    rate: float,
    steps: int,
    measure: Callable = word_loss,
) -> Iterator[Progress]:
    """Learn from one word (numbers, edges included) per step, in the order given, over and over; change `weights`.

    `measure(model, weights, ids)` gives the loss: it may be a pupil's too. Raises Exploded when the rate is too large;
    an error of the given functions on the first word comes out as it is.

    >>> bigrams = lambda weights, ids: [weights["table"][i] for i in ids]
    >>> weights = {"table": [[0.0, 0.0], [0.0, 0.0]]}
    >>> [round(progress.loss, 2) for progress in train_with(bigrams, weights, [[0, 1, 0]], 1.0, 3)]
    [0.69, 0.47, 0.35]
    """
    if not words:
        raise ValueError("got no words to learn from: expected at least one")
    tape: list[V] = []
    leaves: list[V] = []
    values = on_tape(weights, tape, leaves)
    for step in range(steps):
        try:
            with collector_paused():
                result = measure(model, values, list(words[step % len(words)]))
                backward(result)
            worth = result.data
        except (ArithmeticError, LogOfZero) as error:
            if step == 0:  # nothing has been learned yet, so nothing has exploded: the given functions are at fault
                raise
            raise Exploded(step + 1, rate) from error
        if not math.isfinite(worth):
            raise Exploded(step + 1, rate)
        for leaf in leaves:
            leaf.data -= rate * leaf.grad
            leaf.grad = 0.0
        weights.update(off_tape(values))
        yield Progress(step + 1, steps, worth)
