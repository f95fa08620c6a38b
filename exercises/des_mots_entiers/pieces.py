"""BPE on pieces of text, as pupils hold them, and what random inputs are made of.

engine/beyond/bpe.py learns the same way, but on the numbers of bytes: its ties go to the smallest numbers, ours to the
first in the alphabet, so it cannot be the judge here.
"""

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from random import Random

Pieces = list[str]
Pair = tuple[str, str]


def count_pairs(words: Sequence[Pieces]) -> Counter[Pair]:
    return Counter(pair for word in words for pair in pairwise(word))


def most_frequent_pair(words: Sequence[Pieces]) -> Pair | None:
    """The pair of neighbours seen most often, the first in the alphabet on a tie; None when no word has two pieces.

    >>> most_frequent_pair([list("ananas"), list("cabane")])
    ('a', 'n')
    """
    counts = count_pairs(words)
    return min(counts, key=lambda pair: (-counts[pair], pair), default=None)


def merge(pieces: Pieces, pair: Pair) -> Pieces:
    """The pieces where each such pair, from left to right, has become one piece.

    >>> merge(list("ananas"), ("a", "n"))
    ['an', 'an', 'a', 's']
    """
    glued, i = [], 0
    while i < len(pieces):
        together = tuple(pieces[i : i + 2]) == pair
        glued.append("".join(pair) if together else pieces[i])
        i += 2 if together else 1
    return glued


def learn_merges(words: Sequence[Pieces], times: int) -> list[Pair]:
    """The pairs glued, in order; fewer than `times` when the words are whole.

    >>> learn_merges([list("anan")], 9)
    [('a', 'n'), ('an', 'an')]
    """
    merges: list[Pair] = []
    while len(merges) < times and (pair := most_frequent_pair(words)):
        words = [merge(word, pair) for word in words]
        merges.append(pair)
    return merges


def drawn_words(rng: Random, letters: str = "abno") -> list[Pieces]:
    """A few words of few letters, so that pairs come back."""
    return [[rng.choice(letters) for _ in range(rng.randint(2, 7))] for _ in range(rng.randint(2, 4))]


FRUIT = [list("ananas"), list("banane"), list("cabane")]
