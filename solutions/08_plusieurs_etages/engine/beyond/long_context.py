"""Look further without paying for it: a sliding window, and places told by an angle instead of a table.

Does: which letters a window shows; the rotation of questions and signs by their place (RoPE).
Does not: need a table of places, so a model with rotary positions can read words longer than those it learned from.

Source: Beltagy et al. 2020 (Longformer's window); Su et al. 2021 (RoFormer), with pairs of neighbours and base 10000.
"""

from functools import cache
from math import cos, sin

from engine.layers import Number, Vector

_BASE = 10000.0


def first_visible(position: int, window: int | None) -> int:
    """The first place that the letter at `position` sees: 0, or the start of its window.

    >>> first_visible(5, None), first_visible(5, 3), first_visible(1, 3)
    (0, 3, 0)
    """
    return 0 if window is None else max(0, position + 1 - window)


def rotated(x: Vector, heads: int, place: int) -> list[Number]:
    """Each pair of numbers of each head, turned by an angle that grows with the place.

    From pair to pair it grows slower. Two turned vectors have a dot product that depends only on how far apart their
    places are. Turning by -place undoes it. Raises ValueError when a head has an odd number of numbers.

    >>> [round(v, 3) for v in rotated([1.0, 0.0], 1, 1)]
    [0.54, 0.841]
    """
    turned = []
    for pair, (c, s) in enumerate(rotation(len(x) // heads, place) * heads):
        a, b = x[2 * pair], x[2 * pair + 1]
        turned += (a * c - b * s, a * s + b * c)
    return turned


@cache
def rotation(width: int, place: int) -> tuple[tuple[float, float], ...]:
    """The cosine and sine of the angle of each pair of a head.

    >>> rotation(4, 0)
    ((1.0, 0.0), (1.0, 0.0))
    """
    if width % 2:
        raise ValueError(f"got heads of {width} numbers: expected an even number, to turn them two by two")
    angles = [place * _BASE ** (-2 * pair / width) for pair in range(width // 2)]
    return tuple((cos(angle), sin(angle)) for angle in angles)
