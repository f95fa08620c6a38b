"""The operations of a GPT, one letter after the other, with the plain loops of layers.py and attention.py.

Does: what tape.py does, slowly, on lists of floats or of `V`: with `V`, scalar.py differentiates every configuration
and so checks the formulas of the fast ones.
Does not: know any derivative, or say what each operation is: tape.py does.
"""

from collections.abc import Iterable, Sequence

from engine import layers
from engine.attention import attention_score, split_heads, weighted_sum
from engine.beyond.gpt2 import gelu as _gelu
from engine.beyond.gpt2 import layernorm as _layernorm
from engine.beyond.long_context import first_visible, rotated
from engine.layers import Matrix, softmax

Rows = list[list]


def embed(table: Matrix, ids: Iterable[int]) -> Rows:
    return [list(table[i]) for i in ids]


def add(A: Matrix, B: Matrix) -> Rows:
    return [layers.add(a, b) for a, b in zip(A, B, strict=True)]


def multiply(X: Matrix, mask: Matrix) -> Rows:
    return [[v * m for v, m in zip(x, row, strict=True)] for x, row in zip(X, mask, strict=True)]


def linear(X: Matrix, W: Matrix, bias: Matrix | None = None) -> Rows:
    return [layers.linear_layer(W, bias[0], x) if bias else layers.linear(W, x) for x in X]


def rmsnorm(X: Matrix) -> Rows:
    return [layers.rmsnorm(x) for x in X]


def layernorm(X: Matrix, gain: Matrix, bias: Matrix | None) -> Rows:
    return [_layernorm(x, gain[0], bias[0] if bias else None) for x in X]


def relu(X: Matrix) -> Rows:
    return [layers.relu(x) for x in X]


def gelu(X: Matrix) -> Rows:
    return [[_gelu(v) for v in x] for x in X]


def rotate(X: Matrix, heads: int, start: int) -> Rows:
    return [rotated(x, heads, start + i) for i, x in enumerate(X)]


def attention(Q: Matrix, K: Matrix, V: Matrix, heads: int, window: int | None, masks: Sequence[Matrix] | None) -> Rows:
    """Each letter mixes the values it may see, head by head."""
    keys, values = [split_heads(k, heads) for k in K], [split_heads(v, heads) for v in V]
    mixed = []
    for i, x in enumerate(Q):
        last = len(K) - len(Q) + i
        seen = range(first_visible(last, window), last + 1)
        row = []
        for head, q in enumerate(split_heads(x, heads)):
            shares = softmax([attention_score(q, keys[j][head]) for j in seen])
            if masks:
                shares = [share * masks[head][i][j] for share, j in zip(shares, seen, strict=True)]
            row += weighted_sum(shares, [values[j][head] for j in seen])
        mixed.append(row)
    return mixed
