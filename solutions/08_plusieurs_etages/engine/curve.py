"""Draw a loss that falls, with letters only, for a terminal.

Does: smooth the losses, draw them as rows of text with a scale.
Does not: print, or move the cursor (see __main__.py).
"""

from collections.abc import Sequence
from itertools import pairwise

_BARS = " ▁▂▃▄▅▆▇█"


def smooth(losses: Sequence[float], columns: int) -> list[float]:
    """The losses cut into at most `columns` parts that follow each other, and the mean of each.

    >>> smooth([4, 2, 3, 1], 2)
    [3.0, 2.0]
    """
    columns = min(columns, len(losses))
    cuts = [round(i * len(losses) / columns) for i in range(columns + 1)] if columns else []
    return [sum(losses[a:b]) / (b - a) for a, b in pairwise(cuts)]


def draw(
    losses: Sequence[float], *, columns: int = 60, rows: int = 8, low: float = 1.8, high: float = 3.4
) -> list[str]:
    """`rows` lines of text, the highest first, each with its scale; values outside of low to high stay on the border.

    >>> print(*draw([3.4, 2.6, 1.8], columns=3, rows=2), sep="\\n")
    3,40 ┤█
    2,60 ┤██
    """
    step = (high - low) / rows
    means = smooth(losses, columns)
    lines = []
    for row in reversed(range(rows)):
        bottom = low + row * step
        eighths = [min(8, max(0, round((mean - bottom) / step * 8))) for mean in means]
        scale = f"{bottom + step:.2f}".replace(".", ",")
        lines.append(f"{scale} ┤{''.join(_BARS[e] for e in eighths)}".rstrip())
    return lines
