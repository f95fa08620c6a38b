"""Level 7: the same word read twice, from scratch and with notes; what the notes save, on paper and on the clock."""

import html
import random
import time
from collections.abc import Callable

from tuto.affichage import INK, affiche, cadre, carte
from tuto.barres_et_courbes import courbe
from tuto.essais import call
from tuto.typographie import virgule

__all__ = ["chronometre", "compare_sorties", "courbe_des_calculs", "fiches_du_mot", "trois_filtres"]

SAME = 1e-9
Vector = list[float]
Filters = tuple[list[Vector], list[Vector], list[Vector]]


def fiches_du_mot(mot: str, taille: int = 4) -> list[Vector]:
    """One card per letter: drawn at random, but the same card for the same letter, today and tomorrow."""
    return [card(random.Random(f"{letter} {taille}"), taille) for letter in mot]


def trois_filtres(taille: int = 4) -> Filters:
    """Three filters for questions, signs and informations: drawn at random, always the same."""
    dice = random.Random(taille)
    return tuple([card(dice, taille) for _ in range(taille)] for _ in range(3))


def card(dice: random.Random, size: int) -> Vector:
    return [round(dice.uniform(-1, 1), 2) for _ in range(size)]


def read_again(attention: Callable, cards: list[Vector], filters: Filters) -> list[Vector]:
    """Without notes: at each letter, the whole word is prepared again, and only the last output is of use."""
    return [attention(cards[: place + 1], *filters)[-1] for place in range(len(cards))]


def read_with_notes(reader: Callable, cards: list[Vector], filters: Filters) -> list[Vector]:
    memory = {"pancartes": [], "infos": []}
    return [reader(one, *filters, memory) for one in cards]


def both_ways(
    attention: Callable, reader: Callable | None, cards: list[Vector], filters: Filters
) -> tuple[list[Vector], list[Vector]] | None:
    """The outputs of the two readings; None when something is missing, and Point has said what."""
    empty = {"pancartes": [], "infos": []}
    missing = call(reader, (cards[0], *filters, empty))[1]
    again, missing = (None, missing) if missing else call(read_again, (attention, cards, filters))
    noted, missing = (None, missing) if missing else call(read_with_notes, (reader, cards, filters))
    if missing:
        carte("pense", *missing)
        return None
    if not all(is_vector(row, len(cards[0])) for row in noted):
        carte("pense", "Je ne peux pas comparer ces sorties.", "Il me faut une liste de nombres pour chaque lettre.")
        return None
    return again, noted


def is_vector(row: object, size: int) -> bool:
    return isinstance(row, list) and len(row) == size and all(isinstance(number, float | int) for number in row)


def compare_sorties(attention: Callable, lire: Callable | None, mot: str, taille: int = 4) -> None:
    """The outputs letter by letter, without notes and with notes, and the largest gap between them."""
    outputs = both_ways(attention, lire, fiches_du_mot(mot, taille), trois_filtres(taille))
    if outputs is None:
        return
    again, noted = outputs
    rows = [(letter, written(a), written(b)) for letter, a, b in zip(mot, again, noted, strict=True)]
    gap = max(abs(a - b) for one, other in zip(again, noted, strict=True) for a, b in zip(one, other, strict=True))
    text = "\n".join(f"{letter}  sans cahier {a}  avec cahier {b}" for letter, a, b in rows)
    cells = "".join(
        f"<div>{column(28, html.escape(letter))}{column(270, digits(a))}{digits(b)}</div>" for letter, a, b in rows
    )
    head = f"{column(28, '')}{column(270, '<b>sans cahier</b>')}<b>avec cahier</b>"
    affiche(text, cadre(f"<div>{head}</div>{cells}"))
    if gap < SAME:
        carte("bravo", "Les mêmes sorties !", f"Plus grand écart : {virgule(float(gap), 9)}")
    else:
        carte("pense", "Presque ! Les sorties ne sont pas pareilles.", "Vérifie d'abord l'exercice 7.1.")


def column(width: int, content: str) -> str:
    return f'<span style="display: inline-block; width: {width}px">{content}</span>'


def digits(numbers: str) -> str:
    return f'<code style="background: #f4f6fc; color: {INK}; white-space: pre">{numbers}</code>'


def written(row: Vector) -> str:
    return " ".join(f"{number:6.2f}".replace(".", ",") for number in row)


def courbe_des_calculs(compter: Callable | None, taille: int = 16, lettres: int = 50) -> None:
    """The multiplications counted by the pupil's function, for texts of 1 to `lettres` letters."""
    missing = call(compter, (1, taille, True))[1]
    counted, missing = (None, missing) if missing else call(counts, (compter, taille, lettres))
    if missing:
        carte("pense", *missing)
        return
    without, kept = counted
    if not is_vector([*without, *kept], 2 * lettres):
        carte("pense", "Je ne peux pas dessiner ces courbes.", "Il me faut un nombre à chaque fois.")
        return
    thousands = {"sans cahier": [n / 1000 for n in without], "avec cahier": [n / 1000 for n in kept]}
    courbe(thousands, x="lettres", y="milliers de multiplications")
    if kept[-1]:
        ratio = virgule(without[-1] / kept[-1], 1)
        carte("info", f"Pour {lettres} lettres, le cahier divise le travail par {ratio}.")


def counts(count: Callable, size: int, letters: int) -> tuple[list[int], list[int]]:
    return tuple([count(n, size, noted) for n in range(1, letters + 1)] for noted in (False, True))


def chronometre(attention: Callable, lire: Callable | None, longueurs: list[int], taille: int = 8) -> None:
    """How long the pupil's two readings really take, in thousandths of a second, for texts of these lengths."""
    filters, times = trois_filtres(taille), {"sans cahier": [], "avec cahier": []}
    if both_ways(attention, lire, fiches_du_mot("ab", taille), filters) is None:
        return
    for length in longueurs:
        cards = fiches_du_mot("abcdefghij" * (length // 10 + 1), taille)[:length]
        for name, read, function in (
            ("sans cahier", read_again, attention),
            ("avec cahier", read_with_notes, lire),
        ):
            start = time.perf_counter()
            _, missing = call(read, (function, cards, filters))
            if missing:
                carte("pense", *missing)
                return
            times[name].append(1000 * (time.perf_counter() - start))
    rows = [
        f"{length} lettres, en millièmes de seconde : {virgule(a, 0)} sans cahier, {virgule(b, 0)} avec."
        for length, a, b in zip(longueurs, *times.values(), strict=True)
    ]
    faster = times["sans cahier"][-1] / max(times["avec cahier"][-1], 1e-6)
    carte("info", f"Pour {longueurs[-1]} lettres, le cahier va {virgule(faster, 0)} fois plus vite.", *rows)
