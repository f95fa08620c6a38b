"""The four pupils of « chat », as the notebook seats them, and what random inputs are made of.

A card answers four times yes (1) or no (0): a vowel, a consonant, likes to begin a word, likes to end it.
"""

from random import Random

from engine import attention

CARDS = [[0, 1, 1, 0], [0, 1, 0, 0], [1, 0, 0, 0], [0, 1, 0, 1]]  # c, h, a, t
WQ = [[0, 2, 0, 0], [2, 0, 0, 0], [0, 0, 0, 0], [0, 0, 0, 0]]  # consonants look for the vowel, vowels for consonants
WK = [[2, 0, 0, 0], [0, 2, 0, 0], [0, 0, 2, 0], [0, 0, 0, 2]]
WV = [[10, 0, 0, 0], [0, 10, 0, 0], [0, 0, 10, 0], [0, 0, 0, 10]]
CHAT = (CARDS, WQ, WK, WV)
QUESTIONS, SIGNS, INFOS = (
    [list(made[i]) for made in [attention.qkv(card, WQ, WK, WV) for card in CARDS]] for i in range(3)
)


def vector(rng: Random, size: int) -> list[float]:
    return [round(rng.uniform(-2, 2), 1) for _ in range(size)]


def matrix(rng: Random, rows: int, columns: int) -> list[list[float]]:
    return [vector(rng, columns) for _ in range(rows)]


def shares(rng: Random, count: int) -> list[float]:
    """Weights that sum to 1, none of them 0."""
    parts = [rng.randint(1, 9) for _ in range(count)]
    return [part / sum(parts) for part in parts]
