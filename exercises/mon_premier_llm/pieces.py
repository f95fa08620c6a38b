"""Lesson 5's own bricks, written as the given cells of the notebook: what pupils' wrong ideas are made of.

They index where the engine checks, so that a wrong idea fails here exactly as it fails beside the pupil.
"""

from random import Random

from engine.layers import add, mlp_block, rmsnorm, softmax


def dot(a, b):
    return sum(a[i] * b[i] for i in range(len(a)))


def filtered(W, x):
    return [dot(row, x) for row in W]


def drawn_vector(rng: Random, size: int) -> list[float]:
    """Numbers a pupil can read: two digits after the point, never 0."""
    return [rng.choice((-1, 1)) * rng.randint(10, 300) / 100 for _ in range(size)]


def drawn_matrix(rng: Random, rows: int, columns: int) -> list[list[float]]:
    return [drawn_vector(rng, columns) for _ in range(rows)]


def drawn_brain(rng: Random, size: int = 4, heads: int = 2, symbols: int = 6, places: int = 8) -> dict:
    """The weights P of a very small GPT, under the names that pupils use."""
    shapes = {
        "lettres": (symbols, size),
        "places": (places, size),
        **dict.fromkeys(("Wq", "Wk", "Wv", "Wo"), (size, size)),
        "W1": (4 * size, size),
        "W2": (size, 4 * size),
        "sortie": (symbols, size),
    }
    return {name: small_matrix(rng, shape) for name, shape in shapes.items()} | {"tetes": heads}


def small_matrix(rng: Random, shape: tuple[int, int]) -> list[list[float]]:
    return [[x / 4 for x in row] for row in drawn_matrix(rng, *shape)]


def attention_step(P, cards, *, heads=None, scale=None, norm=True, future=False, output=True, shortcut=True):
    """The given `etage_attention`, or the same with one thing wrong."""
    heads = heads or P["tetes"]
    size = len(cards[0]) // heads
    read = [rmsnorm(card) if norm else card for card in cards]
    q, k, v = ([filtered(P[name], card) for card in read] for name in ("Wq", "Wk", "Wv"))
    after = []
    for i, card in enumerate(cards):
        seen = range(len(cards) if future else i + 1)
        mixed = []
        for start in range(0, heads * size, size):
            cut = slice(start, start + size)
            root = (scale or size) ** 0.5
            shares = softmax([dot(q[i][cut], k[j][cut]) / root for j in seen])
            mixed += [sum(p * v[j][d] for p, j in zip(shares, seen, strict=True)) for d in range(start, start + size)]
        mixed = filtered(P["Wo"], mixed) if output else mixed
        after.append(add(card, mixed) if shortcut else mixed)
    return after


def think(P, card):
    """The MLP block of the brain P."""
    return mlp_block(card, P["W1"], P["W2"])
