"""A model that learns from one word at a time, in plain Python.

Does: hold the weights; the loss and derivatives of a word; one step of Adam.
Does not: choose the words, the rate, or when to stop (see training.py).

beyond/numpy_learner.py and beyond/torch_learner.py do the same with the same methods, faster or on another machine.
"""

import random
from collections.abc import Collection, Sequence
from typing import Protocol

from engine.config import Config, Weights, check_weights, split_word
from engine.model import scores
from engine.optimisers import Adam
from engine.shares import cross_entropy
from engine.tape import Matrix, Tape


class Learner(Protocol):
    """What training asks of a model, whichever way it computes."""

    def learn(self, tokens: Sequence[int], rate: float, *, dice: random.Random | None = None, weight=1.0) -> float: ...

    def weights(self) -> Weights: ...

    def momentum(self) -> dict: ...

    def set_momentum(self, momentum: dict) -> None: ...


class MatrixLearner:
    """The matrix tape and Adam over these weights, which it copies; the tables in `frozen` never change.

    >>> from engine.config import parameters
    >>> learner = MatrixLearner(Config(), parameters(Config()))
    >>> losses = [learner.learn([0, 5, 13, 13, 1, 0], 0.01) for _ in range(20)]
    >>> 3.2 < losses[0] < 3.5, losses[-1] < 1.5
    (True, True)
    """

    def __init__(self, config: Config, weights: Weights, frozen: Collection[str] = ()):
        check_weights(config, weights)
        self.config = config
        self._weights = dict(weights)
        self._adam = Adam(trainable(weights, frozen))

    def gradients(self, tokens: Sequence[int], *, dice: random.Random | None = None, weight: float = 1.0):
        """`weight` x the mean loss of guessing each symbol from those before, and its derivatives by name.

        `dice` draws the dropout; None uses all of the model. Raises ValueError on a word too short, too long or
        unknown.
        """
        ids, targets = split_word(self.config, tokens)
        tape, matrices = Tape(), {name: Matrix(rows) for name, rows in self._weights.items()}
        guess = scores(tape, self.config, matrices, ids, dice=dice)
        loss, slopes = cross_entropy(guess.rows, targets, weight)
        tape.backward(guess, slopes)
        return loss, {name: matrix.grad for name, matrix in matrices.items()}

    def learn(
        self, tokens: Sequence[int], rate: float, *, dice: random.Random | None = None, weight: float = 1.0
    ) -> float:
        """One step of Adam on this word; the loss before the step."""
        loss, gradients = self.gradients(tokens, dice=dice, weight=weight)
        self._adam.step(self._weights, gradients, rate)
        return loss

    def weights(self) -> Weights:
        """The weights now, as lists."""
        return dict(self._weights)

    def momentum(self) -> dict:
        """What Adam remembers, to go on later."""
        return {"means": self._adam.means, "squares": self._adam.squares, "count": self._adam.count}

    def set_momentum(self, momentum: dict) -> None:
        """Go on from what Adam remembered."""
        self._adam.means, self._adam.squares = momentum["means"], momentum["squares"]
        self._adam.count = momentum["count"]


def trainable(weights: Weights, frozen: Collection[str]) -> list[str]:
    """The names of the tables to learn. Raises ValueError when a frozen name is unknown, or nothing is left.

    >>> trainable({"wte": [], "wpe": []}, ["wpe"])
    ['wte']
    """
    unknown = set(frozen) - set(weights)
    left = [name for name in weights if name not in frozen]
    if unknown or not left:
        raise ValueError(f"cannot freeze {sorted(frozen)}: expected some, not all, of {sorted(weights)}")
    return left
