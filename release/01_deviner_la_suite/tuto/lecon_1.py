"""Lesson 1: the page of a letter, the keyboard, the darts and the first invented names."""

import random
from collections.abc import Callable

from tuto.affichage import affiche, cadre, carte, touche
from tuto.cartes_et_grilles import prenoms_cles
from tuto.essais import essaie, ou_pretee, prete

__all__ = ["clavier", "lance", "ouvre", "trophee"]

WANTED, SHORTEST, LONGEST, TRIES = 12, 3, 10, 300
Page = dict[str, float]


def ouvre(carnet: dict[str, Page] | None, lettre: str) -> Page | None:
    """The page of a letter in the notebook of counts (empty when the letter has none)."""
    if carnet is None:
        return None
    if lettre not in carnet:
        carte("pense", f"Le carnet n'a pas de page « {lettre} ».", "Essaie une lettre de a à z, ou le point.")
        return {}
    return carnet[lettre]


def clavier(debut: str, carnet: dict[str, Page] | None) -> None:
    """The keyboard's three suggestions after the beginning of a name."""
    proposed = essaie(ou_pretee("suggestions"), ouvre(carnet, debut[-1:] or "."), 3)
    if proposed is None:
        return
    typed = "".join(touche(letter, 40) for letter in debut)
    ideas = "".join(touche(letter, 40, "#e3ebff") for letter in proposed)
    affiche(f"{debut} → {' '.join(map(str, proposed))}", cadre(f"{typed}<b>&nbsp;→&nbsp;&nbsp;</b>{ideas}"))


def lance(fois: int, parts: Page) -> dict[str, int] | None:
    """How many times the dart lands on each letter."""
    choose, counts = ou_pretee("choisir"), dict.fromkeys(parts, 0)
    for _ in range(fois):
        letter = essaie(choose, parts, random.random())
        if letter is None:
            return None
        counts[letter] = counts.get(letter, 0) + 1
    return counts


def trophee(generer: Callable | None, modele: dict[str, Page] | None, prenoms: list[str]) -> None:
    """Twelve different names of at least three letters, and five heaps of letters to compare with."""
    if modele is None:
        carte("pense", "Ta machine attend encore une pièce.", "Reviens ici quand la case d'au-dessus marche.")
        return
    invented = invent(generer, modele)
    if invented is None:
        return
    if not invented:
        carte("pense", "Je n'ai reçu aucun prénom d'au moins 3 lettres.", "Relis ta fonction `generer`.")
        return
    prenoms_cles(invented, prenoms)
    heaps = ("".join(random.choices("abcdefghijklmnopqrstuvwxyz", k=5)).capitalize() for _ in range(5))
    new = sum(name not in prenoms for name in invented)
    word = "Certains n'existent peut-être pas encore !" if new else "Exécute encore : le hasard changera."
    carte(
        "bravo",
        f"Prénoms inventés : {new} sur {len(invented)}",
        word,
        f"Sans ton carnet, le pur hasard donnerait : {', '.join(heaps)}.",
    )


def invent(generate: Callable | None, model: dict[str, Page]) -> list[str] | None:
    """None when the pupil's function is not ready: Point has said why."""
    invented: list[str] = []
    for _ in range(TRIES):
        name = essaie(generate, model, random.random, LONGEST)
        if name is None:
            return None
        if len(str(name)) >= SHORTEST and str(name) not in invented:
            invented.append(str(name))
        if len(invented) == WANTED:
            break
    return invented


def suggestions_pretee(compte: Page, n: int) -> list[str]:
    return sorted(compte, key=lambda letter: (-compte[letter], letter))[:n]


def choisir_pretee(probas: Page, tirage: float) -> str:
    reached = 0.0
    for letter, share in probas.items():
        reached += share
        if tirage < reached:
            return letter
    return next(reversed(probas))


prete("suggestions", suggestions_pretee, [({"x": 2, "b": 2, "m": 7}, 2), ({"a": 1}, 3)])
prete("choisir", choisir_pretee, [({"n": 0.6, "l": 0.3, ".": 0.1}, draw) for draw in (0.1, 0.75, 0.95)])
