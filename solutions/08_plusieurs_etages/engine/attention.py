"""Letters look at the letters before them and take what they need.

Does: question, sign and information (Q, K, V), scores, the causal mask, the mix, one head then several, in plain loops.
Does not: look at the future, remember keys between two calls (see beyond/kv_cache.py), or go fast (see tape.py).

Numbers are floats, or `V` to differentiate through.
Source: « Attention is all you need », Vaswani et al. 2017, sections 3.2.1 to 3.2.3, with a causal mask.
"""

from collections.abc import Sequence

from engine.layers import Matrix, Number, Vector, dot, linear, softmax
from engine.scalar import value

FORBIDDEN = float("-inf")


def qkv(x: Vector, Wq: Matrix, Wk: Matrix, Wv: Matrix) -> tuple[list[Number], list[Number], list[Number]]:
    """The question x asks, the sign it holds up, the information it gives: three filters of the same card.

    >>> qkv([1, 2], [[1, 0]], [[0, 1]], [[1, 1]])
    ([1], [2], [3])
    """
    return linear(Wq, x), linear(Wk, x), linear(Wv, x)


def attention_score(q: Vector, k: Vector) -> Number:
    """How well a question and a sign go together: their dot product over the root of their length.

    >>> attention_score([1, 1, 1, 1], [2, 2, 2, 2])
    4.0
    """
    return dot(q, k) / len(q) ** 0.5


def visible_scores(q: Vector, keys: Matrix, position: int) -> list[Number]:
    """The scores of a question with the signs up to its own position: position + 1 scores.

    >>> visible_scores([1.0], [[2.0], [3.0], [4.0]], 1)
    [2.0, 3.0]
    """
    if not 0 <= position < len(keys):
        raise ValueError(f"got position {position} among {len(keys)} signs: expected 0 to {len(keys) - 1}")
    return [attention_score(q, keys[i]) for i in range(position + 1)]


def causal_mask(n: int) -> list[list[int]]:
    """A grid: 1 where letter i (row) may see letter j (column), that is j <= i, else 0.

    >>> causal_mask(3)
    [[1, 0, 0], [1, 1, 0], [1, 1, 1]]
    """
    return [[1 if j <= i else 0 for j in range(n)] for i in range(n)]


def apply_mask(scores: Matrix, mask: Sequence[Sequence[int]]) -> list[list[Number]]:
    """A new grid where forbidden scores are minus infinity, so that softmax gives them nothing.

    >>> apply_mask([[1, 2], [3, 4]], causal_mask(2))
    [[1, -inf], [3, 4]]
    """
    if [len(row) for row in scores] != [len(row) for row in mask]:
        raise ValueError(f"got {len(scores)} rows of scores and {len(mask)} of mask: expected the same shape")
    return [
        [score if allowed else FORBIDDEN for score, allowed in zip(row, permissions, strict=True)]
        for row, permissions in zip(scores, mask, strict=True)
    ]


def weighted_sum(weights: Vector, values: Matrix) -> list[Number]:
    """A little of each information, according to its weight: sum of weights[i] x values[i].

    >>> weighted_sum([0.5, 0.5], [[2, 0], [0, 4]])
    [1.0, 2.0]
    """
    if len(weights) != len(values):
        raise ValueError(f"got {len(weights)} weights for {len(values)} vectors: expected as many of each")
    return [dot(weights, column) for column in zip(*values, strict=True)]


def causal_attention(xs: Matrix, Wq: Matrix, Wk: Matrix, Wv: Matrix) -> list[list[Number]]:
    """One head over a whole word: one vector per letter, made of the letters up to it and nothing after.

    >>> identity = [[1, 0], [0, 1]]
    >>> causal_attention([[1, 0], [0, 0]], identity, identity, identity)
    [[1.0, 0.0], [0.5, 0.0]]
    """
    queries, keys, values = zip(*[qkv(x, Wq, Wk, Wv) for x in xs], strict=True)
    return attend(queries, keys, values)


def attend(queries: Matrix, keys: Matrix, values: Matrix) -> list[list[Number]]:
    """For each question, the informations mixed by softmax of their visible scores.

    >>> attend([[0.0], [0.0]], [[1.0], [1.0]], [[2.0], [4.0]])
    [[2.0], [3.0]]
    """
    mixed = []
    for position, q in enumerate(queries):
        weights = softmax(visible_scores(q, keys, position))
        mixed.append(weighted_sum(weights, values[: position + 1]))
    return mixed


def split_heads(x: Vector, heads: int) -> list[list[Number]]:
    """The vector in `heads` equal slices that follow each other. Raises ValueError when it cannot be.

    >>> split_heads([1, 2, 3, 4, 5, 6], 3)
    [[1, 2], [3, 4], [5, 6]]
    """
    if heads < 1 or len(x) % heads:
        raise ValueError(f"cannot cut {len(x)} numbers into {heads} heads: expected a divisor of {len(x)}")
    size = len(x) // heads
    return [list(x[start : start + size]) for start in range(0, len(x), size)]


def multi_head_attention(queries: Matrix, keys: Matrix, values: Matrix, heads: int) -> list[list[Number]]:
    """Each head attends with its own slice of the vectors; the results are put back end to end.

    >>> multi_head_attention([[1.0, 0.0]], [[1.0, 0.0]], [[7.0, 8.0]], 2)
    [[7.0, 8.0]]
    """
    cut = [[split_heads(x, heads) for x in rows] for rows in (queries, keys, values)]
    per_head = [attend(*[[slices[head] for slices in rows] for rows in cut]) for head in range(heads)]
    return [[number for part in parts for number in part] for parts in zip(*per_head, strict=True)]


def attention_weights(queries: Matrix, keys: Matrix) -> list[list[float]]:
    """Who looks at whom, for a display: row i is what letter i takes from each letter, 0 for the future.

    >>> attention_weights([[0.0], [0.0]], [[1.0], [1.0]])
    [[1.0, 0.0], [0.5, 0.5]]
    """
    scores = [[attention_score(q, k) for k in keys] for q in queries]
    return [[value(w) for w in softmax(row)] for row in apply_mask(scores, causal_mask(len(keys)))]
