"""The same derivatives as scalar.py, with one place on the tape per matrix instead of one per number: 40 times faster.

Does: the operations of a GPT on whole words at once; each is one function that computes, and says how to go backwards.
Does not: know how a GPT is assembled (see model.py), or share its time between words.

A matrix is a list of rows of floats; in X, Q, K and V there is one row per letter. `g` is always the derivative of the
loss with respect to the result of the operation, of the same shape as this result.
Source: the backward formulas are the usual ones; tests hold them against scalar.py, which knows none of them.
"""

from collections.abc import Callable, Iterable, Sequence
from operator import mul

from engine.beyond.gpt2 import gelu_with_slope
from engine.beyond.long_context import rotated
from engine.layers import EPSILON
from engine.matmul import Rows, matmul, transpose
from engine.shares import causal_shares, through_softmax

Mask = Sequence[Sequence[float]]


class Matrix:
    """Rows of floats, and the derivative of the loss with respect to each of them once `Tape.backward` has run."""

    __slots__ = ("grad", "rows")

    def __init__(self, rows: Rows):
        self.rows = rows
        self.grad: Rows | None = None

    def receive(self, g: Rows) -> None:
        """Add to the derivative: a matrix used in two places receives from both."""
        self.grad = g if self.grad is None else _sum(self.grad, g)


class Tape:
    """The operations done so far, each with its way back.

    >>> tape, X, W = Tape(), Matrix([[1.0, 2.0]]), Matrix([[3.0, 4.0]])
    >>> scores = tape.linear(X, W)
    >>> tape.backward(scores, [[1.0]])
    >>> scores.rows, X.grad, W.grad
    ([[11.0]], [[3.0, 4.0]], [[1.0, 2.0]])
    """

    def __init__(self) -> None:
        self._done: list[tuple[Matrix, Callable[[Rows], None]]] = []

    def _record(self, rows: Rows, back: Callable[[Rows], None]) -> Matrix:
        result = Matrix(rows)
        self._done.append((result, back))
        return result

    def backward(self, result: Matrix, g: Rows) -> None:
        """Give every matrix its derivative, from `g`, the derivative of the loss with respect to `result`."""
        result.grad = g
        for matrix, back in reversed(self._done):
            if matrix.grad is not None:
                back(matrix.grad)
        self._done.clear()

    def embed(self, table: Matrix, ids: Iterable[int]) -> Matrix:
        """The rows of the table with these numbers."""
        ids = list(ids)

        def back(g: Rows) -> None:
            grad = [[0.0] * len(g[0])] * len(table.rows)  # one shared row of zeros: rows are replaced, never changed
            for i, row in zip(ids, g, strict=True):
                grad[i] = [x + y for x, y in zip(grad[i], row, strict=True)]
            table.receive(grad)

        return self._record([table.rows[i] for i in ids], back)

    def add(self, A: Matrix, B: Matrix) -> Matrix:
        """A + B, place by place."""

        def back(g: Rows) -> None:
            A.receive(g)
            B.receive(g)

        return self._record(_sum(A.rows, B.rows), back)

    def multiply(self, X: Matrix, mask: Mask) -> Matrix:
        """X times a constant mask, place by place (dropout)."""
        return self._record(_product(X.rows, mask), lambda g: X.receive(_product(g, mask)))

    def linear(self, X: Matrix, W: Matrix, bias: Matrix | None = None) -> Matrix:
        """X · Wᵀ: each letter seen through each row of W, plus the bias of the row."""

        def back(g: Rows) -> None:
            columns = transpose(g)
            W.receive(matmul(columns, transpose(X.rows)))
            X.receive(matmul(g, transpose(W.rows)))
            if bias:
                bias.receive([[sum(column) for column in columns]])

        rows = matmul(X.rows, W.rows)
        if bias:
            rows = [[x + b for x, b in zip(row, bias.rows[0], strict=True)] for row in rows]
        return self._record(rows, back)

    def rmsnorm(self, X: Matrix) -> Matrix:
        """Each row divided by the root of its mean square."""
        scales = [(sum(map(mul, x, x)) / len(x) + EPSILON) ** -0.5 for x in X.rows]

        def back(g: Rows) -> None:
            grad = []
            for slopes, x, scale in zip(g, X.rows, scales, strict=True):
                pull = sum(map(mul, slopes, x)) * scale**3 / len(x)
                grad.append([slope * scale - v * pull for slope, v in zip(slopes, x, strict=True)])
            X.receive(grad)

        return self._record([[v * s for v in x] for x, s in zip(X.rows, scales, strict=True)], back)

    def layernorm(self, X: Matrix, gain: Matrix, bias: Matrix | None) -> Matrix:
        """Each row, less its mean, divided by its standard deviation, times a learned gain, plus a learned bias."""
        means = [sum(x) / len(x) for x in X.rows]
        centred = [[v - mean for v in x] for x, mean in zip(X.rows, means, strict=True)]
        scales = [(sum(map(mul, x, x)) / len(x) + EPSILON) ** -0.5 for x in centred]
        normal = [[v * s for v in x] for x, s in zip(centred, scales, strict=True)]

        def back(g: Rows) -> None:
            gain.receive([[sum(map(mul, *columns)) for columns in zip(transpose(g), transpose(normal), strict=True)]])
            if bias:
                bias.receive([[sum(column) for column in transpose(g)]])
            grad = []
            for row, y, scale in zip(g, normal, scales, strict=True):
                slopes = [slope * k for slope, k in zip(row, gain.rows[0], strict=True)]
                mean, pull = sum(slopes) / len(y), sum(map(mul, slopes, y)) / len(y)
                grad.append([scale * (slope - mean - v * pull) for slope, v in zip(slopes, y, strict=True)])
            X.receive(grad)

        rows = [[v * k for v, k in zip(y, gain.rows[0], strict=True)] for y in normal]
        if bias:
            rows = [[x + b for x, b in zip(row, bias.rows[0], strict=True)] for row in rows]
        return self._record(rows, back)

    def relu(self, X: Matrix) -> Matrix:
        """The positive pass, the negative become 0."""

        def back(g: Rows) -> None:
            X.receive(
                [[s if v > 0 else 0.0 for s, v in zip(a, x, strict=True)] for a, x in zip(g, X.rows, strict=True)]
            )

        return self._record([[v if v > 0 else 0.0 for v in x] for x in X.rows], back)

    def gelu(self, X: Matrix) -> Matrix:
        """GPT-2's smooth relu."""
        both = [[gelu_with_slope(v) for v in x] for x in X.rows]
        slopes = [[slope for _, slope in row] for row in both]
        return self._record([[y for y, _ in row] for row in both], lambda g: X.receive(_product(g, slopes)))

    def rotate(self, X: Matrix, heads: int, start: int) -> Matrix:
        """Each row turned by its place, start, start + 1, …, head by head (RoPE): turn back to go backwards."""
        rows = [rotated(x, heads, start + i) for i, x in enumerate(X.rows)]
        return self._record(
            rows, lambda g: X.receive([rotated(slopes, heads, -(start + i)) for i, slopes in enumerate(g)])
        )

    def attention(
        self, Q: Matrix, K: Matrix, V: Matrix, heads: int, window: int | None, masks: Sequence[Mask] | None
    ) -> Matrix:
        """Each letter mixes the values of the letters it may see; the last row of Q sees up to the last row of K.

        `masks` holds one dropout mask per head, for the shares of attention.
        """
        width = len(Q.rows[0]) // heads
        slices = [slice(h * width, (h + 1) * width) for h in range(heads)]
        v_columns = transpose(V.rows)
        parts, columns = [], []
        for h, cut in enumerate(slices):
            q, k = [row[cut] for row in Q.rows], [row[cut] for row in K.rows]
            shares = causal_shares(matmul(q, k), width**-0.5, window)
            kept = _product(shares, masks[h]) if masks else shares
            parts.append((q, k, shares, kept))
            columns += matmul(v_columns[cut], kept)

        def back(g: Rows) -> None:
            g_columns = transpose(g)
            dq, dk, dv = [], [], []
            for h, (cut, (q, k, shares, kept)) in enumerate(zip(slices, parts, strict=True)):
                slopes = matmul([row[cut] for row in g], transpose(v_columns[cut]))
                if masks:
                    slopes = _product(slopes, masks[h])
                scores = through_softmax(slopes, shares, width**-0.5)
                dq += matmul(transpose(k), scores)
                dk += matmul(transpose(q), transpose(scores))
                dv += matmul(g_columns[cut], transpose(kept))
            Q.receive(transpose(dq))
            K.receive(transpose(dk))
            V.receive(transpose(dv))

        return self._record(transpose(columns), back)


def _sum(A: Rows, B: Rows) -> list[list[float]]:
    return [[x + y for x, y in zip(a, b, strict=True)] for a, b in zip(A, B, strict=True)]


def _product(A: Rows, B: Rows) -> list[list[float]]:
    return [[x * y for x, y in zip(a, b, strict=True)] for a, b in zip(A, B, strict=True)]
