"""Scores into shares, on rows, and the derivatives on the way back: softmax in attention, softmax and loss at the end.

Does: what each letter gives to each letter it may see; the loss of a word and where it comes from.
Does not: keep anything on a tape (see tape.py, which does).
"""

from collections.abc import Sequence
from operator import mul

from engine.beyond.long_context import first_visible
from engine.layers import softmax
from engine.matmul import Rows
from engine.scalar import log


def cross_entropy(scores: Rows, targets: Sequence[int], weight: float = 1.0) -> tuple[float, list[list[float]]]:
    """weight x the mean loss of these scores, and its derivative with respect to them.

    Raises LogOfZero when a probability has fallen to 0.

    >>> loss, g = cross_entropy([[0.0, 0.0]], [1])
    >>> round(loss, 3), g
    (0.693, [[0.5, -0.5]])
    """
    share = weight / len(targets)
    total, g = 0.0, []
    for row, target in zip(scores, targets, strict=True):
        probabilities = softmax(row)
        total -= log(probabilities[target])
        slopes = [p * share for p in probabilities]
        slopes[target] -= share
        g.append(slopes)
    return total * share, g


def causal_shares(scores: Rows, scale: float, window: int | None) -> list[list[float]]:
    """softmax of what each letter may see, 0 elsewhere; the rows are the last letters of the columns.

    >>> causal_shares([[0.0, 9.0], [0.0, 0.0]], 1.0, None), causal_shares([[0.0, 0.0]], 1.0, 1)
    ([[1.0, 0.0], [0.5, 0.5]], [[0.0, 1.0]])
    """
    ahead = len(scores[0]) - len(scores)
    shares = []
    for i, row in enumerate(scores):
        last = ahead + i
        first = first_visible(last, window)
        seen = softmax([score * scale for score in row[first : last + 1]])
        shares.append([0.0] * first + seen + [0.0] * (len(row) - 1 - last))
    return shares


def through_softmax(slopes: Rows, shares: Rows, scale: float) -> list[list[float]]:
    """The derivative of the scores before `scale`, from the derivative of their softmax.

    >>> through_softmax([[4.0, 0.0]], [[0.5, 0.5]], 1.0)
    [[1.0, -1.0]]
    """
    grad = []
    for row, weights in zip(slopes, shares, strict=True):
        mean = sum(map(mul, row, weights))
        grad.append([w * (slope - mean) * scale for w, slope in zip(weights, row, strict=True)])
    return grad
