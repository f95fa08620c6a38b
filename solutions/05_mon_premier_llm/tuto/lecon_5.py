"""Lesson 5: what is inside the pupil's own mini-GPT, its exam, the names it invents.

The numbers are in cerveau.py, training in mon_code.py (through the pupil's functions) and turbo.py (fast), the stairs
of the loss in echelle.py, the diploma in diplome.py.
"""

import html
import math
import random
from collections.abc import Callable, Collection, Sequence

from tuto.affichage import BLUE, INK, affiche, cadre, carte, image
from tuto.barres_et_courbes import FONT, barres, heading
from tuto.cartes_et_grilles import prenoms_cles
from tuto.cerveau import LETTERS, Brain, combien, losses_of, moyenne, nouveau_modele, tables, unreadable
from tuto.diplome import diplome, garde_courbe
from tuto.echelle import a_un_par_seconde, escalier, perte_bigrammes, perte_frequences
from tuto.essais import call, ou_pretee, prete
from tuto.memoire import enregistre
from tuto.mon_code import corrige, fil, mesure
from tuto.turbo import compare, turbo
from tuto.typographie import french, virgule

__all__ = [
    "a_un_par_seconde",
    "combien",
    "compare",
    "compare_temperatures",
    "controle_surprise",
    "corrige",
    "diplome",
    "escalier",
    "fil",
    "garde_courbe",
    "invente",
    "invente_a",
    "mesure",
    "moyenne",
    "nouveau_modele",
    "partage",
    "perte_bigrammes",
    "perte_frequences",
    "reglages",
    "suite_probable",
    "turbo",
]


SHORTEST, LONGEST = 3, 12  # letters of an invented name
SHOWN = 8  # letters drawn at each temperature


def relu_pretee(x):
    return [v if v > 0 else 0 for v in x]


def temperature_pretee(scores, T):
    highest = max(scores)
    parts = [math.exp((score - highest) / T) for score in scores]
    return [part / sum(parts) for part in parts]


prete("relu", relu_pretee, [([1.5, -2.0, -0.5, 0.25],)])
prete("temperature", temperature_pretee, [([1.0, 2.0, 4.0], 0.5), ([0.0, 1.0], 2.0)])

WHAT = {
    "lettres": "une fiche pour chaque symbole",
    "places": "une fiche pour chaque place",
    "Wq": "le filtre des questions",
    "Wk": "le filtre des pancartes",
    "Wv": "le filtre des infos",
    "Wo": "le filtre qui recolle les têtes",
    "W1": "le premier filtre de la réflexion",
    "W2": "le deuxième filtre de la réflexion",
    "sortie": "le filtre qui donne les 27 scores",
}


def reglages(P: Brain) -> None:
    """What is inside P: the size of each table and what it is for."""
    text, page = [], ""
    for name, rows in tables(P).items():
        size = f"{len(rows)} × {len(rows[0])}"
        text.append(f"{name:8} {size:8} {WHAT[name]}")
        page += (
            f'<div style="white-space: nowrap"><b style="display: inline-block; width: 84px">{name}</b>'
            f'<span style="display: inline-block; width: 76px">{size}</span>{WHAT[name]}</div>'
        )
    total = f"En tout : {virgule(combien(P))} réglages, et {P['tetes']} têtes d'attention."
    affiche(french("\n".join([*text, total])), cadre(f'{page}<b style="display: block">{french(total)}</b>'))


def partage(prenoms: Sequence[str], part: float = 0.1) -> tuple[list[str], list[str]]:
    """Names to learn from, and names put aside for the exam, which the model will never read."""
    mixed = list(prenoms)
    random.Random(0).shuffle(mixed)
    aside = max(1, round(len(mixed) * part))
    lines = (
        f"{virgule(len(mixed) - aside)} prénoms pour apprendre.",
        f"{virgule(aside)} prénoms mis de côté pour le contrôle.",
    )
    carte("info", "Les prénoms sont partagés.", *lines)
    return mixed[aside:], mixed[:aside]


def suite_probable(modele: Callable | None, P: Brain, debut: str) -> None:
    """The share of each symbol after this beginning, as bars."""
    shares, missing = shares_after(modele, P, debut, temperature_pretee, 1.0)
    if missing:
        carte("pense", *missing)
    else:
        barres(shares, titre=f"Après « {debut} »" if debut else "La première lettre")


def compare_temperatures(modele: Callable | None, P: Brain, debut: str, temperatures: Sequence[float]) -> None:
    """The same shares through the pupil's `temperature`, side by side and at one scale."""
    columns = []
    for T in temperatures:
        shares, missing = shares_after(modele, P, debut, ou_pretee("temperature"), T)
        if missing:
            carte("pense", *missing)
            return
        columns.append((T, shares))
    best = sorted(columns[0][1], key=lambda letter: -columns[0][1][letter])[:SHOWN]
    text = [
        f"T = {short(T)} : {', '.join(f'{letter} {virgule(shares[letter])}' for letter in best)}"
        for T, shares in columns
    ]
    title = french(f"Après « {debut} »")
    page = heading(title) + image(columns_svg(columns, best), "\n".join([title, *text]), 600)
    affiche(french("\n".join([title, *text])), cadre(page))


def shares_after(
    modele: Callable | None, P: Brain, start: str, share: Callable | None, T: float
) -> tuple[dict[str, float], tuple | None]:
    """(the share of each symbol after `start`, None), or ({}, what is missing)."""
    letters = start.strip().lower()
    if missing := unreadable(letters, len(P["places"])):
        return {}, missing
    ids = [0, *map(LETTERS.index, letters)]
    scores, missing = call(modele, (P, ids))
    parts, missing = (None, missing) if missing else call(share, (scores[-1], T))
    return ({}, missing) if missing else (dict(zip(LETTERS, map(float, parts), strict=True)), None)


def columns_svg(columns: Sequence[tuple[float, dict[str, float]]], letters: Sequence[str]) -> str:
    width, pieces = 640 / len(columns), []
    step = min(34, (width - 40) / len(letters))
    tall = 144 / max(max(shares.values()) for _, shares in columns)
    for rank, (T, shares) in enumerate(columns):
        left = rank * width + 20
        for place, letter in enumerate(letters):
            x, high = left + step * place, max(1.0, tall * shares[letter])
            pieces.append(f'<rect x="{x:.1f}" y="{170 - high:.1f}" width="{step - 8:.1f}" height="{high:.1f}" rx="3"/>')
            pieces.append(word(x + step / 2 - 4, 190, html.escape(letter), 16))
        pieces.append(f'<path d="M{left - 6:.1f} 171h{step * len(letters) + 4:.1f}" stroke="{INK}" stroke-width="2"/>')
        pieces.append(word(left + step * len(letters) / 2, 218, f"T = {short(T)}", 17))
    ground = '<rect width="640" height="232" rx="10" fill="#fff"/>'
    return f'<svg viewBox="0 0 640 232" width="640" height="232" {FONT} fill="{BLUE}">{ground}{"".join(pieces)}</svg>'


def short(T: float) -> str:
    return f"{T:g}".replace(".", ",")


def word(x: float, y: float, words: str, size: int) -> str:
    style = f'text-anchor="middle" font-size="{size}" font-weight="700" fill="{INK}"'
    return f'<text x="{x:.1f}" y="{y}" {style}>{words}</text>'


def controle_surprise(modele: Callable | None, P: Brain, controle: Sequence[str]) -> float | None:
    """The mean loss on names never read, with the pupil's own model."""
    _, missing = call(modele, (P, [0]))
    if missing:
        carte("pense", *missing)
        return None
    try:
        loss = moyenne(list(losses_of(modele, P, controle)))
    except Exception:  # it works on one letter, but not on a whole word
        carte("pense", "Ton modèle s'est arrêté pendant le contrôle.", "Vérifie l'exercice 5.5.")
        return None
    enregistre("perte_gpt", loss)
    mood = "bravo" if loss < 2.8 else "info"
    carte(mood, f"Contrôle : perte {virgule(loss)}", f"Moyenne sur {len(controle)} prénoms jamais lus.")
    return loss


def invente(
    genere: Callable | None, modele: Callable, T: float, prenoms: Collection[str] = (), combien: int = 12
) -> list[str]:
    """Different names of at least three letters from the pupil's loop and model, on keys; the last ones are kept."""
    names, missing = invented(genere, modele, T, combien)
    if missing:
        carte("pense", *missing)
        return []
    known = set(prenoms)
    prenoms_cles(names, known)
    new = sum(name not in known for name in names)
    more = "Les autres existaient déjà dans la liste." if new < len(names) else "Aucun n'est dans la liste !"
    carte("bravo", f"{new} prénoms inventés sur {len(names)}", more)
    enregistre("prenoms_inventes", names)
    return names


def invente_a(genere: Callable | None, modele: Callable, temperatures: Sequence[float], combien: int = 6) -> None:
    """A few names at each temperature, to compare."""
    for T in temperatures:
        names, missing = invented(genere, modele, T, combien)
        if missing:
            carte("pense", *missing)
            return
        said = ", ".join(name.capitalize() for name in names)
        affiche(french(f"Température {short(T)} : {said}"), temperature_row(T, names))


def temperature_row(T: float, names: Sequence[str]) -> str:
    said = "".join(
        f'<span style="display: inline-block; margin: 0 18px 4px 0; font-size: 19px">{html.escape(name)}</span>'
        for name in map(str.capitalize, names)
    )
    return cadre(f"<b>{french(f'Température {short(T)}')}</b><div>{said}</div>")


def invented(genere: Callable | None, modele: Callable, T: float, count: int) -> tuple[list[str], tuple | None]:
    """(names, None), or ([], what is missing)."""
    if missing := call(modele, ([0],))[1]:
        return [], missing
    names: list[str] = []
    for _ in range(10 * count):
        name, missing = call(genere, (modele, random.random, T, LONGEST))
        if missing:
            return [], missing
        if len(str(name)) >= SHORTEST and str(name) not in names:
            names.append(str(name))
        if len(names) == count:
            break
    return names, None
