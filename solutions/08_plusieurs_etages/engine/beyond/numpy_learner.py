"""learner.py on NumPy arrays: ten times faster, the same weights but for rounding.

Does: hold all weights in one flat array; the loss and derivatives of a word; one step of Adam on the flat array.
Does not: use a GPU (see torch_learner.py).
"""

import random
from collections.abc import Collection, Sequence

import numpy as np

from engine.beyond.numpy_tape import Array, NumpyTape, cross_entropy
from engine.config import Config, Weights, check_weights, split_word
from engine.learner import trainable
from engine.model import scores
from engine.optimisers import BETA1, BETA2, EPSILON

_quiet = np.errstate(all="ignore")  # a model that explodes says so by its loss; NumPy need not warn as well


class NumpyLearner:
    """A learner on arrays; see `learner.MatrixLearner`, whose weights it has after each step.

    >>> from engine.config import parameters
    >>> learner = NumpyLearner(Config(), parameters(Config()))
    >>> learner.learn([0, 5, 13, 13, 1, 0], 0.01) > learner.learn([0, 5, 13, 13, 1, 0], 0.01)
    True
    """

    def __init__(self, config: Config, weights: Weights, frozen: Collection[str] = ()):
        check_weights(config, weights)
        self.config = config
        self._names = trainable(weights, frozen)
        self._flat = np.concatenate([np.ravel(weights[name]) for name in self._names])
        self._weights = {name: np.array(weights[name]) for name in frozen} | self._views(weights)
        self._means, self._squares, self._count = np.zeros_like(self._flat), np.zeros_like(self._flat), 0
        self._order = list(weights)

    def _views(self, weights: Weights) -> dict[str, np.ndarray]:
        """Each table as a window on the flat array: changing one changes the other."""
        views, start = {}, 0
        for name in self._names:
            rows, columns = len(weights[name]), len(weights[name][0])
            views[name] = self._flat[start : start + rows * columns].reshape(rows, columns)
            start += rows * columns
        return views

    @_quiet
    def gradients(self, tokens: Sequence[int], *, dice: random.Random | None = None, weight: float = 1.0):
        """`weight` x the mean loss of guessing each symbol, and its derivatives by name, as arrays."""
        ids, targets = split_word(self.config, tokens)
        tape, arrays = NumpyTape(), {name: Array(rows) for name, rows in self._weights.items()}
        guess = scores(tape, self.config, arrays, ids, dice=dice)
        loss, slopes = cross_entropy(guess.rows, targets, weight)
        tape.backward(guess, slopes)
        return loss, {name: array.grad for name, array in arrays.items()}

    @_quiet
    def learn(self, tokens: Sequence[int], rate: float, *, dice: random.Random | None = None, weight=1.0) -> float:
        """One step of Adam on this word; the loss before the step."""
        loss, gradients = self.gradients(tokens, dice=dice, weight=weight)
        g = np.concatenate([gradients[name].ravel() for name in self._names])
        self._count += 1
        self._means += (1 - BETA1) * (g - self._means)
        self._squares += (1 - BETA2) * (g * g - self._squares)
        unbias = (1 - BETA2**self._count) ** 0.5
        length = rate / (1 - BETA1**self._count) * unbias
        self._flat -= length * self._means / (np.sqrt(self._squares) + EPSILON * unbias)
        return loss

    def weights(self) -> Weights:
        """The weights now, as lists."""
        return {name: self._weights[name].tolist() for name in self._order}

    def momentum(self) -> dict:
        """What Adam remembers, to go on later, with this learner or another."""
        return {"means": self._means.tolist(), "squares": self._squares.tolist(), "count": self._count}

    def set_momentum(self, momentum: dict) -> None:
        """Go on from what Adam remembered."""
        self._means[:], self._squares[:] = momentum["means"], momentum["squares"]
        self._count = momentum["count"]
