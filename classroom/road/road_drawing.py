"""The road's lines, in a box of 1000 × 376 units that stretches with the page; see the stops' places in app.css."""

from dataclasses import dataclass
from itertools import pairwise

from classroom.road.road import DONE, LOCKED, Road

UP, DOWN, BONUS = 80, 112, 270  # heights of the stops: one lesson in two is lower
EDGE, WIDTH, MARGIN = -20, 1000, 40  # bonus levels keep a margin on each side


@dataclass(frozen=True)
class Lines:
    """SVG paths: the lessons' way, the part that is done, the way to the bonus levels."""

    way: str
    done: str
    bonus: str


def lines_of(road: Road) -> Lines:
    places = lesson_places(len(road.lessons))
    arrived = arrival(road)
    done = way_through(places[:arrived]) if arrived else ""
    return Lines(way_through(places), done, bonus_way(places[-1], bonus_places(len(road.bonus) + bool(road.announced))))


def arrival(road: Road) -> int:
    """How many stops the done part goes through: those reached in a row, and the open one after them."""
    reached = next((rank for rank, stop in enumerate(road.lessons) if stop.state != DONE), len(road.lessons))
    return reached + any(stop.state != LOCKED for stop in road.lessons[reached : reached + 1])


def lesson_places(count: int) -> list[tuple[float, int]]:
    return [((rank + 0.5) * WIDTH / count, DOWN if rank % 2 else UP) for rank in range(count)]


def bonus_places(count: int) -> list[float]:
    """From right to left."""
    width = WIDTH - 2 * MARGIN
    return [WIDTH - MARGIN - (rank + 0.5) * width / count for rank in range(count)]


def way_through(places: list[tuple[float, int]]) -> str:
    first_x, first_y = places[0]
    path = f"M{EDGE} {first_y}H{first_x:.0f}"
    for (before_x, before_y), (x, y) in pairwise(places):
        middle = (before_x + x) / 2
        path += f"C{middle:.0f} {before_y} {middle:.0f} {y} {x:.0f} {y}"
    return path


def bonus_way(start: tuple[float, int], places: list[float]) -> str:
    if not places:
        return ""
    (x, y), first = start, places[0]
    path = f"M{x:.0f} {y}C{WIDTH + 20} {y} {WIDTH + 20} {BONUS} {first:.0f} {BONUS}"
    for before, place in pairwise(places):
        third = (before - place) / 3
        path += f"C{before - third:.0f} {BONUS - 8} {place + third:.0f} {BONUS + 8} {place:.0f} {BONUS}"
    return path
