"""Learn from mistakes: measure them, find which way to correct, correct a little, again and again.

Does: the loss of a prediction, its gradient, gradient descent on one table of scores per letter (a learned bigram).
Does not: compute derivatives by itself: here the gradient is a formula, known by heart (see scalar.py for any formula).

`softmax`, which makes probabilities out of scores, is opened in layers.py.
Source: cross-entropy; its derivative with respect to the scores is « what I said minus what had to be said ».
"""

from collections.abc import Sequence

from engine.layers import softmax
from engine.scalar import Number, log


def loss(probabilities: Sequence[Number], target: int) -> Number:
    """The penalty -log(p) for having given probability p to the right answer: 0 when sure and right, ln 27 by chance.

    Raises ValueError (LogOfZero) when that probability is 0, and when the target is not one of the choices.

    >>> round(loss([1 / 27] * 27, 4), 2)
    3.3
    """
    _check_target(probabilities, target)
    return -log(probabilities[target])


def mean_loss(losses: Sequence[Number]) -> Number:
    """The sum of the losses over their number. Raises ValueError when there is none.

    >>> mean_loss([1.0, 2.0])
    1.5
    """
    if not losses:
        raise ValueError("cannot average no losses: expected at least one")
    return sum(losses) / len(losses)


def gradient(probabilities: Sequence[float], target: int) -> list[float]:
    """The derivative of the loss with respect to each score: its probability, less 1 for the right answer.

    >>> gradient([0.25, 0.75], 1)
    [0.25, -0.25]
    """
    _check_target(probabilities, target)
    return [p - 1 if i == target else p for i, p in enumerate(probabilities)]


def update(scores: Sequence[float], gradients: Sequence[float], rate: float) -> list[float]:
    """The scores, each one step back against its gradient; `rate` is the length of the step.

    >>> update([1.0, 2.0], [10.0, -10.0], 0.1)
    [0.0, 3.0]
    """
    if len(scores) != len(gradients):
        raise ValueError(f"got {len(scores)} scores and {len(gradients)} gradients: expected as many of each")
    return [score - rate * slope for score, slope in zip(scores, gradients, strict=True)]


def train(weights: list[list[float]], examples: Sequence[tuple[int, int]], rate: float, rounds: int) -> list[float]:
    """Learn to guess the next symbol from the one before; return the mean loss of each round.

    `weights[before]` holds the scores of every next symbol and IS CHANGED; each example is a pair (before, after).

    >>> weights = [[0.0, 0.0], [0.0, 0.0]]
    >>> [round(mean, 2) for mean in train(weights, [(0, 1), (1, 0)], 1.0, 3)]
    [0.69, 0.31, 0.19]
    """
    curve = []
    for _ in range(rounds):
        losses = []
        for before, after in examples:
            probabilities = softmax(weights[before])
            losses.append(loss(probabilities, after))
            weights[before] = update(weights[before], gradient(probabilities, after), rate)
        curve.append(mean_loss(losses))
    return curve


def best_rate(trials: dict[float, float]) -> float:
    """The rate whose final loss is the smallest. Raises ValueError when nothing was tried.

    >>> best_rate({0.01: 3.1, 0.1: 2.4, 10.0: 7.9})
    0.1
    """
    if not trials:
        raise ValueError("cannot choose among no trials: expected at least one {rate: loss}")
    return min(trials, key=trials.__getitem__)


def _check_target(probabilities: Sequence[Number], target: int) -> None:
    if not 0 <= target < len(probabilities):
        raise ValueError(f"got target {target}: expected 0 to {len(probabilities) - 1}")
