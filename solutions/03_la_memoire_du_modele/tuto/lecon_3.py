"""Lesson 3: what the notebook plays with and draws. The network itself is in reseau.py."""

import html
import math
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from itertools import combinations
from unicodedata import combining, normalize

from tuto.affichage import BLUE, INK, PALE, affiche, cadre, carte, image, touche
from tuto.barres_et_courbes import FONT, heading
from tuto.cartes_et_grilles import carte_2d, prenoms_cles
from tuto.essais import call, incomplete, prete
from tuto.memoire import enregistre, retrouve
from tuto.reseau import (
    FENETRE,
    SIGNES,
    VOYELLES,
    Devine,
    Liste,
    Mots,
    Reseau,
    Table,
    corrige,
    invente,
    ombre,
    pages_utiles,
    paquets,
    perte_comptee,
    reseau_neuf,
)
from tuto.typographie import french, virgule
from tuto.valeurs import close

__all__ = [
    "avec_lettres",
    "bilan",
    "carte_des_lettres",
    "corrige",
    "en_numeros",
    "fiches",
    "glisse",
    "grands_scores",
    "pages_utiles",
    "paquets",
    "reperes",
    "reseau_neuf",
    "suites",
    "trophee",
    "voisines",
]

Point = tuple[float, float]
GROUPES = {"voyelles": VOYELLES, "consonnes": "bcdfghjklmnpqrstvwxz", "point": "."}


def sans_accent(text: str) -> str:
    """As in the list of names, so that a pupil can type their own.

    >>> sans_accent("Zoé")
    'zoe'
    """
    return "".join(sign for sign in normalize("NFD", text.lower()) if not combining(sign))


def suites(prenoms: Iterable[str], debut: str) -> dict[str, int]:
    """What comes after these letters in the names, and how many times."""
    found: Counter[str] = Counter()
    start = sans_accent(debut)
    for prenom in prenoms:
        mot = f".{prenom}."
        found.update(mot[place] for place in range(len(start), len(mot)) if mot[place - len(start) : place] == start)
    if not found:
        carte("info", f"Aucun prénom ne contient « {debut} ».", "Ta machine n'aurait rien appris sur cette suite.")
    return dict(found)


def en_numeros(encoder: Callable, prenoms: Iterable[str]) -> Mots:
    """Every name between two dots, as numbers, by the pupil's function."""
    return [encoder(f".{prenom}.") for prenom in prenoms]


def reperes(mots: Mots) -> dict[str, float]:
    """What to compare a loss with: chance, and the best that one letter of memory can do on these names."""
    return {"hasard": math.log(len(SIGNES)), "une lettre de mémoire": perte_comptee(mots, 1)}


def avec_lettres(parts: Liste | None, lettres: str = SIGNES) -> dict[str, float]:
    """Shares with their letters, for `barres`; nothing when there are none."""
    return dict(zip(lettres, parts or (), strict=False))


def glisse(contexte: Callable | None, prenom: str) -> None:
    """The pupil's window, sliding on a name: what it sees, and the letter to guess."""
    ids = [SIGNES.index(letter) for letter in f".{sans_accent(prenom)}." if letter in SIGNES]
    text, page = [], ""
    for place in range(1, len(ids)):
        seen, missing = call(contexte, (ids, place, FENETRE))
        if missing or not all(number in range(len(SIGNES)) for number in seen):
            carte("pense", *(missing or ("La fenêtre contient autre chose que des numéros de 0 à 26.",)))
            return
        text.append(" ".join(SIGNES[number] for number in seen) + f"  →  {SIGNES[ids[place]]}")
        keys = "".join(touche(SIGNES[number]) for number in seen)
        page += (
            f'<div style="margin: 4px 0; white-space: nowrap">{keys}<span style="margin: 0 12px 0 4px">→</span>'
            f"{touche(SIGNES[ids[place]], fond='#e3ebff')}</div>"
        )
    affiche("\n".join(text), cadre(page))


def grands_scores(softmax: Callable | None) -> None:
    """The ★ of softmax: huge scores without stopping."""
    value, missing = call(softmax, ([1000, 1000],))
    if close(value, [0.5, 0.5]):
        enregistre("etoile_softmax", True)
        carte("bravo", "★ Étoile gagnée !", "Ta boîte résiste aux scores géants, comme celle des grandes IA.")
    elif softmax is None or incomplete(softmax, "softmax", set()):
        carte("pense", *missing)
    else:
        carte(
            "info",
            "1000 fait déborder ta boîte.",
            "`math.exp(1000)` est un nombre trop gigantesque pour Python. Pour le reste du cours, ce n'est pas gênant.",
            "★ Pour l'étoile : enlève d'abord `max(scores)` à chaque score, puis exécute les deux cases.",
        )


def trained(reseau: Reseau) -> bool:
    if reseau.explose:
        carte("pense", "Ton réseau a explosé.", "Remets `vitesse = 0.1`, puis recommence l'entraînement.")
    elif not reseau.corrections:
        carte("pense", "Ton réseau n'a encore rien appris.", "Exécute d'abord la case de l'entraînement.")
    return reseau.corrections > 0 and not reseau.explose


def bilan(reseau: Reseau, devine: Devine, mots: Mots) -> None:
    """The network's mean loss on all the names, on the ladder of the course; kept for the next lessons."""

    def mesure(devine: Devine, mots: Mots) -> float:
        losses = [-math.log(devine(mot, place)[mot[place]]) for mot in mots for place in range(1, len(mot))]
        return sum(losses) / len(losses)

    if not trained(reseau):
        return
    loss, missing = call(mesure, (devine, mots))
    if missing:
        carte("pense", *missing)
        return
    enregistre("perte_lecon_3", round(loss, 4))
    chance, one_letter = reperes(mots).items()
    if isinstance(own := retrouve("perte_lecon_2"), (int, float)):
        one_letter = ("ta leçon 2, avec une lettre de mémoire", own)
    network = ("ton réseau, avec trois lettres de mémoire", loss)
    echelle(dict([chance, ("la fréquence des lettres", perte_comptee(mots, 0)), one_letter, network]))


def echelle(losses: Mapping[str, float]) -> None:
    """A ladder of losses, the last one the pupil's."""
    title = "La perte moyenne : plus la barre est courte, mieux c'est."
    text, page = [french(title)], heading(title)
    for name, loss in losses.items():
        colour = BLUE if name == list(losses)[-1] else PALE
        text.append(f"{name:<42}{'█' * round(8 * loss)} {virgule(float(loss))}")
        page += (
            f'<div style="margin-top: 6px">{html.escape(name)}</div><div style="white-space: nowrap">'
            f'<span style="display: inline-block; width: {round(110 * loss)}px; height: 18px; background: {colour};'
            f' border-radius: 5px; vertical-align: middle"></span> <b>{virgule(float(loss))}</b></div>'
        )
    affiche("\n".join(text), cadre(page))


def fiches(reseau: Reseau, lettres: str) -> None:
    """The cards of some letters: one bar per note, up when positive, down when negative."""
    known = [letter for letter in sans_accent(lettres) if letter in SIGNES]
    if not trained(reseau) or not known:
        return
    highest = max(abs(note) for letter in known for note in reseau.notes[SIGNES.index(letter)])
    text, pieces = [], []
    for rank, letter in enumerate(known):
        card = reseau.notes[SIGNES.index(letter)]
        text.append(f"{letter} : " + "  ".join(virgule(note) for note in card))
        pieces.append(one_card(4 + 152 * (rank % 4), 4 + 142 * (rank // 4), letter, [note / highest for note in card]))
    height = 142 * ((len(known) + 3) // 4)
    drawing = f'<svg viewBox="0 0 604 {height}" width="604" height="{height}" {FONT}>{"".join(pieces)}</svg>'
    affiche(french("\n".join(text)), cadre(image(drawing, french("\n".join(text)), 600)))


def one_card(x: float, y: float, letter: str, notes: Liste) -> str:
    """Notes between -1 and 1."""
    pieces = [
        f'<rect x="{x}" y="{y}" width="140" height="130" rx="12" fill="#fff" stroke="{INK}" stroke-width="2"/>',
        f'<text x="{x + 14}" y="{y + 27}" font-weight="700" font-size="20" fill="{INK}">{html.escape(letter)}</text>',
        f'<path d="M{x + 12} {y + 76}h116" stroke="#7e8aaa" stroke-width="1.5"/>',
    ]
    for rank, note in enumerate(notes):
        tall = max(44 * abs(note), 1)
        top, colour = (y + 76 - tall, BLUE) if note >= 0 else (y + 76, "#c46a00")
        place = f'x="{x + 15 + 14 * rank}" y="{top:.1f}" width="11" height="{tall:.1f}"'
        pieces.append(f'<rect {place} rx="2" fill="{colour}"/>')
    return "".join(pieces)


def carte_des_lettres(reseau: Reseau, avant: bool = False) -> None:
    """The map of the letters: the shadow of their 8 notes on a sheet. `avant`: those of a network still to train."""
    if not avant and not trained(reseau):
        return
    title = "Avant d'apprendre : des notes au hasard" if avant else "Les notes que ton réseau a trouvées"
    carte_2d(dict(zip(SIGNES, ecarte(ombre(reseau.notes)), strict=True)), GROUPES, title)


WIDE, HIGH, ROOM = 528, 338, 33  # what `carte_2d` draws on, and the room that a letter takes, in pixels


def ecarte(points: Sequence[Point]) -> list[Point]:
    """The same map in pixels, where letters that would hide one another are pushed apart a little."""
    xs, ys = zip(*points, strict=True)
    unit = min(WIDE / (max(xs) - min(xs)), HIGH / (max(ys) - min(ys)))
    places = [[x * unit, y * unit] for x, y in points]
    for _ in range(60):
        for one, other in combinations(places, 2):
            across, up = other[0] - one[0], other[1] - one[1]
            gap = math.hypot(across, up) or 1
            push = max(0.0, (ROOM - gap) / 2 / gap)
            for place, way in ((one, -push), (other, push)):
                place[0] += way * across
                place[1] += way * up
    return [(x, y) for x, y in places]


def voisines(plus_proche: Callable, reseau: Reseau, lettres: str) -> None:
    """For each letter, the one that the pupil's function finds nearest."""
    known = [letter for letter in sans_accent(lettres) if letter in SIGNES]
    if not trained(reseau) or not known:
        return
    text, page = [], ""
    for letter in known:
        number, missing = call(plus_proche, (reseau.notes, SIGNES.index(letter)))
        if missing or number not in range(len(SIGNES)):
            carte("pense", *(missing or ("Ce n'est pas un numéro de lettre.", "Vérifie ce que renvoie ta fonction.")))
            return
        text.append(f"{letter} → {SIGNES[number]}")
        page += (
            f'<div style="display: inline-block; margin: 0 26px 8px 0; white-space: nowrap">{touche(letter)}'
            f'<span style="margin-right: 8px">→</span>{touche(SIGNES[number])}</div>'
        )
    affiche("\n".join(text), cadre(page))


def trophee(reseau: Reseau, devine: Devine, prenoms: Collection[str], combien: int = 12) -> None:
    """Invented first names; those of the list are said to be known."""
    if not trained(reseau):
        return
    names, missing = call(invente, (devine, combien))
    if missing:
        carte("pense", *missing)
    else:
        prenoms_cles(names, set(prenoms))


def lent_encoder(mot: str) -> list[int]:
    return [SIGNES.index(letter) for letter in mot]


def lent_coller(table: Table, ids: list[int]) -> Liste:
    return [note for i in ids for note in table[i]]


def lent_plus_proche(table: Table, i: int) -> int:
    def gap(j: int) -> float:
        return sum((x - y) ** 2 for x, y in zip(table[i], table[j], strict=True))

    return min((j for j in range(len(table)) if j != i), key=gap)


prete("encoder", lent_encoder, [(".zoe.",), ("emma",)])
prete("coller", lent_coller, [([[1, 2], [3, 4], [5, 6]], [2, 0, 2])])
prete("plus_proche", lent_plus_proche, [([[1, 9], [8, 2], [2, 7]], 0), ([[1, 9], [8, 2], [9, 3]], 2)])
