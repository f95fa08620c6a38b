"""tape.py with NumPy arrays: the loops inside an operation run in compiled code, several heads at once.

Does: the same operations with the same derivatives, equal to tape.py's but for rounding.
Does not: read several words at once: its speed at this size is the number of calls to NumPy, not their work.

In X, Q, K and V there is one row per letter; inside attention, arrays are (head, letter, number).
"""

from collections.abc import Callable, Iterable, Sequence
from functools import cache

import numpy as np

from engine.beyond.gpt2 import GELU_CUBIC, GELU_SCALE
from engine.beyond.long_context import first_visible, rotation
from engine.layers import EPSILON

_add, _largest = np.add.reduce, np.maximum.reduce


class Array:
    """Numbers, and the derivative of the loss with respect to each of them once `NumpyTape.backward` has run."""

    __slots__ = ("grad", "rows")

    def __init__(self, rows: np.ndarray):
        self.rows = rows
        self.grad: np.ndarray | None = None

    def receive(self, g: np.ndarray) -> None:
        """Add to the derivative; never in place, since two arrays may have received the same one."""
        self.grad = g if self.grad is None else self.grad + g


class NumpyTape:
    """The operations done so far, each with its way back; see tape.py for what each computes."""

    def __init__(self) -> None:
        self._done: list[tuple[Array, Callable[[np.ndarray], None]]] = []

    def _record(self, rows: np.ndarray, back: Callable[[np.ndarray], None]) -> Array:
        result = Array(rows)
        self._done.append((result, back))
        return result

    def backward(self, result: Array, g: np.ndarray) -> None:
        result.grad = g
        for array, back in reversed(self._done):
            if array.grad is not None:
                back(array.grad)
        self._done.clear()

    def embed(self, table: Array, ids: Iterable[int]) -> Array:
        ids = np.array(ids)

        def back(g: np.ndarray) -> None:
            grad = np.zeros_like(table.rows)
            np.add.at(grad, ids, g)
            table.receive(grad)

        return self._record(table.rows[ids], back)

    def add(self, A: Array, B: Array) -> Array:
        def back(g: np.ndarray) -> None:
            A.receive(g)
            B.receive(g)

        return self._record(A.rows + B.rows, back)

    def multiply(self, X: Array, mask: Sequence[Sequence[float]]) -> Array:
        factors = np.array(mask)
        return self._record(X.rows * factors, lambda g: X.receive(g * factors))

    def linear(self, X: Array, W: Array, bias: Array | None = None) -> Array:
        def back(g: np.ndarray) -> None:
            W.receive(g.T @ X.rows)
            X.receive(g @ W.rows)
            if bias:
                bias.receive(_add(g, 0, keepdims=True))

        rows = X.rows @ W.rows.T
        return self._record(rows + bias.rows if bias else rows, back)

    def rmsnorm(self, X: Array) -> Array:
        x = X.rows
        scale = (_mean(x * x) + EPSILON) ** -0.5

        def back(g: np.ndarray) -> None:
            X.receive(g * scale - x * (_mean(g * x) * scale**3))

        return self._record(x * scale, back)

    def layernorm(self, X: Array, gain: Array, bias: Array | None) -> Array:
        centred = X.rows - _mean(X.rows)
        scale = (_mean(centred * centred) + EPSILON) ** -0.5
        normal = centred * scale

        def back(g: np.ndarray) -> None:
            gain.receive(_add(g * normal, 0, keepdims=True))
            if bias:
                bias.receive(_add(g, 0, keepdims=True))
            slopes = g * gain.rows
            X.receive(scale * (slopes - _mean(slopes) - normal * _mean(slopes * normal)))

        rows = normal * gain.rows
        return self._record(rows + bias.rows if bias else rows, back)

    def relu(self, X: Array) -> Array:
        positive = X.rows > 0
        return self._record(X.rows * positive, lambda g: X.receive(g * positive))

    def gelu(self, X: Array) -> Array:
        x = X.rows
        part = 0.5 + 0.5 * np.tanh(GELU_SCALE / 2 * (x + GELU_CUBIC * x**3))
        slope = part + x * part * (1 - part) * GELU_SCALE * (1 + 3 * GELU_CUBIC * x * x)
        return self._record(x * part, lambda g: X.receive(g * slope))

    def rotate(self, X: Array, heads: int, start: int) -> Array:
        n, d = X.rows.shape
        turn = _turns(n, d, heads, start)
        return self._record(_turned(X.rows, turn), lambda g: X.receive(_turned(g, turn.conj())))

    def attention(self, Q: Array, K: Array, V: Array, heads: int, window: int | None, masks) -> Array:
        q, k, v = (_split(X.rows, heads) for X in (Q, K, V))
        scale = q.shape[-1] ** -0.5
        shares = softmax(q @ k.transpose(0, 2, 1) * scale + _forbidden(len(Q.rows), len(K.rows), window))
        factors = np.array(masks) if masks else None
        kept = shares if factors is None else shares * factors

        def back(g: np.ndarray) -> None:
            g = _split(g, heads)
            slopes = g @ v.transpose(0, 2, 1)
            if factors is not None:
                slopes = slopes * factors
            scores = shares * (slopes - _add(slopes * shares, -1, keepdims=True)) * scale
            Q.receive(_join(scores @ k))
            K.receive(_join(scores.transpose(0, 2, 1) @ q))
            V.receive(_join(kept.transpose(0, 2, 1) @ g))

        return self._record(_join(kept @ v), back)


def cross_entropy(scores: np.ndarray, targets: Sequence[int], weight: float = 1.0) -> tuple[float, np.ndarray]:
    """weight x the mean loss of these scores, infinite when a probability is 0, and its derivative.

    >>> loss, g = cross_entropy(np.zeros((1, 2)), [1])
    >>> round(loss, 3), g.tolist()
    (0.693, [[0.5, -0.5]])
    """
    rows = np.arange(len(targets))
    g = softmax(scores)
    loss = -weight * float(np.log(g[rows, targets]).mean())
    g[rows, targets] -= 1.0
    return loss, g * (weight / len(targets))


def softmax(x: np.ndarray) -> np.ndarray:
    """Probabilities along the last axis."""
    e = np.exp(x - _largest(x, -1, keepdims=True))
    return e / _add(e, -1, keepdims=True)


def _mean(x: np.ndarray) -> np.ndarray:
    return _add(x, -1, keepdims=True) / x.shape[-1]


def _split(x: np.ndarray, heads: int) -> np.ndarray:
    return x.reshape(len(x), heads, -1).transpose(1, 0, 2)


def _join(x: np.ndarray) -> np.ndarray:
    return x.transpose(1, 0, 2).reshape(x.shape[1], -1)


@cache
def _forbidden(n: int, total: int, window: int | None) -> np.ndarray:
    """0 where one of the last n letters of `total` may look, minus infinity elsewhere."""
    grid = np.full((n, total), -np.inf)
    for i in range(n):
        last = total - n + i
        grid[i, first_visible(last, window) : last + 1] = 0.0
    return grid


@cache
def _turns(n: int, d: int, heads: int, start: int) -> np.ndarray:
    """One complex number of length 1 per letter and pair: multiplying by it turns the pair."""
    return np.array([[complex(c, s) for c, s in rotation(d // heads, start + i) * heads] for i in range(n)])


def _turned(x: np.ndarray, turn: np.ndarray) -> np.ndarray:
    return (np.ascontiguousarray(x).view(complex) * turn).view(float)
