"""Hide a part of the model at random while it learns, so that it does not count on any one number: it recites less.

Does: the mask, to be multiplied with a matrix.
Does not: anything when the model is used: then no mask is drawn.

Source: Srivastava et al. 2014, in the « inverted » form: what is kept is made larger, so that the mean does not change.
"""

import random


def dropout_mask(dice: random.Random, rows: int, columns: int, rate: float) -> list[list[float]]:
    """A grid of 0, each with probability `rate`, and of 1 / (1 - rate).

    >>> dropout_mask(random.Random(1), 2, 3, 0.5)
    [[0.0, 2.0, 2.0], [0.0, 0.0, 0.0]]
    """
    kept = 1 / (1 - rate)
    return [[0.0 if dice.random() < rate else kept for _ in range(columns)] for _ in range(rows)]
