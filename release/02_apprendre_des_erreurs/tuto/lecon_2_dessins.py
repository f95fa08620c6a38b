"""Lesson 2's drawings: the basketball court, the gaps letter by letter, pages of shares side by side."""

import html
import math
from collections.abc import Mapping, Sequence

from tuto.affichage import BLUE, INK, PALE, affiche, cadre, carte, image
from tuto.barres_et_courbes import FONT
from tuto.cartes_et_grilles import key
from tuto.typographie import french, virgule

BALL, QUIET = "#ff9272", "#465172"
ROWS = 8  # letters drawn side by side


def terrain(distances: Mapping[str, float]) -> None:
    """The basket on the left, a ball at each distance. Silent when a distance is still missing."""
    if any(distance is None for distance in distances.values()):
        return
    if not all(is_distance(distance) for distance in distances.values()):
        carte("pense", "Je ne sais pas où poser ces ballons.", "Une distance est un nombre positif. Regarde ta perte.")
        return
    text = "\n".join(f"{name} : perte {virgule(float(distance))}" for name, distance in distances.items())
    affiche(french(text), cadre(image(court_svg(distances), french(text), 608)))


def is_distance(value: object) -> bool:
    number = isinstance(value, (int, float)) and not isinstance(value, bool)
    return number and math.isfinite(value) and value > -1e-9


def court_svg(distances: Mapping[str, float]) -> str:
    width, floor, start = 640, 188, 104
    far = max(3.5, *distances.values())
    unit = (width - start - 64) / far
    pieces = [f'<rect width="{width}" height="250" rx="10" fill="#fff"/>', hoop(floor)]
    pieces.append(f'<path d="M20 {floor}H{width - 20}" stroke="{INK}" stroke-width="3" stroke-linecap="round"/>')
    step = math.ceil(far / 8)
    for metre in range(0, math.floor(far) + 1, step):
        x = start + metre * unit
        pieces.append(f'<path d="M{x:.1f} {floor}v10" stroke="{INK}" stroke-width="2"/>')
        pieces.append(words(x, floor + 28, str(metre), 15, QUIET))
    pieces.append(words(start + far * unit / 2, floor + 50, "perte : la distance au panier", 15, QUIET))
    rows_end: list[float] = []
    for name, distance in sorted(distances.items(), key=lambda item: item[1]):
        x = start + distance * unit
        half = 4.6 * max(len(name), 10)
        row = next((r for r, end in enumerate(rows_end) if x - half > end), len(rows_end))
        rows_end[row : row + 1] = [x + half]
        pieces.append(thrown(x, floor, row, name, distance))
    return f'<svg viewBox="0 0 {width} 250" width="{width}" height="250" {FONT}>{"".join(pieces)}</svg>'


def hoop(floor: int) -> str:
    """The basket, seen from the side."""
    return (
        f'<path d="M44 {floor}V52" stroke="{INK}" stroke-width="6" stroke-linecap="round"/>'
        f'<rect x="50" y="26" width="9" height="58" rx="3" fill="{PALE}" stroke="{INK}" stroke-width="2.4"/>'
        f'<path d="M68 74l6 26M100 74l-6 26M74 100h20M72 88h24" stroke="{INK}" stroke-width="1.8" fill="none"/>'
        f'<path d="M59 74h42" stroke="{BLUE}" stroke-width="5" stroke-linecap="round"/>'
    )


def thrown(x: float, floor: int, row: int, name: str, distance: float) -> str:
    """A ball on the floor and, above it, what it is and how far it fell."""
    top = floor - 62 - 46 * row
    return (
        f'<path d="M{x:.1f} {top + 28}V{floor - 26}" stroke="#7e8aaa" stroke-dasharray="2 4"/>'
        f"{ball(x, floor - 13, 12)}{words(x, top + 4, french(name), 15, INK)}"
        f"{words(x, top + 22, virgule(float(distance)), 16, INK, '700')}"
    )


def ball(x: float, y: float, r: float) -> str:
    return (
        f'<circle cx="{x:.1f}" cy="{y}" r="{r}" fill="{BALL}" stroke="{INK}" stroke-width="2"/>'
        f'<path d="M{x - r:.1f} {y}h{2 * r}M{x:.1f} {y - r}v{2 * r}M{x - r * 0.7:.1f} {y - r * 0.7:.1f}q{r * 0.55:.1f}'
        f" {r * 0.7:.1f} 0 {r * 1.4:.1f}M{x + r * 0.7:.1f} {y - r * 0.7:.1f}q-{r * 0.55:.1f} {r * 0.7:.1f} 0"
        f' {r * 1.4:.1f}" fill="none" stroke="{INK}" stroke-width="1.3"/>'
    )


def words(x: float, y: float, text: str, size: int, colour: str, weight: str = "400", anchor: str = "middle") -> str:
    return (
        f'<text x="{x:.1f}" y="{y}" font-size="{size}" font-weight="{weight}" text-anchor="{anchor}" fill="{colour}">'
        f"{html.escape(text)}</text>"
    )


def ecarts_dessines(lettres: str, ecarts: Sequence[float] | None) -> None:
    """One row per letter: to the right, it had too much; to the left, not enough."""
    if ecarts is None:
        return
    if not is_page(ecarts, len(lettres)):
        carte("pense", "Je ne peux pas dessiner ces écarts.", "Il me faut un nombre pour chaque lettre.")
        return
    rows = list(zip(lettres, ecarts, strict=True))
    total = f"Tous les écarts ensemble : {virgule(abs(round(float(sum(ecarts)), 2)))}"
    text = [f"{letter} {signed(gap)}, {advice(gap)}" for letter, gap in rows] + [total]
    height = 16 + 50 * len(rows)
    body = "".join(gap_row(33 + 50 * rank, letter, gap) for rank, (letter, gap) in enumerate(rows))
    body += f'<path d="M250 10V{height - 10}" stroke="{INK}" stroke-width="2"/>'
    drawing = f'<svg viewBox="0 0 600 {height}" width="600" height="{height}" {FONT}>{body}</svg>'
    affiche(
        french("\n".join(text)), cadre(image(drawing, french("\n".join(text)), 600) + f"<div>{french(total)}</div>")
    )


def is_page(value: object, length: int) -> bool:
    """A list of that many numbers."""
    return isinstance(value, (list, tuple)) and len(value) == length and all(map(is_number, value))


def is_number(value: object) -> bool:
    return isinstance(value, (int, float)) and not isinstance(value, bool) and math.isfinite(value)


def signed(gap: float) -> str:
    return f"{'−' if gap < 0 else '+'}{virgule(abs(float(gap)))}"


def advice(gap: float) -> str:
    return "pas assez : à monter" if gap < 0 else "trop : à baisser" if gap > 0 else "rien à changer"


def gap_row(y: int, letter: str, gap: float) -> str:
    length = 110 * min(abs(gap), 1)
    left, side, anchor, colour = (250, 258 + length, "start", PALE)
    if gap < 0:
        left, side, anchor, colour = (250 - length, 242 - length, "end", BLUE)
    return (
        f'{key(40, y, letter)}<rect x="{left:.1f}" y="{y - 11}" width="{length:.1f}" height="22" rx="5"'
        f' fill="{colour}"/>{words(side, y + 6, signed(gap), 16, INK, "700", anchor)}'
        f"{words(430, y + 6, french(advice(gap)), 15, QUIET, '400', 'start')}"
    )


def cote_a_cote(lettres: str, pages: Mapping[str, Sequence[float]]) -> None:
    """The same letters in several columns of bars, the most probable of the last column first."""
    if any(page is None for page in pages.values()):
        return
    if not all(is_page(page, len(lettres)) for page in pages.values()):
        carte("pense", "Je ne peux pas dessiner ces parts.", "Il me faut un nombre pour chaque lettre.")
        return
    columns = list(pages.values())
    order = sorted(range(len(lettres)), key=lambda i: -columns[-1][i])[:ROWS]
    text = ["  ".join(pages)]
    text += [f"{lettres[i]} " + "  ".join(virgule(float(column[i])) for column in columns) for i in order]
    width, height = 80 + 180 * len(columns), 46 + 40 * len(order)
    body = "".join(words(76 + 180 * rank, 24, french(name), 15, INK, "700", "start") for rank, name in enumerate(pages))
    highest = max(max(column) for column in columns)
    for row, i in enumerate(order):
        y = 62 + 40 * row
        body += key(30, y, lettres[i])
        body += "".join(share_bar(76 + 180 * rank, y, column[i], highest) for rank, column in enumerate(columns))
    drawing = f'<svg viewBox="0 0 {width} {height}" width="{width}" height="{height}" {FONT}>{body}</svg>'
    affiche(french("\n".join(text)), cadre(image(drawing, french("\n".join(text)), min(608, width))))


def share_bar(x: float, y: float, share: float, highest: float) -> str:
    length = 110 * max(share, 0) / highest + 2
    return (
        f'<rect x="{x}" y="{y - 9}" width="{length:.1f}" height="18" rx="4" fill="{BLUE}"/>'
        f"{words(x + length + 8, y + 6, virgule(float(share)), 15, INK, '400', 'start')}"
    )
