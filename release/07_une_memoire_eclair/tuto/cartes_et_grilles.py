"""Grids of attention, maps of letters and first names on keys."""

import html
import math
from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import combinations

from tuto.affichage import INK, PALE, affiche, cadre, carte, image, touche
from tuto.barres_et_courbes import COLOURS, FONT, heading
from tuto.typographie import french, virgule

CELL = 54
MARK = 13
NO_SHARE = "·"


def grille(lignes: Sequence[str], colonnes: Sequence[str], valeurs: Sequence[Sequence[float]], titre: str = "") -> None:
    """A heat grid: who (rows) listens to whom (columns). Values: 0/1 or shares; None or -inf is hidden."""
    if not valeurs or len(valeurs) != len(lignes) or any(len(row) != len(colonnes) for row in valeurs):
        carte(
            "pense", "Je ne peux pas dessiner cette grille.", "Il me faut une ligne par lettre, et un nombre par case."
        )
        return
    width = max(len(written(value)) for row in valeurs for value in row)
    text = [titre] if titre else []
    text.append("  " + " ".join(f"{name:>{width}}" for name in colonnes))
    for name, row in zip(lignes, valeurs, strict=True):
        text.append(f"{name} " + " ".join(f"{written(value):>{width}}" for value in row))
    drawing = image(grid_svg(lignes, colonnes, valeurs), "\n".join(text), min(600, 80 + CELL * len(colonnes)))
    affiche(french("\n".join(text)), cadre(heading(titre) + f'<div style="margin-top: 6px">{drawing}</div>'))


def hidden(value: float | None) -> bool:
    return value is None or value == -math.inf


def written(value: float | None) -> str:
    return NO_SHARE if hidden(value) else virgule(value)


def grid_svg(rows: Sequence[str], columns: Sequence[str], values: Sequence[Sequence[float]]) -> str:
    shown = [value for row in values for value in row if not hidden(value)]
    highest = max([abs(value) for value in shown if math.isfinite(value)] or [1]) or 1
    pieces = [key(70 + CELL * j + (CELL - 6) / 2, 30, name) for j, name in enumerate(columns)]
    for i, (name, row) in enumerate(zip(rows, values, strict=True)):
        middle = 58 + CELL * i + (CELL - 6) / 2
        pieces.append(key(38, middle, name))
        pieces += [cell(70 + CELL * j, 58 + CELL * i, value, highest) for j, value in enumerate(row)]
    width, height = 76 + CELL * len(columns), 64 + CELL * len(rows)
    return f'<svg viewBox="0 0 {width} {height}" width="{width}" height="{height}" {FONT}>{"".join(pieces)}</svg>'


def cell(x: float, y: float, value: float | None, highest: float) -> str:
    side = CELL - 6
    if hidden(value):
        cross = f'<path d="M{x + 16} {y + 16}l16 16m0-16l-16 16" stroke="#7e8aaa" stroke-width="2"/>'
        return f'<rect x="{x}" y="{y}" width="{side}" height="{side}" rx="8" fill="#eaeff9"/>{cross}'
    strength = min(abs(value) / highest, 1) if math.isfinite(value) else 1
    colour = mix(strength)
    ink = "#fff" if strength > 0.55 else INK
    return (
        f'<rect x="{x}" y="{y}" width="{side}" height="{side}" rx="8" fill="{colour}" stroke="#d3dbec"/>'
        f'<text x="{x + side / 2}" y="{y + side / 2 + 5}" text-anchor="middle" fill="{ink}">{virgule(value)}</text>'
    )


def mix(strength: float) -> str:
    """White to blue."""
    return "#" + "".join(f"{round(255 + (part - 255) * strength):02x}" for part in (0x22, 0x53, 0xD1))


def key(x: float, y: float, name: str) -> str:
    dot = name == "."
    ground, ink = (INK, "#fff") if dot else ("#fff", INK)
    half = 16 if len(name) < 3 else 24
    return (
        f'<rect x="{x - half}" y="{y - 16}" width="{2 * half}" height="32" rx="{16 if dot else 8}" fill="{ground}"'
        f' stroke="{INK}" stroke-width="2"/><text x="{x}" y="{y + 6}" text-anchor="middle" font-weight="700"'
        f' font-size="17" fill="{ink}">{html.escape(name)}</text>'
    )


def carte_2d(
    points: Mapping[str, tuple[float, float]],
    groupes: Mapping[str, Iterable[str]] | None = None,
    titre: str = "",
) -> None:
    """A map of letters: label -> (x, y). `groupes`: name of a group -> its labels, like {"voyelles": "aeiouy"}."""
    usable = {name: place for name, place in (points or {}).items() if all(map(math.isfinite, place))}
    if not usable:
        carte("pense", "Je ne peux pas dessiner cette carte.", "Il me faut deux nombres pour chaque lettre.")
        return
    groups = {name: set(labels) for name, labels in (groupes or {}).items()}
    text = [titre] if titre else []
    text += [f"{name} : ({virgule(float(x))} ; {virgule(float(y))})" for name, (x, y) in usable.items()]
    drawing = image(map_svg(usable, groups), titre or "La carte des lettres", 600)
    affiche(french("\n".join(text)), cadre(heading(titre) + f'<div style="margin-top: 6px">{drawing}</div>'))


def map_svg(points: Mapping[str, tuple[float, float]], groups: Mapping[str, set[str]]) -> str:
    width, height, margin = 600, 440, 36
    low_x, high_x = spread([x for x, _ in points.values()])
    low_y, high_y = spread([y for _, y in points.values()])
    places = {
        name: [
            margin + (x - low_x) / (high_x - low_x) * (width - 2 * margin),
            height - margin - (y - low_y) / (high_y - low_y) * (height - 2 * margin - 30),
        ]
        for name, (x, y) in points.items()
    }
    keep_apart(list(places.values()), 2 * MARK)
    pieces = [f'<rect width="{width}" height="{height}" rx="10" fill="#fff"/>']
    pieces += [mark(*place, name, group_of(name, groups)) for name, place in places.items()]
    for rank, name in enumerate(groups):
        pieces.append(mark(24 + 150 * rank, 20, "", rank, 8))
        pieces.append(f'<text x="{40 + 150 * rank}" y="25" fill="{INK}">{html.escape(name)}</text>')
    return f'<svg viewBox="0 0 {width} {height}" width="{width}" height="{height}" {FONT}>{"".join(pieces)}</svg>'


def keep_apart(places: list[list[float]], least: float) -> None:
    """Push marks that hide one another a few pixels apart: letters that are alike must all be read."""
    for _ in range(20):
        for one, other in combinations(places, 2):
            across, down = other[0] - one[0], other[1] - one[1]
            gap = math.hypot(across, down)
            if gap < least:
                push = (least - gap) / 2
                unit = (across / gap, down / gap) if gap > 1e-6 else (1.0, 0.0)
                one[0], one[1] = one[0] - push * unit[0], one[1] - push * unit[1]
                other[0], other[1] = other[0] + push * unit[0], other[1] + push * unit[1]


def spread(values: list[float]) -> tuple[float, float]:
    low, high = min(values), max(values)
    return (low, high) if high > low else (low - 1, high + 1)


def group_of(name: str, groups: Mapping[str, set[str]]) -> int:
    return next((rank for rank, labels in enumerate(groups.values()) if name in labels), len(groups))


def mark(x: float, y: float, name: str, group: int, size: int = MARK) -> str:
    """A disc, a square or a diamond: the shape says the group as well as the colour does."""
    colour = COLOURS[group % len(COLOURS)]
    shape = (
        f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{size}" fill="{colour}"/>',
        f'<rect x="{x - size:.1f}" y="{y - size:.1f}" width="{2 * size}" height="{2 * size}" rx="3" fill="{colour}"/>',
        f'<path d="M{x:.1f} {y - size - 3:.1f}l{size + 3} {size + 3}-{size + 3} {size + 3}-{size + 3}-{size + 3}z"'
        f' fill="{colour}"/>',
    )[group % 3]
    letter = f'<text x="{x:.1f}" y="{y + 5:.1f}" text-anchor="middle" font-weight="700" fill="#fff">'
    return shape + (f"{letter}{html.escape(name)}</text>" if name else "")


def prenoms_cles(prenoms: Sequence[str], connus: Collection[str] = ()) -> None:
    """Invented first names, letter by letter on keys; those of the list are said to be known."""
    text, page = [], ""
    for name in prenoms:
        known = name in connus
        note = "déjà dans la liste" if known else "inventé"
        text.append(f"{name.capitalize():12} {note}")
        keys = "".join(touche(letter, 26, "#fff") for letter in name)
        page += (
            f'<div style="display: inline-block; background: {"#fff" if known else "#dcf3e6"}; border: 1px solid'
            f' {PALE}; border-radius: 10px; padding: 8px 6px 4px 12px; margin: 0 8px 8px 0">'
            f'<div style="white-space: nowrap">{keys}</div>'
            f'<div style="font-size: 14px; margin-right: 8px">{note}</div></div>'
        )
    if text:
        affiche("\n".join(text), cadre(page))
    else:
        carte("pense", "Je n'ai reçu aucun prénom.", "Il me faut une liste de prénoms.")
