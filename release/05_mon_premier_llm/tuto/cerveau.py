"""Lesson 5's mini-GPT as the pupil holds it: `P`, a dictionary of tables of numbers, and "tetes", the number of heads.

Does: draw its first numbers, count them, turn a word into numbers, examine a model. Does not: train (see mon_code.py,
turbo.py). Same size rules as microgpt, which has 16 dimensions, 4 heads and 4192 numbers.
"""

import math
import random
from collections.abc import Callable, Iterator, Sequence
from typing import Any

Brain = dict[str, Any]
LETTERS = ".abcdefghijklmnopqrstuvwxyz"
PLACES = 16
SPREAD = 0.08  # of the first random numbers, as in microgpt


def nouveau_modele(taille: int = 8, tetes: int = 2, graine: int = 42) -> Brain:
    """All the numbers of a mini-GPT, drawn at random: nothing is learned yet. `taille` is a multiple of `tetes`.

    >>> P = nouveau_modele()
    >>> len(P["lettres"]), len(P["lettres"][0]), combien(P)
    (27, 8, 1328)
    """
    dice = random.Random(graine)
    card, square = (len(LETTERS), taille), (taille, taille)
    shapes = {"lettres": card, "places": (PLACES, taille), "Wq": square, "Wk": square, "Wv": square, "Wo": square}
    shapes |= {"W1": (4 * taille, taille), "W2": (taille, 4 * taille), "sortie": card}
    tables = {name: table(dice, *shape) for name, shape in shapes.items()}
    return tables | {"tetes": tetes}


def table(dice: random.Random, rows: int, columns: int) -> list[list[float]]:
    return [[dice.gauss(0, SPREAD) for _ in range(columns)] for _ in range(rows)]


def tables(P: Brain) -> dict[str, list[list[float]]]:
    return {name: rows for name, rows in P.items() if isinstance(rows, list)}


def combien(P: Brain) -> int:
    """How many numbers there are to learn."""
    return sum(len(row) for rows in tables(P).values() for row in rows)


def numeros(prenom: str) -> list[int]:
    """The word between two dots, as numbers, cut to the places of the model.

    >>> numeros("abc")
    [0, 1, 2, 3, 0]
    """
    return [LETTERS.index(letter) for letter in f".{prenom.lower()}."][: PLACES + 1]


def unreadable(texte: str, places: int = PLACES) -> tuple[str, str] | None:
    """What to say of a text that the model cannot read; None when it can."""
    most = places - 1  # the first place is for the point
    if len(texte) <= most and set(texte.lower()) <= set(LETTERS[1:]):
        return None
    return "Choisis un autre texte.", f"Au plus {most} lettres, de a à z, sans accent ni trait d'union."


def moyenne(nombres: Sequence[float]) -> float:
    return sum(nombres) / len(nombres)


def losses_of(modele: Callable, P: Brain, prenoms: Sequence[str]) -> Iterator[float]:
    """The penalty of every letter to guess in these words, with the scores of this model."""
    for prenom in prenoms:
        ids = numeros(prenom)
        for scores, right in zip(modele(P, ids[:-1]), ids[1:], strict=True):
            highest = max(scores)
            total = sum(math.exp(score - highest) for score in scores)
            yield math.log(total) - (scores[right] - highest)
