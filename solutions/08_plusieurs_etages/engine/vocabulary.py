"""Turn letters into numbers and back: a model only knows numbers.

Does: give each symbol of a text its own number, with number 0 for the edge that starts and ends every word.
Does not: group letters into longer pieces (see beyond/bpe.py), or count anything (see bigrams.py).

Source: the character-level tokenizer of Karpathy's microgpt, whose « beginning of sequence » is our edge.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol

EDGE = "."


class Tokenizer(Protocol):
    """What a model needs to read and write words: `Vocabulary`, or beyond/bpe.py."""

    @property
    def size(self) -> int: ...

    def tokens(self, word: str) -> list[int]: ...

    def decode(self, ids: Sequence[int]) -> str: ...


@dataclass(frozen=True)
class Vocabulary:
    """The symbols in order: a symbol's number is its place.

    Raises ValueError unless they are distinct and the edge comes first.

    >>> ALPHABET.encode(".ab."), ALPHABET.decode([1, 2])
    ([0, 1, 2, 0], 'ab')
    """

    symbols: str

    def __post_init__(self) -> None:
        if not self.symbols.startswith(EDGE) or len(set(self.symbols)) != len(self.symbols):
            raise ValueError(f"got the symbols {self.symbols!r}: expected distinct ones, {EDGE!r} first")

    @property
    def size(self) -> int:
        return len(self.symbols)

    def encode(self, text: str) -> list[int]:
        """The number of each symbol. Raises ValueError on a symbol that the vocabulary does not have."""
        unknown = sorted(set(text) - set(self.symbols))
        if unknown:
            raise ValueError(f"unknown symbol {unknown[0]!r} in {text!r}: expected symbols among {self.symbols!r}")
        return [self.symbols.index(symbol) for symbol in text]

    def decode(self, ids: Sequence[int]) -> str:
        """The text of these numbers. Raises ValueError on a number that no symbol has."""
        for number in ids:
            if not 0 <= number < self.size:
                raise ValueError(f"unknown number {number}: expected 0 to {self.size - 1}")
        return "".join(self.symbols[number] for number in ids)

    def tokens(self, word: str) -> list[int]:
        """The word as the model reads it, between two edges. Raises ValueError when an edge is inside the word.

        >>> ALPHABET.tokens("ab")
        [0, 1, 2, 0]
        """
        if EDGE in word:
            raise ValueError(f"got {word!r}: expected a word without {EDGE!r}, which marks its edges")
        return self.encode(EDGE + word + EDGE)


ALPHABET = Vocabulary(EDGE + "abcdefghijklmnopqrstuvwxyz")


def vocabulary_of(words: Iterable[str]) -> Vocabulary:
    """The smallest vocabulary that writes all these words. Raises ValueError when there is no letter at all.

    >>> vocabulary_of(["zoé", "noé"]).symbols
    '.nozé'
    """
    symbols = sorted(set().union(*words) - {EDGE})
    if not symbols:
        raise ValueError("cannot make a vocabulary: expected at least one letter")
    return Vocabulary(EDGE + "".join(symbols))
