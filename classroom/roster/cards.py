"""The cards pupils come in with: ten on an A4 sheet, with a square to scan."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import segno

from autograder.feedback.places import alphabetical
from classroom.gates.secret_words import fragment_of, words_of
from classroom.models import Pupil

PER_SHEET = 10


@dataclass(frozen=True)
class Square:
    """A QR code as one SVG path, one unit a module."""

    size: int
    path: str


@dataclass(frozen=True)
class Card:
    pupil: Pupil
    words: tuple[str, ...]
    square: Square


def card_of(pupil: Pupil, base_url: str) -> Card:
    """base_url: « http://192.168.1.20:8000 ». What follows `#` never travels: the door's script fills the form."""
    words = words_of(pupil)
    return Card(pupil, words, square_of(f"{base_url}/c/{pupil.classroom.code}/#{fragment_of(words)}"))


def square_of(text: str) -> Square:
    """
    >>> square_of("LUNE").size
    21
    """
    rows = segno.make(text, error="m", micro=False).matrix
    path = "".join(f"M{x} {y}h{width}v1h-{width}z" for y, row in enumerate(rows) for x, width in runs(row))
    return Square(len(rows), path)


def runs(row: Iterable[int]) -> list[tuple[int, int]]:
    """(start, length) of each run of dark modules.

    >>> runs([1, 1, 0, 1])
    [(0, 2), (3, 1)]
    """
    found: list[tuple[int, int]] = []
    for x, dark in enumerate(row):
        if dark and found and sum(found[-1]) == x:
            found[-1] = (found[-1][0], found[-1][1] + 1)
        elif dark:
            found.append((x, 1))
    return found


def sheets(pupils: Iterable[Pupil], base_url: str) -> list[Sequence[Card]]:
    """In alphabetical order, as the teacher will call them."""
    ordered = sorted(pupils, key=lambda pupil: alphabetical(pupil.pseudonym))
    cards = [card_of(pupil, base_url) for pupil in ordered]
    return [cards[start : start + PER_SHEET] for start in range(0, len(cards), PER_SHEET)]
