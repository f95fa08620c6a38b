"""The stairs of the loss, drawn: numbers come out as text, since a template would write them the French way."""

from dataclasses import dataclass

from classroom.road.ladder import Ladder

STEP, LEFT, BOTTOM = 142, 4, 292
TOP, PER_UNIT, HIGHEST = 54, 140, 3.30  # where a loss of HIGHEST lies, and how far down one unit goes
POINT = 46  # size of the guide who stands at the pupil's own loss
AIR = 50  # above the first step, for the guide before it


@dataclass(frozen=True)
class Step:
    name: str
    loss: float
    reached: bool
    x: str
    middle: str
    y: str
    tread: str
    value_y: str
    name_y: str
    height: str


@dataclass(frozen=True)
class Mine:
    """The pupil's own model, before the first step it has not come down to. `anchor`: where its text begins or ends."""

    loss: float
    level: str
    point_x: str
    point_y: str
    text_x: str
    text_y: str
    anchor: str


@dataclass(frozen=True)
class Stairs:
    box: str
    steps: tuple[Step, ...]
    mine: Mine | None


def stairs(ladder: Ladder) -> Stairs:
    steps = tuple(step(rank, name, loss, rank < ladder.reached) for rank, (name, loss) in enumerate(ladder.steps))
    mine = None if ladder.own is None else own(ladder.own, min(ladder.reached, len(steps) - 1), len(steps))
    width, top = STEP * len(steps) + 2 * LEFT, min(TOP - 14, int(mine.point_y) if mine else TOP)
    return Stairs(f"0 {top} {width} {BOTTOM + 2 - top}", steps, mine)


def height_of(loss: float) -> float:
    return TOP + (HIGHEST - loss) * PER_UNIT


def step(rank: int, name: str, loss: float, reached: bool) -> Step:
    x, y = LEFT + rank * STEP, height_of(loss)
    return Step(
        name, loss, reached, f"{x}", f"{x + STEP // 2}", f"{y:.0f}", f"M{x + 2} {y:.0f}h{STEP - 4}",
        f"{y + 27:.0f}", f"{y + 47:.0f}", f"{BOTTOM - y:.0f}",
    )  # fmt: skip


def own(loss: float, rank: int, count: int) -> Mine:
    x = LEFT + rank * STEP
    y = min(max(height_of(loss), AIR), BOTTOM - 30)
    is_far_right = rank >= count - 2  # no room for the text on the right
    return Mine(
        loss,
        level=f"M{x + 2} {y:.0f}h40",
        point_x=f"{x + 2}",
        point_y=f"{y - POINT:.0f}",
        text_x=f"{LEFT + count * STEP if is_far_right else x + 58}",
        text_y=f"{y - POINT - 8 if is_far_right else y - 17:.0f}",
        anchor="end" if is_far_right else "start",
    )
