"""The floors of level 8, on the engine's LayerNorm and GELU, and what random inputs are made of."""

from random import Random

from engine.beyond import gpt2

Vector = list[float]
Table = list[Vector]


def layernorm(x: Vector) -> Vector:
    """The engine's LayerNorm, with a gain of 1 and no bias: nothing to learn in it.

    >>> [round(v, 3) for v in layernorm([1.0, 3.0])]
    [-1.0, 1.0]
    """
    return gpt2.layernorm(x, [1.0] * len(x))


def gelu(x: Vector) -> Vector:
    """The engine's GELU, number by number."""
    return [gpt2.gelu(v) for v in x]


def filtered(W: Table, x: Vector) -> Vector:
    """As the notebook's `filtre`: it reads as many numbers of x as its rows have."""
    return [sum(row[i] * x[i] for i in range(len(row))) for row in W]


def floor(x: Vector, W: Table) -> Vector:
    """What one floor thinks of a card: the notebook's `etage`."""
    return gelu(filtered(W, layernorm(x)))


def added(a: Vector, b: Vector) -> Vector:
    """As lesson 5's `additionner`."""
    return [a[i] + b[i] for i in range(len(a))]


def stacked(x: Vector, floors: list[Table]) -> Vector:
    """The card after all the floors, each of which adds its idea to what it received.

    >>> stacked([1.0, 2.0], [])
    [1.0, 2.0]
    """
    for W in floors:
        x = added(x, floor(x, W))
    return x


def drawn_vector(rng: Random, size: int, far: int = 300) -> Vector:
    """Numbers a pupil can read: two digits after the point, never 0."""
    return [rng.choice((-1, 1)) * rng.randint(10, far) / 100 for _ in range(size)]


def drawn_tower(rng: Random):
    size = rng.randint(2, 4)
    return drawn_vector(rng, size), [[drawn_vector(rng, size) for _ in range(size)] for _ in range(rng.randint(2, 4))]
