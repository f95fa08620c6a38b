"""Lesson 2: names as numbers, a match, a brand-new machine, several speeds, the learned names.

The pupil's functions do the thinking; here is what they play with (drawings: lecon_2_dessins.py). Letters are numbers:
0 is the dot, 1 to 26 are a to z. A machine is a list of 27 pages, a page a list of 27 scores (or shares).
"""

import math
import random
from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise

from tuto.affichage import carte
from tuto.barres_et_courbes import barres, courbe
from tuto.cartes_et_grilles import prenoms_cles
from tuto.entrainement import exploded
from tuto.essais import essaie, ou_pretee, prete, stopped_card
from tuto.lecon_2_dessins import cote_a_cote, ecarts_dessines, is_number, is_page, terrain
from tuto.typographie import virgule

__all__ = [
    "LETTRES",
    "championne",
    "compte",
    "cote_a_cote",
    "ecarts_dessines",
    "en_numeros",
    "essaie_vitesses",
    "gateau",
    "invente",
    "joue_le_match",
    "lance",
    "machine_neuve",
    "melange",
    "numero",
    "terrain",
]

LETTRES = ".abcdefghijklmnopqrstuvwxyz"
COUNT = len(LETTRES)
WANTED, SHORTEST, LONGEST, TRIES = 12, 3, 10, 400

Example = tuple[int, int]
Table = list[list[float]]


# ---------- what the machine reads


def en_numeros(prenoms: Iterable[str]) -> list[Example]:
    """Every pair of neighbours, as two numbers: the letter that is read, the letter to guess.

    >>> en_numeros(["al"])
    [(0, 1), (1, 12), (12, 0)]
    """
    words = ([0, *(LETTRES.index(letter) for letter in prenom if letter in LETTRES), 0] for prenom in prenoms)
    return [pair for word in words for pair in pairwise(word)]


def numero(lettre: str) -> int:
    """The number of a letter; a kind word, and the dot, for what has no key.

    >>> numero("a"), numero("Z")
    (1, 26)
    """
    place = LETTRES.find(lettre.lower()) if len(lettre) == 1 else -1
    if place < 0:
        carte("pense", f"Je n'ai pas de touche « {lettre} ».", "Essaie une lettre de a à z, ou le point.")
    return max(place, 0)


def melange(exemples: Iterable[Example]) -> list[Example]:
    """Shuffled like cards, the same way every time: in alphabetical order, the last names would weigh too much."""
    shuffled = list(exemples)
    random.Random(2).shuffle(shuffled)
    return shuffled


def compte(exemples: Iterable[Example]) -> Table:
    """Lesson 1 again: a page of shares per letter, by counting."""
    table = [[0] * COUNT for _ in range(COUNT)]
    for avant, apres in exemples:
        table[avant][apres] += 1
    return [[n / max(sum(page), 1) for n in page] for page in table]


def machine_neuve() -> Table:
    """27 pages of 27 scores, all at 0: it knows nothing yet."""
    return [[0.0] * COUNT for _ in range(COUNT)]


def shares(scores: Sequence[float]) -> list[float]:
    """The magic box of the notebook, for the demos that do not show it."""
    exponentials = [math.exp(score - max(scores)) for score in scores]
    return [e / sum(exponentials) for e in exponentials]


# ---------- the court


def lance(perte: Callable | None, parts: Iterable[float]) -> None:
    """One throw per share given to the right letter: the pupil's loss says where the ball lands."""
    throws = {}
    for part in parts:
        loss = essaie(perte, [part, 1 - part], 0)
        if loss is None:
            return
        throws[f"part {virgule(float(part))}"] = loss
    terrain(throws)


def joue_le_match(perte: Callable | None, machine: Table, exemples: list[Example]) -> float | None:
    """The mean loss over a whole match, with the pupil's two functions."""
    if essaie(perte, machine[0], exemples[0][1]) is None:
        return None
    losses = essaie(all_losses, perte, machine, exemples)
    return essaie(ou_pretee("perte_moyenne"), losses) if losses else None


def all_losses(perte: Callable, machine: Table, exemples: list[Example]) -> list[float]:
    return [perte(machine[avant], apres) for avant, apres in exemples]


def gateau(lettres: str, probas: Sequence[float] | None) -> None:
    """The shares of a few letters, as bars."""
    if probas is not None:
        barres(dict(zip(lettres, probas, strict=False)))


# ---------- several speeds, and names


def essaie_vitesses(
    entrainer: Callable | None, exemples: list[Example], vitesses: Sequence[float], tours: int = 3
) -> dict[float, float]:
    """Train a new machine at each speed, draw the curves, and give the last loss of each: {speed: loss}."""
    curves, last = {}, {}
    if essaie(entrainer, [[0.0, 0.0], [0.0, 0.0]], [(0, 1)], 0.1, 1) is None:
        return last
    for speed in vitesses:
        losses, missing = one_speed(entrainer, exemples, speed, tours)
        if losses:
            curves[f"vitesse {decimal(speed)}"] = losses
            last[speed] = round(losses[-1], 2)
        if missing:
            carte(*missing)
    if curves:
        courbe(curves, reperes={"hasard": math.log(COUNT)})
    return last


def one_speed(
    train: Callable, examples: list[Example], speed: float, turns: int
) -> tuple[list[float] | None, tuple[str, ...]]:
    """(the losses, ()), or (None, what Point says)."""
    try:
        losses = train(machine_neuve(), examples, speed, turns)
    except KeyboardInterrupt:
        return None, ("info", f"Tu as arrêté la vitesse {decimal(speed)}.")
    except Exception as error:
        if exploded(error):
            return None, ("pense", f"Avec la vitesse {decimal(speed)}, la machine explose !", "Son pas est trop grand.")
        return None, ("pense", *stopped_card(error))
    if is_page(losses, turns):
        return losses, ()
    return None, ("pense", "Je ne peux pas dessiner cette courbe.", "Il me faut une perte par tour, dans une liste.")


def championne(essais: dict[float, float] | None) -> None:
    """The speed chosen by the pupil's function, or by the lent one."""
    speed = essaie(ou_pretee("meilleure_vitesse"), essais) if essais else None
    if is_number(speed):
        typed = decimal(speed).replace(",", ".")
        carte("info", f"La vitesse choisie : {decimal(speed)}", f"En Python, écris un point : `vitesse = {typed}`.")


def decimal(speed: float) -> str:
    """
    >>> decimal(0.0001), decimal(5)
    ('0,0001', '5')
    """
    return f"{speed:.6f}".rstrip("0").rstrip(".").replace(".", ",")


def invente(machine: Table, prenoms: Sequence[str]) -> None:
    """Twelve different names of at least three letters, drawn letter after letter by the trained machine."""
    if not all(is_page(page, COUNT) for page in machine) or not any(any(page) for page in machine):
        carte("pense", "Ta machine n'a encore rien appris.", "Fais d'abord le grand entraînement.")
        return
    pages, found = [shares(page) for page in machine], []
    for _ in range(TRIES):
        name = one_name(pages)
        if len(name) >= SHORTEST and name not in found:
            found.append(name)
        if len(found) == WANTED:
            break
    prenoms_cles(found, set(prenoms))


def one_name(pages: Table) -> str:
    name, letter = "", 0
    while len(name) < LONGEST:
        letter = random.choices(range(COUNT), pages[letter])[0]
        if letter == 0:
            break
        name += LETTRES[letter]
    return name


# ---------- lent for the bonuses that were not done


def lent_mean(pertes: list[float]) -> float:
    return sum(pertes) / len(pertes)


def lent_best(essais: dict[float, float]) -> float:
    return min(essais, key=essais.get)


prete("perte_moyenne", lent_mean, [([1.0, 2.0, 6.0],), ([3.5],)])
prete("meilleure_vitesse", lent_best, [({0.01: 3.1, 0.1: 2.4, 5.0: 4.0},), ({1.0: 2.0, 0.1: 3.0},)])
