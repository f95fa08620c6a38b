"""What inputs are made of: cards of notes, tables of cards; and what a pupil's own `produit_scalaire` does."""

from random import Random


def card(rng: Random, notes: int) -> list[float]:
    """The notes of one letter, two decimals."""
    return [round(rng.uniform(-3, 3), 2) for _ in range(notes)]


def table(rng: Random, cards: int, notes: int) -> list[list[float]]:
    return [card(rng, notes) for _ in range(cards)]


def dot(a, b):
    """As the pupil's template writes it: as many places as `a` has, an IndexError when `b` is shorter."""
    return sum(a[i] * b[i] for i in range(len(a)))
