"""Make the model speak: scores, a throw of the dice, one more letter, until the end of the word.

Does: temperature, top-k, inventing words one letter at a time with a memory of what was read.
Does not: learn, or know by itself which words it learned from.

Source: microgpt's sampling; top-k from Fan, Lewis and Dauphin 2018.
"""

import random
from collections.abc import Collection, Iterator, Sequence

from engine.beyond.kv_cache import Memory
from engine.config import Config, Weights, check_weights
from engine.gpt import choose, temperature
from engine.model import scores
from engine.tape import Matrix, Tape
from engine.vocabulary import Tokenizer

FORBIDDEN = float("-inf")


def top_k(scores: Sequence[float], k: int) -> list[float]:
    """The k best scores; minus infinity for the others, so that softmax never chooses them. On a tie the first is kept.

    >>> top_k([1.0, 3.0, 2.0], 2)
    [-inf, 3.0, 2.0]
    """
    if k < 1:
        raise ValueError(f"got top_k = {k}: expected at least 1")
    best = set(sorted(range(len(scores)), key=lambda i: -scores[i])[:k])
    return [score if i in best else FORBIDDEN for i, score in enumerate(scores)]


def invent(
    config: Config,
    weights: Weights,
    vocabulary: Tokenizer,
    dice: random.Random,
    *,
    heat: float = 1.0,
    keep: int | None = None,
    start: str = "",
    longest: int | None = None,
) -> Iterator[str]:
    """Words without end, each beginning with `start`; `heat` is the temperature, `keep` the k of top-k.

    A word stops at the edge or after `longest` symbols: by default as many as the context holds. A model with rotary
    positions may go further. Raises ValueError on a longer word than the model can read, or a symbol it does not know.

    >>> from engine.config import parameters
    >>> from engine.vocabulary import ALPHABET
    >>> words = invent(Config(), parameters(Config()), ALPHABET, random.Random(1), start="zo", longest=4)
    >>> len(next(words)), next(words)[:2]
    (4, 'zo')
    """
    check_weights(config, weights)
    most = config.block_size if longest is None else longest
    if most > config.block_size and config.positions == "learned":
        raise ValueError(f"got words of {most} symbols: expected at most {config.block_size}, the context")
    first = vocabulary.tokens(start)[:-1]
    if len(first) > most:
        raise ValueError(f"got a start of {len(first) - 1} symbols: expected fewer than {most}")
    return _words(config, weights, vocabulary, dice, heat, keep, first, most)


def _words(config, weights, vocabulary, dice, heat, keep, first, most) -> Iterator[str]:
    matrices = {name: Matrix(rows) for name, rows in weights.items()}
    while True:
        memory, ids, unread = Memory(), list(first), list(first)
        while len(ids) <= most:
            row = scores(Tape(), config, matrices, unread, memory=memory).rows[-1]
            chosen = choose(temperature(row if keep is None else top_k(row, keep), heat), dice.random())
            if chosen == 0:
                break
            ids.append(chosen)
            unread = [chosen]
        yield vocabulary.decode(ids[1:])


def share_of_new(words: Sequence[str], known: Collection[str]) -> float:
    """The share of these words that are not among the known ones. Raises ValueError when there are no words.

    >>> share_of_new(["ada", "zozo"], {"ada", "eve"})
    0.5
    """
    if not words:
        raise ValueError("got no words: expected at least one")
    return sum(word not in known for word in words) / len(words)
