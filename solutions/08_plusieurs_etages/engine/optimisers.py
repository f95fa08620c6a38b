"""From a derivative to a better weight: Adam, whose steps adapt to each weight (the plain step is in loss.py).

Does: Adam; a rate that decreases in a straight line to 0.
Does not: compute derivatives (see tape.py), or choose the words to learn from (see training.py).

Source: Kingma and Ba 2014 (Adam), with microgpt's constants: β 0.85 and 0.99.
"""

from collections.abc import Iterable, Mapping, Sequence
from itertools import chain
from math import sqrt

Table = Sequence[Sequence[float]]

BETA1, BETA2, EPSILON = 0.85, 0.99, 1e-8


def linear_decay(rate: float, step: int, steps: int) -> float:
    """The rate of a step: all of it at step 0, nothing left at step `steps`.

    >>> linear_decay(0.01, 0, 100), linear_decay(0.01, 75, 100)
    (0.01, 0.0025)
    """
    return rate * (1 - step / steps)


class Adam:
    """Steps of about the same size for all weights, whatever the size of their derivatives.

    A weight moves by the running mean of its derivative, divided by the running size of it. `names` are the tables to
    change, in order; `means`, `squares` and `count` are all it remembers.
    """

    def __init__(self, names: Iterable[str]):
        self.names = list(names)
        self.means: list[float] = []
        self.squares: list[float] = []
        self.count = 0

    def step(self, weights: dict[str, list], gradients: Mapping[str, Table], rate: float) -> None:
        """One step; the tables are replaced in `weights`.

        >>> weights, adam = {"w": [[1.0, 2.0]]}, Adam(["w"])
        >>> adam.step(weights, {"w": [[0.001, -1000.0]]}, 0.1)
        >>> [round(w, 3) for w in weights["w"][0]]
        [0.9, 2.1]
        """
        g = _flat(gradients[name] for name in self.names)
        self.count += 1
        b1, b2 = BETA1, BETA2  # local variables are faster in the loops
        new1, new2 = 1 - b1, 1 - b2
        old_means, old_squares = self.means or [0.0] * len(g), self.squares or [0.0] * len(g)
        self.means = [b1 * m + new1 * x for m, x in zip(old_means, g, strict=True)]
        self.squares = [b2 * s + new2 * x * x for s, x in zip(old_squares, g, strict=True)]
        # The corrections of Adam's first steps are the same for all weights: they are done once, not per weight.
        unbias = sqrt(1 - b2**self.count)
        length, floor = rate / (1 - b1**self.count) * unbias, EPSILON * unbias
        p = _flat(weights[name] for name in self.names)
        p = [w - length * m / (sqrt(s) + floor) for w, m, s in zip(p, self.means, self.squares, strict=True)]
        start = 0
        for name in self.names:
            rows, columns = len(weights[name]), len(weights[name][0])
            end = start + rows * columns
            weights[name] = [p[i : i + columns] for i in range(start, end, columns)]
            start = end


def _flat(tables: Iterable[Table]) -> list[float]:
    flat: list[float] = []
    for row in chain.from_iterable(tables):
        flat += row
    return flat
