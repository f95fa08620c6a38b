"""Guess the next letter by counting which letter follows which.

Does: pairs of neighbours, counts, probabilities, suggestions, sampling, generation.
Does not: learn (nothing is adjusted, only counted), look further back than one letter.

A word is wrapped in dots: the dot means « start » before the first letter and « end » after the last.
Source: the bigram model that opens Karpathy's makemore; a count divided by its total is the
maximum-likelihood estimate of the probability.
"""

import itertools
from collections.abc import Callable, Iterable

from engine.vocabulary import EDGE

Counts = dict[str, dict[str, int]]
Model = dict[str, dict[str, float]]


def wrap(word: str) -> str:
    """The word between its two edges.

    >>> wrap("emma")
    '.emma.'
    """
    return EDGE + word + EDGE


def bigrams(text: str) -> list[tuple[str, str]]:
    """Every pair of neighbours, in order: len(text) - 1 pairs.

    >>> bigrams(".al.")
    [('.', 'a'), ('a', 'l'), ('l', '.')]
    """
    return list(itertools.pairwise(text))


def count_bigrams(words: Iterable[str]) -> Counts:
    """How many times each letter follows each letter, over all the words. No zero is stored.

    >>> count_bigrams(["anna"])
    {'.': {'a': 1}, 'a': {'n': 1, '.': 1}, 'n': {'n': 1, 'a': 1}}
    """
    counts: Counts = {}
    for word in words:
        for before, after in bigrams(wrap(word)):
            row = counts.setdefault(before, {})
            row[after] = row.get(after, 0) + 1
    return counts


def normalize(counts: dict[str, int]) -> dict[str, float]:
    """Counts as shares of their total: same letters, values between 0 and 1 that sum to 1.

    Raises ValueError when there is nothing to share.

    >>> normalize({"a": 3, "e": 1})
    {'a': 0.75, 'e': 0.25}
    """
    total = sum(counts.values())
    if total <= 0:
        raise ValueError(f"cannot share a total of {total}: expected at least one count")
    return {letter: count / total for letter, count in counts.items()}


def top_suggestions(counts: dict[str, int], n: int) -> list[str]:
    """The n most frequent letters (fewer if there are fewer), most frequent first, ties in alphabetical order.

    >>> top_suggestions({"x": 2, "b": 2, "m": 7}, 2)
    ['m', 'b']
    """
    return sorted(counts, key=lambda letter: (-counts[letter], letter))[:n]


def sample(probabilities: dict[str, float], draw: float) -> str:
    """The letter on which a dart at `draw`, in [0, 1), lands on the ruler cut into shares.

    Rounding may leave a gap just under 1: the last letter takes it. Raises ValueError on an empty ruler.

    >>> sample({"a": 0.5, "b": 0.5}, 0.7)
    'b'
    """
    if not probabilities:
        raise ValueError("cannot choose among no letters")
    reached = 0.0
    for letter, probability in probabilities.items():
        reached += probability
        if draw < reached:
            return letter
    return next(reversed(probabilities))


def generate(model: Model, draw: Callable[[], float], longest: int) -> str:
    """Invent a word: from the edge, sample letter after letter, until the edge or `longest` letters.

    `draw()` gives the next random number in [0, 1). Raises KeyError when the model leads to a letter it does not know.

    >>> generate({".": {"a": 1.0}, "a": {".": 1.0}}, lambda: 0.5, longest=9)
    'a'
    """
    word, letter = "", EDGE
    while len(word) < longest:
        letter = sample(model[letter], draw())
        if letter == EDGE:
            return word
        word += letter
    return word
