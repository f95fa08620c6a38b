"""Level 9: a machine that invents first names, sessions of rewards, and a leash to the machine it was."""

import math
import random
from collections import Counter
from collections.abc import Callable, Collection, Sequence
from itertools import pairwise

from tuto.affichage import carte
from tuto.barres_et_courbes import barres, courbe
from tuto.cartes_et_grilles import prenoms_cles
from tuto.essais import call
from tuto.typographie import french, virgule

__all__ = [
    "dresse",
    "eloignement",
    "en_paires",
    "invente",
    "machine_a_prenoms",
    "montre_parts",
    "montre_prenoms",
    "moyenne",
    "tire_un_prenom",
]

LETTERS = ".abcdefghijklmnopqrstuvwxyz"
CRUMB, LONGEST = 0.1, 12
Weights = list[list[float]]


def moyenne(nombres: Sequence[float]) -> float:
    return sum(nombres) / len(nombres)


def machine_a_prenoms(prenoms: Sequence[str]) -> Weights:
    """Lesson 2's machine already trained: one page of scores per letter, whose shares are those of the first names."""
    pages = [[CRUMB] * len(LETTERS) for _ in LETTERS]
    for name in prenoms:
        for before, after in en_paires(name):
            pages[before][after] += 1
    return [[math.log(count) for count in page] for page in pages]


def en_paires(prenom: str) -> list[tuple[int, int]]:
    """The pairs of neighbours of a first name between its two dots, as numbers.

    >>> en_paires("ab")
    [(0, 1), (1, 2), (2, 0)]
    """
    ids = [LETTERS.index(letter) for letter in f".{prenom}."]
    return list(pairwise(ids))


def shares(scores: Sequence[float]) -> list[float]:
    """The magic box of lesson 2."""
    highest = max(scores)
    parts = [math.exp(score - highest) for score in scores]
    total = sum(parts)
    return [part / total for part in parts]


def tire_un_prenom(poids: Weights, hasard: random.Random | None = None) -> str:
    """One first name, letter after letter, until the dot; twelve letters at most."""
    dice, letter, name = hasard or random, 0, ""
    while len(name) < LONGEST:
        letter = dice.choices(range(len(LETTERS)), weights=shares(poids[letter]))[0]
        if letter == 0:
            break
        name += LETTERS[letter]
    return name


def invente(poids: Weights | None, combien: int = 12) -> list[str] | None:
    return None if poids is None else [tire_un_prenom(poids) for _ in range(combien)]


def montre_prenoms(
    titre: str, poids: Weights | None, prenoms: Collection[str] = (), note: Callable | None = None
) -> None:
    """Twelve first names drawn in a row, repeats included: a machine that always says the same must be seen."""
    names = invente(poids)
    if names is None:
        carte("pense", "Il manque encore une pièce.", "Termine d'abord les cases d'au-dessus.")
        return
    most, times = Counter(names).most_common(1)[0]
    lines = [f"{len(set(names))} prénoms différents sur {len(names)}."]
    if times > 2:
        lines.append(f"« {most} » est sorti {times} fois.")
    points, missing = call(mean_reward, (note, names)) if note else (None, None)
    if points is not None and not missing:
        lines.append(f"Note moyenne : {virgule(float(points))}.")
    carte("info", f"{titre} : {lines[0]}", *lines[1:])
    prenoms_cles([name for name in dict.fromkeys(names) if name], set(prenoms))


def mean_reward(reward: Callable, names: Sequence[str]) -> float:
    return moyenne([reward(name) for name in names])


def montre_parts(lettres: str, scores: Sequence[float] | None, titre: str = "") -> None:
    """The shares of the cake that these scores give, as bars."""
    if scores is None:
        return
    if not isinstance(scores, list) or len(scores) != len(lettres):
        carte("pense", "Je ne peux pas dessiner ces parts.", "Il me faut un score pour chaque lettre.")
        return
    barres(dict(zip(lettres, shares(scores), strict=True)), titre=french(titre))


def eloignement(poids: Weights, depart: Weights, prenom: str) -> float:
    """How much more probable this name has become since the start, in logarithms: how far the leash is pulled."""
    return sum(
        math.log(shares(poids[before])[after]) - math.log(shares(depart[before])[after])
        for before, after in en_paires(prenom)
    )


def dresse(seance: Callable, poids: Weights, seances: int = 60) -> Weights | None:
    """Run that many sessions; each changes its weights in place and gives its mean reward. The weights trained."""
    missing = call(seance, (poids,))[1]
    if missing:
        carte("pense", *missing)
        return None
    done, missing = call(sessions, (seance, poids, seances))
    if missing:
        carte("pense", *missing)
        return None
    trained, rewards = done
    courbe(rewards, titre="La note moyenne, séance après séance", x="séances", y="note")
    return trained


def sessions(session: Callable, weights: Weights, count: int) -> tuple[Weights, list[float]]:
    rewards = [float(session(weights)) for _ in range(count)]
    return weights, rewards
