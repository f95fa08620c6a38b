"""Reading one letter with the notes taken on those before it, and what random inputs are made of.

engine/beyond/kv_cache.py does the same for whole matrices; here it is one letter and plain lists, as pupils write it.
`Memory` is {"pancartes": [...], "infos": [...]}: one sign and one information per letter already read.
"""

from random import Random

from engine import attention
from engine.layers import softmax

Vector = list[float]
Memory = dict[str, list[Vector]]


def read_letter(card: Vector, Wq, Wk, Wv, memory: Memory) -> Vector:
    """What this letter hears; its own sign and information are ADDED to the memory.

    >>> one = [[1.0]]
    >>> memory = {"pancartes": [], "infos": []}
    >>> read_letter([2.0], one, one, one, memory), memory
    ([2.0], {'pancartes': [[2.0]], 'infos': [[2.0]]})
    """
    question, sign, info = attention.qkv(card, Wq, Wk, Wv)
    memory["pancartes"].append(sign)
    memory["infos"].append(info)
    return mixed(heard(question, memory["pancartes"]), memory["infos"])


def heard(question: Vector, signs: list[Vector]) -> Vector:
    """How much this question listens to each of these signs."""
    return softmax([attention.attention_score(question, sign) for sign in signs])


def mixed(weights: Vector, infos: list[Vector]) -> Vector:
    """As the notebook's `melanger`: as many informations as there are weights."""
    return [sum(weights[i] * infos[i][d] for i in range(len(weights))) for d in range(len(infos[0]))]


def vector(rng: Random, size: int) -> Vector:
    return [round(rng.uniform(-2, 2), 1) for _ in range(size)]


def matrix(rng: Random, rows: int, columns: int) -> list[Vector]:
    return [vector(rng, columns) for _ in range(rows)]


def drawn_reading(rng: Random):
    """A card, three filters, and the notes on zero to three letters."""
    size, read = rng.randint(2, 4), rng.randint(0, 3)
    memory = {"pancartes": matrix(rng, read, size), "infos": matrix(rng, read, size)}
    return vector(rng, size), *(matrix(rng, size, size) for _ in range(3)), memory
