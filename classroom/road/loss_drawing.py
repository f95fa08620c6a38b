"""The falling loss of a training, drawn; numbers come out as text, since a template would write them the French way."""

from collections.abc import Sequence
from dataclasses import dataclass

CHANCE = 3.30  # the logarithm of 27 symbols: where a training starts
LEFT, RIGHT, TOP, BOTTOM, FLOOR = 10, 270, 30, 176, 196
TEXT = 150  # the words at the end begin here at the earliest
POINT = 32  # size of the guide at the end of the curve


@dataclass(frozen=True)
class Curve:
    """SVG paths, and where things stand. `words_y`: above the curve, whatever its shape."""

    line: str
    under: str
    chance_y: str
    value_y: str
    words_y: str
    point_y: str


def draw(losses: Sequence[float]) -> Curve:
    """At least two losses, in the order of the training."""
    high, low = max(CHANCE, *losses), min(losses)

    def down(loss: float) -> float:
        return TOP + (high - loss) / (high - low or 1) * (BOTTOM - TOP)

    places = [(LEFT + rank * (RIGHT - LEFT) / (len(losses) - 1), down(loss)) for rank, loss in enumerate(losses)]
    line = "M" + "L".join(f"{x:.0f} {y:.0f}" for x, y in places)
    end = places[-1][1] - POINT
    words = max(min(end, *(y for x, y in places if x >= TEXT)) - 8, TOP + 8)
    return Curve(
        line=line,
        under=f"{line}V{FLOOR}H{LEFT}Z",
        chance_y=f"{down(CHANCE):.0f}",
        value_y=f"{words - 18:.0f}",
        words_y=f"{words:.0f}",
        point_y=f"{end:.0f}",
    )
