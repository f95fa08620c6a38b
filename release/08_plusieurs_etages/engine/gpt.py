"""A whole GPT in plain loops, as a pupil assembles it at the end of the course.

Does: letter + place → norm → attention + shortcut → MLP + shortcut → 27 scores; temperature; inventing a name.
Does not: have options or several layers (see model.py), learn (see my_code.py), go fast (see tape.py).

Source: the computation of microgpt's final version: RMSNorm also right after the embedding, no bias, one layer.
"""

from collections.abc import Callable, Mapping, Sequence

from engine.attention import multi_head_attention, qkv
from engine.layers import Matrix, Number, Vector, add, linear, mlp_block, rmsnorm, softmax
from engine.vocabulary import Vocabulary

Weights = Mapping[str, Matrix]


def attention_block(weights: Weights, xs: Matrix, heads: int) -> list[list[Number]]:
    """Every letter looks back through several heads, and adds what it learned to what it was.

    >>> from engine.config import Config, parameters
    >>> [len(x) for x in attention_block(parameters(Config()), [[0.5] * 16, [1.0] * 16], heads=4)]
    [16, 16]
    """
    filters = [weights[f"layer0.attn_{name}"] for name in ("wq", "wk", "wv")]
    queries, keys, values = zip(*[qkv(rmsnorm(x), *filters) for x in xs], strict=True)
    mixed = multi_head_attention(queries, keys, values, heads)
    return [add(x, linear(weights["layer0.attn_wo"], m)) for x, m in zip(xs, mixed, strict=True)]


def mini_gpt(weights: Weights, ids: Sequence[int], heads: int) -> list[list[Number]]:
    """The scores of the next symbol after each of these symbols: len(ids) rows of vocabulary-size scores.

    The weights are those of `config.parameters(Config(...))` with one layer.
    Raises ValueError when the word is longer than the table of places, or a symbol has no card.

    >>> from engine.config import Config, parameters
    >>> rows = mini_gpt(parameters(Config()), [0, 5, 13], heads=4)
    >>> len(rows), len(rows[0])
    (3, 27)
    """
    if len(ids) > len(weights["wpe"]):
        raise ValueError(f"got {len(ids)} symbols: expected at most {len(weights['wpe'])}, the context")
    if ids and not 0 <= min(ids) <= max(ids) < len(weights["wte"]):
        raise ValueError(f"got symbols {list(ids)}: expected 0 to {len(weights['wte']) - 1}")
    xs = [rmsnorm(add(weights["wte"][letter], weights["wpe"][place])) for place, letter in enumerate(ids)]
    xs = attention_block(weights, xs, heads)
    xs = [mlp_block(x, weights["layer0.mlp_fc1"], weights["layer0.mlp_fc2"]) for x in xs]
    return [linear(weights["lm_head"], x) for x in xs]


def temperature(scores: Vector, T: float) -> list[Number]:
    """softmax(scores / T): below 1 the favourite wins more often, above 1 the choices even out.

    >>> [round(p, 2) for p in temperature([0.0, 1.0], 0.1)], [round(p, 2) for p in temperature([0.0, 1.0], 100)]
    ([0.0, 1.0], [0.5, 0.5])
    """
    if T <= 0:
        raise ValueError(f"got temperature {T}: expected a number above 0")
    return softmax([score / T for score in scores])


def choose(probabilities: Sequence[Number], draw: float) -> int:
    """The place where a dart at `draw`, in [0, 1), lands on the ruler cut into shares.

    Rounding may leave a gap just under 1: the last share that is not empty takes it.

    >>> choose([0.5, 0.25, 0.25], 0.6)
    1
    """
    reached = 0.0
    for i, probability in enumerate(probabilities):
        reached += probability
        if draw < reached:
            return i
    return max(i for i, probability in enumerate(probabilities) if probability > 0)


def generate_name(
    model: Callable[[list[int]], Matrix],
    draw: Callable[[], float],
    T: float,
    longest: int,
    vocabulary: Vocabulary,
) -> str:
    """Predict, choose, add, start again, until the edge or `longest` letters.

    `model(ids)` gives a row of scores per symbol read; `draw()` gives a number in [0, 1).

    >>> from engine.vocabulary import ALPHABET
    >>> after_b_the_end = lambda ids: [[0, 0, 9] + [0] * 24] if len(ids) < 3 else [[9] + [0] * 26]
    >>> generate_name(after_b_the_end, lambda: 0.5, 0.5, 10, ALPHABET)
    'bb'
    """
    ids = [0]
    while len(ids) <= longest:
        probabilities = temperature(model(ids)[-1], T)
        chosen = choose(probabilities, draw())
        if chosen == 0:
            break
        ids.append(chosen)
    return vocabulary.decode(ids[1:])
