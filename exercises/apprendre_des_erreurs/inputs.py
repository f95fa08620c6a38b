"""What the inputs of lesson 2 are made of: shares of the cake as lists, and the reference mark."""

import math
from random import Random

CHANCE = math.log(27)  # the loss of a machine that knows nothing: 27 keys, the same share each, about 3.30


def shares(rng: Random, size: int) -> list[float]:
    """Some shares that sum to 1, none of them tiny, no two alike."""
    sizes = rng.sample(range(1, 21), size)
    return [n / sum(sizes) for n in sizes]


def numbers(rng: Random, size: int, far: float) -> list[float]:
    """Scores or slopes between -far and far, two decimals."""
    return [round(rng.uniform(-far, far), 2) for _ in range(size)]
