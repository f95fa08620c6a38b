"""A small network with three letters of memory: its numbers, its correction, its names, the shadow of its cards.

The network predicts with the pupil's own functions. `corrige` is lent: it is lesson 2's correction for every number
of the network, the chain rule written out by hand. Plain loops, no array library; nothing is drawn here.
"""

import math
import random
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass

SIGNES = ".abcdefghijklmnopqrstuvwxyz"
VOYELLES = "aeiouy"
FENETRE, NOTES = 3, 8
FAR = 8  # trained numbers stay below 3
PAQUET = 500  # letters to guess between two points of the curve

Liste = list[float]
Table = list[Liste]
Mots = list[list[int]]
Devine = Callable[[list[int], int], Liste]


@dataclass
class Reseau:
    """notes: one card of 8 notes per sign; W: one row of 24 per sign; b: one push per sign. Training changes them."""

    notes: Table
    W: Table
    b: Liste
    corrections: int = 0

    @property
    def explose(self) -> bool:
        """The steps were too long: some number is very far from where training keeps them."""
        return not all(abs(number) < FAR for row in (*self.notes, *self.W) for number in row)

    def __repr__(self) -> str:
        count = sum(map(len, self.notes)) + sum(map(len, self.W)) + len(self.b)
        return f"Un réseau de {count} nombres, corrigé {self.corrections} fois"


def reseau_neuf(graine: int = 3) -> Reseau:
    """Small notes at random: the network does not know anything yet."""
    rng = random.Random(graine)

    def table(rows: int, columns: int) -> Table:
        return [[rng.gauss(0, 0.1) for _ in range(columns)] for _ in range(rows)]

    count = len(SIGNES)
    return Reseau(table(count, NOTES), table(count, FENETRE * NOTES), [0.0] * count)


def paquets(mots: Mots, passages: int = 2, graine: int = 3) -> list[list[tuple[list[int], int]]]:
    """Every (word, place to guess), shuffled, `passages` times, in packets of about the same size."""
    rng, packets = random.Random(graine), []
    places = [(mot, place) for mot in mots for place in range(1, len(mot))]
    count = max(1, round(len(places) / PAQUET))
    for _ in range(passages):
        rng.shuffle(places)
        packets += [places[rank::count] for rank in range(count)]
    return packets


def corrige(reseau: Reseau, ids: list[int], position: int, parts: Liste, vitesse: float) -> float:
    """The loss of this prediction; then one small step back for each number that took part in it."""
    window = [ids[i] if i >= 0 else 0 for i in range(position - FENETRE, position)]
    v = [note for signe in window for note in reseau.notes[signe]]
    bonne = ids[position]
    loss = -math.log(parts[bonne])
    back = [0.0] * len(v)
    for j, part in enumerate(parts):
        gap = part - 1 if j == bonne else part
        row, step = reseau.W[j], vitesse * gap
        back = [slope + gap * weight for slope, weight in zip(back, row, strict=True)]
        reseau.W[j] = [weight - step * note for weight, note in zip(row, v, strict=True)]
        reseau.b[j] -= step
    for place, signe in enumerate(window):
        own = back[place * NOTES : (place + 1) * NOTES]
        reseau.notes[signe] = [note - vitesse * slope for note, slope in zip(reseau.notes[signe], own, strict=True)]
    reseau.corrections += 1
    return loss


def pages_utiles(prenoms: Iterable[str], memoire: int = FENETRE) -> int:
    """How many different windows the names really have."""
    padded = ["." * memoire + prenom for prenom in prenoms]
    return len({mot[start : start + memoire] for mot in padded for start in range(len(mot) - memoire + 1)})


def perte_comptee(mots: Mots, memoire: int) -> float:
    """The mean loss of a notebook of counts with that many letters of memory, on the names it has counted."""
    pages: dict[tuple[int, ...], Counter[int]] = {}
    for mot in mots:
        for place in range(1, len(mot)):
            pages.setdefault(tuple(mot[max(0, place - memoire) : place]), Counter())[mot[place]] += 1
    total = sum(count * math.log(sum(page.values()) / count) for page in pages.values() for count in page.values())
    return total / sum(sum(page.values()) for page in pages.values())


def ombre(table: Table) -> list[tuple[float, float]]:
    """The two directions in which the cards differ most (principal components); vowels to the right, `a` up."""
    means = [sum(column) / len(table) for column in zip(*table, strict=True)]
    centred = [[note - mean for note, mean in zip(card, means, strict=True)] for card in table]
    first = main_direction(centred)
    second = main_direction(centred, away_from=first)
    points = [(dot(card, first), dot(card, second)) for card in centred]
    right = sum(points[SIGNES.index(vowel)][0] for vowel in VOYELLES) >= 0
    up = points[SIGNES.index("a")][1] >= 0
    return [(x if right else -x, y if up else -y) for x, y in points]


def main_direction(cards: Table, away_from: Liste | None = None) -> Liste:
    """By repeated projection."""
    direction = [1.0 + 0.1 * rank for rank in range(len(cards[0]))]
    for _ in range(100):
        shares = [dot(card, direction) for card in cards]
        direction = [dot(shares, column) for column in zip(*cards, strict=True)]
        if away_from:
            along = dot(direction, away_from)
            direction = [value - along * part for value, part in zip(direction, away_from, strict=True)]
        size = math.sqrt(dot(direction, direction)) or 1
        direction = [value / size for value in direction]
    return direction


def dot(a: Iterable[float], b: Iterable[float]) -> float:
    return sum(x * y for x, y in zip(a, b, strict=True))


def invente(devine: Devine, combien: int, longueur: int = 12) -> list[str]:
    """The window slides, the dart is thrown, until the dot; names of at least three letters."""
    names: list[str] = []
    while len(names) < combien:
        ids = [0]
        while len(ids) <= longueur:
            letter = random.choices(range(len(SIGNES)), devine(ids, len(ids)))[0]
            if letter == 0:
                break
            ids.append(letter)
        if len(ids) > 3:
            names.append("".join(SIGNES[letter] for letter in ids[1:]))
    return names
