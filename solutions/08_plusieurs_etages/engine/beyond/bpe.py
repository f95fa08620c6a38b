"""Read any text, in pieces longer than letters: frequent neighbours are glued together, again and again.

Does: learn which bytes to glue from some text; any text to numbers and back, whatever its letters.
Does not: cut texts into words first, as GPT-2's tokenizer does.

Number 0 is the edge of a word, 1 to 256 are the bytes of UTF-8, and from 257 on each number is a glued pair.
Source: Gage 1994; Sennrich, Haddow and Birch 2016; GPT-2 for the bytes.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

FIRST_BYTE, FIRST_PAIR = 1, 257

Pair = tuple[int, int]


@dataclass(frozen=True)
class Bpe:
    """The glued pairs, in the order they were learned: pair i makes number 257 + i.

    Raises ValueError on a pair that glues the edge or a number not made yet.

    >>> bpe = learn_pairs(["banane", "ananas"], 2)
    >>> bpe.decode(bpe.tokens("ananas")), len(bpe.tokens("ananas"))
    ('ananas', 5)
    """

    merges: tuple[Pair, ...] = ()

    def __post_init__(self) -> None:
        for i, pair in enumerate(self.merges):
            if len(pair) != 2 or not all(FIRST_BYTE <= number < FIRST_PAIR + i for number in pair):
                raise ValueError(f"got the pair {pair}: expected two numbers from {FIRST_BYTE} to {FIRST_PAIR + i - 1}")

    @property
    def size(self) -> int:
        return FIRST_PAIR + len(self.merges)

    def encode(self, text: str) -> list[int]:
        """The numbers of the text's pieces: its bytes, glued in the order that was learned."""
        ids = [FIRST_BYTE + byte for byte in text.encode()]
        for i, pair in enumerate(self.merges):
            ids = _glue(ids, pair, FIRST_PAIR + i)
        return ids

    def tokens(self, word: str) -> list[int]:
        """The word as the model reads it, between two edges."""
        return [0, *self.encode(word), 0]

    def decode(self, ids: Sequence[int]) -> str:
        """The text of these numbers, without edges; bytes that make no letter become �.

        Raises ValueError on a number that no piece has.
        """
        pieces = {0: b""} | {FIRST_BYTE + byte: bytes([byte]) for byte in range(256)}
        for i, (left, right) in enumerate(self.merges):
            pieces[FIRST_PAIR + i] = pieces[left] + pieces[right]
        unknown = [number for number in ids if number not in pieces]
        if unknown:
            raise ValueError(f"unknown number {unknown[0]}: expected 0 to {self.size - 1}")
        return b"".join(pieces[number] for number in ids).decode(errors="replace")


def learn_pairs(texts: Iterable[str], how_many: int) -> Bpe:
    """Glue the most frequent pair of neighbours, `how_many` times, or until no pair is seen twice.

    On a tie the pair of smallest numbers wins, so that the result depends on nothing but the texts.

    >>> learn_pairs(["aaa", "aab"], 1).merges
    ((98, 98),)
    """
    if how_many < 0:
        raise ValueError(f"got {how_many} pairs to learn: expected 0 or more")
    words = [Bpe().encode(text) for text in texts]
    merges: list[Pair] = []
    while len(merges) < how_many:
        counts = Counter(pair for word in words for pair in pairwise(word))
        if not counts:
            break
        pair, count = min(counts.items(), key=lambda item: (-item[1], item[0]))
        if count < 2:
            break
        words = [_glue(word, pair, FIRST_PAIR + len(merges)) for word in words]
        merges.append(pair)
    return Bpe(tuple(merges))


def _glue(ids: list[int], pair: Pair, number: int) -> list[int]:
    """The list where each such pair, from left to right, is replaced by the number."""
    glued, i = [], 0
    while i < len(ids):
        if tuple(ids[i : i + 2]) == pair:
            glued.append(number)
            i += 2
        else:
            glued.append(ids[i])
            i += 1
    return glued
