"""learner.py on torch, in 32 bits: the same model, on a graphics card when there is one.

Does: hold all weights in one flat tensor; the loss and derivatives of a word; one step of Adam.
Does not: read several words at once, which a graphics card is for: at the course's size it is slower than NumPy.
"""

import random
from collections.abc import Collection, Sequence

import torch
from torch.nn import functional

from engine.beyond import torch_ops
from engine.config import Config, Weights, check_weights, split_word
from engine.learner import trainable
from engine.model import scores
from engine.optimisers import BETA1, BETA2, EPSILON


class TorchLearner:
    """A learner on tensors; see `learner.MatrixLearner`, whose weights it has but for the rounding of 32 bits.

    >>> from engine.config import parameters
    >>> learner = TorchLearner(Config(), parameters(Config()))
    >>> learner.learn([0, 5, 13, 13, 1, 0], 0.01) > learner.learn([0, 5, 13, 13, 1, 0], 0.01)
    True
    """

    def __init__(self, config: Config, weights: Weights, frozen: Collection[str] = ()):
        check_weights(config, weights)
        self.config = config
        self.device = "cuda" if torch.cuda.is_available() else "cpu"
        self._names, self._order = trainable(weights, frozen), list(weights)
        tables = {name: torch.tensor(rows, device=self.device) for name, rows in weights.items()}
        self._frozen = {name: tables[name] for name in frozen}
        self._shapes = [tables[name].shape for name in self._names]
        self._flat = torch.cat([tables[name].flatten() for name in self._names]).requires_grad_()
        self._means, self._squares, self._count = torch.zeros_like(self._flat), torch.zeros_like(self._flat), 0

    def _tables(self, flat: torch.Tensor) -> dict[str, torch.Tensor]:
        """The learned tables as windows on a flat tensor: torch brings their derivatives back to it."""
        parts = flat.split([shape.numel() for shape in self._shapes])
        named = zip(self._names, parts, self._shapes, strict=True)
        return {name: part.reshape(shape) for name, part, shape in named}

    def gradients(self, tokens: Sequence[int], *, dice: random.Random | None = None, weight: float = 1.0):
        """`weight` x the mean loss of guessing each symbol, and the derivatives of the tables that learn, by name."""
        ids, targets = split_word(self.config, tokens)
        tables = self._frozen | self._tables(self._flat)
        guess = scores(torch_ops, self.config, tables, ids, dice=dice)
        loss = weight * functional.cross_entropy(guess, torch.tensor(targets, device=self.device))
        self._flat.grad = None
        loss.backward()
        return loss.item(), self._tables(self._flat.grad)

    def learn(self, tokens: Sequence[int], rate: float, *, dice: random.Random | None = None, weight=1.0) -> float:
        """One step of Adam on this word; the loss before the step."""
        loss, _ = self.gradients(tokens, dice=dice, weight=weight)
        g = self._flat.grad
        self._count += 1
        self._means += (1 - BETA1) * (g - self._means)
        self._squares += (1 - BETA2) * (g * g - self._squares)
        unbias = (1 - BETA2**self._count) ** 0.5
        length = rate / (1 - BETA1**self._count) * unbias
        with torch.no_grad():
            self._flat -= length * self._means / (self._squares.sqrt() + EPSILON * unbias)
        return loss

    def weights(self) -> Weights:
        """The weights now, as lists."""
        tables = self._frozen | self._tables(self._flat.detach())
        return {name: tables[name].tolist() for name in self._order}

    def momentum(self) -> dict:
        """What Adam remembers, to go on later, with this learner or another."""
        return {"means": self._means.tolist(), "squares": self._squares.tolist(), "count": self._count}

    def set_momentum(self, momentum: dict) -> None:
        """Go on from what Adam remembered."""
        self._means = self._means.new_tensor(momentum["means"])
        self._squares = self._squares.new_tensor(momentum["squares"])
        self._count = momentum["count"]
