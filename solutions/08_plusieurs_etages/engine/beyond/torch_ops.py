"""The operations of a GPT on torch tensors; torch finds the derivatives itself.

Does: the operations described in tape.py, on a processor or a graphics card.
Does not: know any derivative, or use torch's own attention, which hides what is taught here.
"""

from collections.abc import Iterable, Sequence
from functools import cache

import torch
from torch import Tensor
from torch.nn import functional

from engine.beyond.long_context import first_visible, rotation
from engine.layers import EPSILON


def embed(table: Tensor, ids: Iterable[int]) -> Tensor:
    return table[torch.tensor(list(ids), device=table.device)]


def add(A: Tensor, B: Tensor) -> Tensor:
    return A + B


def multiply(X: Tensor, mask: Sequence[Sequence[float]]) -> Tensor:
    return X * X.new_tensor(mask)


def linear(X: Tensor, W: Tensor, bias: Tensor | None = None) -> Tensor:
    return functional.linear(X, W, None if bias is None else bias[0])


def rmsnorm(X: Tensor) -> Tensor:
    return X * ((X * X).mean(-1, keepdim=True) + EPSILON) ** -0.5


def layernorm(X: Tensor, gain: Tensor, bias: Tensor | None) -> Tensor:
    return functional.layer_norm(X, X.shape[-1:], gain[0], None if bias is None else bias[0], EPSILON)


def relu(X: Tensor) -> Tensor:
    return functional.relu(X)


def gelu(X: Tensor) -> Tensor:
    return functional.gelu(X, approximate="tanh")


def rotate(X: Tensor, heads: int, start: int) -> Tensor:
    n, d = X.shape
    turn = X.new_tensor(_turns(n, d, heads, start))
    pairs = X.reshape(n, d // 2, 2)
    a, b, c, s = pairs[..., 0], pairs[..., 1], turn[..., 0], turn[..., 1]
    return torch.stack((a * c - b * s, a * s + b * c), -1).reshape(n, d)


def attention(Q: Tensor, K: Tensor, V: Tensor, heads: int, window: int | None, masks) -> Tensor:
    q, k, v = (X.reshape(len(X), heads, -1).transpose(0, 1) for X in (Q, K, V))
    scores = q @ k.transpose(1, 2) / q.shape[-1] ** 0.5
    shares = (scores + scores.new_tensor(_forbidden(len(Q), len(K), window))).softmax(-1)
    if masks:
        shares = shares * shares.new_tensor(masks)
    return (shares @ v).transpose(0, 1).reshape(Q.shape)


@cache
def _forbidden(n: int, total: int, window: int | None) -> list[list[float]]:
    """0 where one of the last n letters of `total` may look, minus infinity elsewhere."""
    rows = []
    for last in range(total - n, total):
        first = first_visible(last, window)
        rows.append([0.0 if first <= j <= last else float("-inf") for j in range(total)])
    return rows


@cache
def _turns(n: int, d: int, heads: int, start: int) -> list[tuple]:
    """The cosine and sine for each letter and pair."""
    return [rotation(d // heads, start + i) * heads for i in range(n)]
