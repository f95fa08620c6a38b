"""Judge a model without teaching it: how surprised is it by a word, or by words it never saw?

Does: the mean loss of a word, of many words.
Does not: change the model; a loss on words it learned from says less than one on words kept aside.
"""

from collections.abc import Iterable, Sequence

from engine.config import Config, Weights, split_word
from engine.loss import mean_loss
from engine.model import scores
from engine.shares import cross_entropy
from engine.tape import Matrix, Tape
from engine.vocabulary import Tokenizer


def word_loss(config: Config, weights: Weights, tokens: Sequence[int]) -> float:
    """The mean loss of guessing each symbol from those before, all of the model used.

    >>> from engine.config import parameters
    >>> 3 < word_loss(Config(), parameters(Config()), [0, 5, 13, 0]) < 3.6
    True
    """
    ids, targets = split_word(config, tokens)
    matrices = {name: Matrix(rows) for name, rows in weights.items()}
    return cross_entropy(scores(Tape(), config, matrices, ids).rows, targets)[0]


def evaluate(config: Config, weights: Weights, vocabulary: Tokenizer, words: Iterable[str]) -> float:
    """The mean loss over these words, each cut to the context. Raises ValueError when there is none.

    >>> from engine.config import parameters
    >>> from engine.vocabulary import ALPHABET
    >>> 3.1 < evaluate(Config(), parameters(Config()), ALPHABET, ["emma", "hugo"]) < 3.5
    True
    """
    cut = config.block_size + 1
    return mean_loss([word_loss(config, weights, vocabulary.tokens(word)[:cut]) for word in words])
