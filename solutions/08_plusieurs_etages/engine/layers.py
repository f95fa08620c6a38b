"""The bricks of a network, in plain loops: each takes and returns lists of numbers.

Does: contexts, embeddings, dot products, linear layers, softmax, RMSNorm, ReLU, the MLP block with its shortcut.
Does not: let letters look at each other (see attention.py), go fast (see tape.py), or LayerNorm (see beyond/gpt2.py).

Numbers are floats, or `V` to differentiate through: the same code serves both.
A letter is a vector, its « card » of notes; a matrix W is a list of rows, one row per output.
Source: Bengio et al. 2003 (embeddings, context); Zhang and Sennrich 2019 (RMSNorm); microgpt for the arithmetic.
"""

from collections.abc import Sequence

from engine import scalar
from engine.scalar import Number, exp, sqrt

Vector = Sequence[Number]
Matrix = Sequence[Vector]

EPSILON = 1e-5  # under the root of a norm, so that a vector of zeros divides by something


def context(ids: Sequence[int], position: int, size: int) -> list[int]:
    """The `size` numbers just before `position`, completed on the left with the edge, 0.

    >>> context([5, 13, 13, 1], 2, 3), context([5, 13, 13, 1], 4, 3)
    ([0, 5, 13], [13, 13, 1])
    """
    if not 0 <= position <= len(ids):
        raise ValueError(f"got position {position} in {len(ids)} symbols: expected 0 to {len(ids)}")
    return [ids[i] if i >= 0 else 0 for i in range(position - size, position)]


def concat_embeddings(table: Matrix, ids: Sequence[int]) -> list[Number]:
    """The cards of these letters, end to end: len(ids) x width numbers.

    >>> concat_embeddings([[1, 2], [3, 4], [5, 6]], [2, 0])
    [5, 6, 1, 2]
    """
    for i in ids:
        if not 0 <= i < len(table):
            raise ValueError(f"got symbol {i}: expected 0 to {len(table) - 1}")
    return [number for i in ids for number in table[i]]


def dot(a: Vector, b: Vector) -> Number:
    """Multiply place by place, then add everything.

    >>> dot([1, 2, 3], [4, 5, 6])
    32
    """
    if len(a) != len(b):
        raise ValueError(f"got vectors of {len(a)} and {len(b)} numbers: expected the same length")
    total = 0
    for x, y in zip(a, b, strict=True):
        total = total + x * y
    return total


def linear(W: Matrix, x: Vector) -> list[Number]:
    """One dot product with x per row of W: the filter W seen through x, without bias.

    >>> linear([[1, 0], [0, 1], [1, 1]], [5, 7])
    [5, 7, 12]
    """
    return [dot(row, x) for row in W]


def linear_layer(W: Matrix, b: Vector, x: Vector) -> list[Number]:
    """W x + b: a note for each row of W, with its own little push b.

    >>> linear_layer([[1, 2], [3, 4]], [10, 20], [1, 1])
    [13, 27]
    """
    return add(linear(W, x), b)


def softmax(scores: Vector) -> list[Number]:
    """Any scores into probabilities, in the same order: exponentials, shared out.

    Taking the largest away first changes nothing to the result, and nothing overflows.

    >>> [round(p, 4) for p in softmax([1, 2, 3])], softmax([1000, 1000])
    ([0.09, 0.2447, 0.6652], [0.5, 0.5])
    """
    if not scores:
        raise ValueError("cannot share among no scores: expected at least one")
    largest = max(scores)
    exponentials = [exp(score - largest) for score in scores]
    total = sum(exponentials)
    return [e / total for e in exponentials]


def distance(a: Vector, b: Vector) -> Number:
    """The sum of the squared differences.

    >>> distance([0, 0], [3, 4])
    25
    """
    return sum((x - y) * (x - y) for x, y in zip(a, b, strict=True))


def nearest(table: Matrix, i: int) -> int:
    """The other letter whose card is the most like the card of letter i.

    >>> nearest([[0, 0], [9, 9], [1, 0]], 0)
    2
    """
    others = [j for j in range(len(table)) if j != i]
    if not others:
        raise ValueError(f"got a table of {len(table)} card: expected at least two")
    return min(others, key=lambda j: distance(table[i], table[j]))


def add(a: Vector, b: Vector) -> list[Number]:
    """Place by place, a new list.

    >>> add([1, 2], [10, 20])
    [11, 22]
    """
    if len(a) != len(b):
        raise ValueError(f"got vectors of {len(a)} and {len(b)} numbers: expected the same length")
    return [x + y for x, y in zip(a, b, strict=True)]


def rmsnorm(x: Vector) -> list[Number]:
    """Back to a normal size: divided by the root of the mean square.

    >>> [round(v, 3) for v in rmsnorm([3, -4])]
    [0.849, -1.131]
    """
    if not x:
        raise ValueError("got no numbers: expected at least one")
    size = sqrt(dot(x, x) / len(x) + EPSILON)
    return [v / size for v in x]


def relu(x: Vector) -> list[Number]:
    """The positive pass, the negative become 0.

    >>> relu([-1.5, 0.5])
    [0.0, 0.5]
    """
    return [scalar.relu(v) for v in x]


def mlp_block(x: Vector, W1: Matrix, W2: Matrix) -> list[Number]:
    """x + W2 relu(W1 rmsnorm(x)): think, then add to what was there (the shortcut, or residual).

    >>> mlp_block([1.0, 2.0], [[1, 1]], [[0], [0]])
    [1.0, 2.0]
    """
    return add(x, linear(W2, relu(linear(W1, rmsnorm(x)))))
