"""What random inputs are made of."""

from random import Random

LETTERS = "abcdefghijklmnopqrstuvwxyz"
NAMES = ("anna", "emma", "lola", "leo", "ines", "tom", "nina", "sacha", "yanis", "aya", "louis", "jade", "noe", "lilou")


def word(rng: Random, longest: int = 8) -> str:
    return "".join(rng.choice(LETTERS) for _ in range(rng.randint(1, longest)))
