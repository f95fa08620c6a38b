"""Lesson 4: the class of « chat », grids side by side, arcs that say who listens to whom, functions lent."""

import html
import math
from collections.abc import Callable, Iterable, Mapping, Sequence

from tuto.affichage import BLUE, INK, PALE, affiche, cadre, carte, face, image, touche
from tuto.barres_et_courbes import FONT, heading
from tuto.cartes_et_grilles import CELL, cell, hidden, key, mix, written
from tuto.essais import essaie, prete
from tuto.lecon_4_modele import SIGNES, trained_numbers
from tuto.typographie import french, virgule

__all__ = ["classe", "fiches", "grilles", "liens", "modele_entraine", "tableau", "tetes"]

NOTES = ("voyelle", "consonne", "début", "fin")
fiches = [[0, 1, 1, 0], [0, 1, 0, 0], [1, 0, 0, 0], [0, 1, 0, 1]]  # c, h, a, t: 1 is yes, 0 is no
LONGEST = 12  # letters of a first name whose grid can still be read

Liste = list[float]
Grille = list[Liste]


# ---------- what the lesson draws


def tableau(lettres: str, fiches: Sequence[Liste | None] | None, titre: str = "") -> None:
    """One card a line: the four notes of each letter, darker when bigger. Nothing when one is missing."""
    if fiches is None or any(card is None for card in fiches):
        return
    if len(fiches) != len(lettres) or not all(is_numbers(card, len(NOTES)) for card in fiches):
        carte("pense", "Je ne peux pas dessiner ces fiches.", "Il me faut quatre nombres pour chaque lettre.")
        return
    highest = max(abs(note) for card in fiches for note in card) or 1
    text = [titre] if titre else []
    text += [
        f"{name} : " + ", ".join(f"{note} {short(value)}" for note, value in zip(NOTES, card, strict=True))
        for name, card in zip(lettres, fiches, strict=True)
    ]
    pieces = [label(124 + 110 * j, 24, note, "#465172") for j, note in enumerate(NOTES)]
    for i, (name, card) in enumerate(zip(lettres, fiches, strict=True)):
        pieces.append(key(34, 58 + 46 * i, name))
        pieces += [note_cell(72 + 110 * j, 39 + 46 * i, value, highest) for j, value in enumerate(card)]
    height = 46 + 46 * len(lettres)
    drawing = f'<svg viewBox="0 0 516 {height}" width="516" height="{height}" {FONT}>{"".join(pieces)}</svg>'
    show(titre, text, image(drawing, "\n".join(text), 516))


def note_cell(x: float, y: float, value: float, highest: float) -> str:
    strength = min(abs(value) / highest, 1)
    ink = "#fff" if strength > 0.55 else INK
    return f'<rect x="{x}" y="{y}" width="104" height="38" rx="8" fill="{mix(strength)}" stroke="#d3dbec"/>' + label(
        x + 52, y + 25, short(value), ink
    )


def classe(lettres: str, preparees: Sequence[tuple[Liste, Liste, Liste]] | None) -> None:
    """Question, sign and information of every letter, as lists."""
    if preparees is None:
        return
    if not all(isinstance(three, (list, tuple)) and len(three) == 3 for three in preparees):
        carte("pense", "Je ne peux pas dessiner cette classe.", "Il me faut trois listes pour chaque lettre.")
        return
    text, page = [], ""
    for name, three in zip(lettres, preparees, strict=True):
        said = [", ".join(map(short, made)) for made in three]
        text.append(f"{name}   question [{said[0]}]   pancarte [{said[1]}]   info [{said[2]}]")
        cells = zip(("question", "pancarte", "info"), said, (PALE, "#f4b32c", "#8bcdab"), strict=True)
        page += f'<div style="display: flex; align-items: center; margin: 6px 0">{image(letter_svg(name), name, 40)}'
        page += "".join(
            f'<span style="min-width: 132px; margin-left: 12px; padding: 3px 10px; background: #fff; border: 1px solid'
            f' #d3dbec; border-left: 6px solid {colour}; border-radius: 6px"><span style="font-size: 13px; color:'
            f' #465172">{what}</span><br><b>{made}</b></span>'
            for what, made, colour in cells
        )
        page += "</div>"
    affiche("\n".join(text), cadre(page))


def grilles(lettres: str, par_titre: Mapping[str, Sequence[Sequence[float]]] | None) -> None:
    """Grids of the same word side by side, on one scale; a short line is completed with hidden cells.

    Nothing when one is missing.
    """
    if par_titre is None or any(values is None for values in par_titre.values()):
        return
    rows = [row for values in par_titre.values() for row in values]
    if len(rows) != len(lettres) * len(par_titre) or not all(is_numbers(row, most=len(lettres)) for row in rows):
        carte("pense", "Je ne peux pas dessiner cette grille.", "Il me faut une ligne de nombres par lettre.")
        return
    highest = max([abs(value) for row in rows for value in row if math.isfinite(value)] or [1]) or 1
    width = min(280 if len(par_titre) > 1 else 600, 76 + CELL * len(lettres))
    text, page = [], ""
    for titre, values in par_titre.items():
        full = [[*row, *[None] * (len(lettres) - len(row))] for row in values]
        lines = ["  " + " ".join(f"{name:>5}" for name in lettres)]
        lines += [
            f"{name} " + " ".join(f"{written(value):>5}" for value in row)
            for name, row in zip(lettres, full, strict=True)
        ]
        text += [titre, *lines]
        drawing = image(grid(lettres, full, highest), "\n".join([titre, *lines]), width)
        page += f'<div style="display: inline-block; vertical-align: top; margin-right: 16px">{heading(titre)}'
        page += f'<div style="margin-top: 6px">{drawing}</div></div>'
    affiche(french("\n".join(text)), cadre(page))


def grid(letters: str, values: Grille, highest: float) -> str:
    """A square grid whose darkest cell is `highest`."""
    middle = (CELL - 6) / 2
    pieces = [key(70 + CELL * j + middle, 30, name) for j, name in enumerate(letters)]
    for i, (name, row) in enumerate(zip(letters, values, strict=True)):
        pieces.append(key(38, 58 + CELL * i + middle, name))
        pieces += [cell(70 + CELL * j, 58 + CELL * i, value, highest) for j, value in enumerate(row)]
    side = 76 + CELL * len(letters)
    return f'<svg viewBox="0 0 {side} {side}" width="{side}" height="{side}" {FONT}>{"".join(pieces)}</svg>'


def liens(lettres: str, poids: Sequence[Sequence[float]] | None, titre: str = "") -> None:
    """One arc from each letter to those it listens to, thicker when it listens more; only shares of 0.15 and more."""
    if poids is None:
        return
    arcs = [
        (i, j, share)
        for i, row in enumerate(poids)
        for j, share in enumerate(row)
        if i != j and not hidden(share) and share >= 0.15
    ]
    text = [titre] if titre else []
    text += [
        f"{name} écoute " + ", ".join(f"{lettres[j]} ({virgule(float(share))})" for i, j, share in arcs if i == rank)
        for rank, name in enumerate(lettres)
        if any(i == rank for i, _, _ in arcs)
    ]
    step = min(90, 560 / len(lettres))
    reach = max([abs(i - j) for i, j, _ in arcs] or [1])
    base = 34 + min(150, 26 * reach)
    pieces = [arc(i, j, share, step, base) for i, j, share in arcs]
    pieces += [key(36 + step * rank, base + 24, name) for rank, name in enumerate(lettres)]
    width, height = 72 + step * (len(lettres) - 1), base + 54
    drawing = f'<svg viewBox="0 0 {width} {height}" width="{width}" height="{height}" {FONT}>{"".join(pieces)}</svg>'
    show(titre, text, image(drawing, "\n".join(text), round(min(600, width))))


def arc(i: int, j: int, share: float, step: float, base: float) -> str:
    """To the past in blue, to the future in dashed amber."""
    start, end = 36 + step * i, 36 + step * j
    start += 5 if i > j else -5  # leaves on one side of the key, arrives on the other
    end += 5 if i > j else -5
    top = base - 14 - 2 * min(130, 24 * abs(i - j))
    colour = f'stroke="{BLUE}"' if i > j else 'stroke="#c46a00" stroke-dasharray="7 5"'
    return (
        f'<path d="M{start:.1f} {base}Q{(start + end) / 2:.1f} {top:.1f} {end:.1f} {base}" fill="none" {colour}'
        f' stroke-width="{1 + 7 * share:.1f}" stroke-opacity="{0.35 + 0.6 * share:.2f}" stroke-linecap="round"/>'
    )


def tetes(morceaux: Grille | None) -> None:
    """Each head with its slice of the card."""
    if morceaux is None:
        return
    if not all(is_numbers(piece) for piece in morceaux):
        carte("pense", "Je ne peux pas dessiner ces morceaux.", "Il me faut une liste de nombres pour chaque tête.")
        return
    text = [f"tête {t} : {', '.join(map(short, piece))}" for t, piece in enumerate(morceaux)]
    page = "".join(
        f'<div style="display: flex; align-items: center; margin: 4px 0">{face("bravo", 34)}'
        f'<b style="margin: 0 14px 0 10px">tête {t}</b>'
        + "".join(touche(short(number), 34) for number in piece)
        + "</div>"
        for t, piece in enumerate(morceaux)
    )
    affiche(french("\n".join(text)), cadre(page))


def letter_svg(name: str) -> str:
    return f'<svg viewBox="0 0 40 40" width="40" height="40" {FONT}>{key(20, 20, name)}</svg>'


def label(x: float, y: float, words: str, ink: str = INK) -> str:
    return f'<text x="{x}" y="{y}" text-anchor="middle" font-size="16" fill="{ink}">{html.escape(words)}</text>'


def show(title: str, text: Iterable[str], drawing: str) -> None:
    affiche(french("\n".join(text)), cadre(heading(title) + f'<div style="margin-top: 6px">{drawing}</div>'))


def short(value: float) -> str:
    """7.0 is written 7, 7.11 is written 7,1."""
    return virgule(float(value), 1).removesuffix(",0")


def is_numbers(row: object, count: int | None = None, most: int | None = None) -> bool:
    """A list of numbers: exactly `count`, or `most` at most."""
    if not isinstance(row, (list, tuple)) or not all(isinstance(value, (int, float)) for value in row):
        return False
    return count in (None, len(row)) and (most is None or len(row) <= most)


def modele_entraine(ecoute: Callable, prenom: str) -> None:
    """Who listens to whom in a first name, computed by the pupil's functions with the trained model's numbers."""
    letters = "." + str(prenom).strip().lower()
    if not 2 <= len(letters) <= LONGEST + 1 or not set(letters[1:]) <= set(SIGNES[1:]):
        carte("pense", "Choisis un autre prénom.", f"De 1 à {LONGEST} lettres, de a à z, sans accent ni trait d'union.")
        return
    cards, *filters = trained_numbers(letters)
    shares = essaie(ecoute, cards, *filters)
    liens(letters, shares, f"Qui écoute qui dans {letters[1:]} ?")
    if shares is not None:
        grilles(letters, {"Les mêmes nombres, en grille": [row[: i + 1] for i, row in enumerate(shares)]})


# ---------- lent to those who skip a bonus


def dot(a: Liste, b: Liste) -> float:
    return sum(x * y for x, y in zip(a, b, strict=True))


def question_pancarte_info_pretee(x: Liste, Wq: Grille, Wk: Grille, Wv: Grille) -> tuple[Liste, Liste, Liste]:
    question, pancarte, info = ([dot(row, x) for row in W] for W in (Wq, Wk, Wv))
    return question, pancarte, info


def scores_visibles_pretee(q: Liste, pancartes: Grille, position: int) -> Liste:
    return [dot(q, k) / math.sqrt(len(q)) for k in pancartes[: position + 1]]


def cacher_pretee(scores: Grille, m: list[list[int]]) -> Grille:
    return [
        [score if seen else -math.inf for score, seen in zip(*rows, strict=True)]
        for rows in zip(scores, m, strict=True)
    ]


def couper_pretee(x: Liste, tetes: int) -> Grille:
    size = len(x) // tetes
    return [x[start : start + size] for start in range(0, len(x), size)]


SQUARE = [[1, 2], [0, 1]], [[0, 1], [2, 0]], [[3, 0], [1, 1]]
prete("question_pancarte_info", question_pancarte_info_pretee, [([1, 2], *SQUARE)])
prete("scores_visibles", scores_visibles_pretee, [([1, 2], SQUARE[0] + SQUARE[1], place) for place in (0, 1, 3)])
prete("cacher", cacher_pretee, [([[5, 3], [4, 2]], [[1, 0], [1, 1]])])
prete("couper", couper_pretee, [([1, 2, 3, 4, 5, 6, 7, 8], heads) for heads in (1, 2, 4)])
