"""Make a model four to eight times smaller: each weight becomes a whole number from -127 to 127.

Does: round weights, one scale per row, and give back nearly the same; the error is at most half a scale.
Does not: compute with whole numbers: a model is used after being widened again.

Source: the symmetric 8-bit weights of Jacob et al. 2017, one scale per row.
"""

from array import array
from dataclasses import dataclass

from engine.config import Weights

_LARGEST = 127


@dataclass(frozen=True)
class SmallTable:
    """Rows of whole numbers of one byte each, and what one unit is worth in each row."""

    scales: tuple[float, ...]
    rows: tuple[array, ...]


def quantise(weights: Weights) -> dict[str, SmallTable]:
    """The weights in 8 bits.

    >>> quantise({"w": [[1.0, -0.5, 0.0]]})["w"].rows
    (array('b', [127, -64, 0]),)
    """
    small = {}
    for name, rows in weights.items():
        scales = tuple(max(map(abs, row)) / _LARGEST or 1.0 for row in rows)  # a row of zeros: any scale will do
        rounded = (array("b", [round(w / s) for w in row]) for row, s in zip(rows, scales, strict=True))
        small[name] = SmallTable(scales, tuple(rounded))
    return small


def widen(small: dict[str, SmallTable]) -> Weights:
    """Weights again, to compute with.

    >>> widen(quantise({"w": [[1.27, -0.5, 0.004]]}))
    {'w': [[1.27, -0.5, 0.0]]}
    """
    return {
        name: [[n * scale for n in row] for row, scale in zip(table.rows, table.scales, strict=True)]
        for name, table in small.items()
    }


def size_in_bytes(small: dict[str, SmallTable]) -> int:
    """One byte per weight and eight per scale.

    >>> size_in_bytes(quantise({"w": [[1.0, 2.0, 3.0]]}))
    11
    """
    return sum(8 * len(table.scales) + sum(map(len, table.rows)) for table in small.values())
