"""Bars of probabilities and falling losses, drawn from the pupil's own numbers."""

import html
import math
from collections.abc import Callable, Iterable, Mapping, Sequence

from tuto.affichage import BLUE, INK, PALE, affiche, cadre, carte, image, touche
from tuto.typographie import french, virgule
from tuto.valeurs import is_number

COLOURS = (BLUE, "#c46a00", "#6438b0", "#126b44", "#a8275c")
DASHES = ("", "9 5", "3 4", "12 4 3 4", "1 6")  # colour never stands alone
WIDTH, HEIGHT, LEFT, TOP, RIGHT, BOTTOM = 640, 312, 58, 36, 24, 46
POINTS = 400  # more would not be seen


def barres(parts: Mapping[str, float], pari: str = "", titre: str = "") -> None:
    """One bar per name, the biggest first (ten at most). Whole numbers are counts; shares of letters make one cake."""
    if not parts:
        return
    if not isinstance(parts, dict) or not all(map(is_number, parts.values())):
        carte("pense", "Je ne peux pas dessiner ces barres.", "Il me faut un nombre pour chaque lettre.")
        return
    pari, rows = str(pari), sorted(parts.items(), key=lambda row: -row[1])
    highest = max(rows[0][1], 1e-9)
    text, page = ([titre] if titre else []), heading(titre)
    for name, part in rows[:10]:
        length = max(part, 0) / highest
        note = measure(part) + ("  ← ton pari" if name == pari else "")
        text.append(f"{name} {'█' * round(24 * length)} {note}")
        page += bar(str(name), length, note, PALE if pari in parts and name != pari else BLUE)
    notes = [french(note) for note in below_bars(parts, rows, pari)]
    page += "".join(f'<div style="margin-top: 6px">{html.escape(note)}</div>' for note in notes)
    affiche("\n".join(text + notes), cadre(page))


def measure(part: float) -> str:
    return virgule(part) if isinstance(part, float) else f"{virgule(part)} fois"


def bar(name: str, length: float, note: str, colour: str) -> str:
    """A letter is a key; a longer name stands above its bar."""
    above = f"<div>{html.escape(name)}</div>" if len(name) > 2 else ""
    return (
        f'<div style="margin: 3px 0; white-space: nowrap">{above or touche(name)}<span style="display: inline-block;'
        f" width: {round(300 * length) + 3}px; height: 18px; background: {colour}; border-radius: 5px;"
        f' vertical-align: middle; margin-right: 8px"></span><b>{note}</b></div>'
    )


def below_bars(parts: Mapping[str, float], rows: list[tuple[str, float]], bet: str) -> Iterable[str]:
    if len(rows) > 10:
        shown, hidden = measure(rows[9][1]), {measure(part) for _, part in rows[10:]}
        manner = ", à égalité" if hidden == {shown} else "" if shown in hidden else ", encore plus rares"
        yield f"(et {len(rows) - 10} de plus{manner})"
    if isinstance(rows[0][1], float) and all(len(str(name)) == 1 for name in parts):
        total = float(sum(parts.values()))
        advice = "" if abs(total - 1) < 1e-6 else " Il en faut 1 tout juste."
        yield f"Toutes les parts ensemble : {virgule(total)} gâteau{'x' if total >= 2 else ''}.{advice}"
    if bet.isalpha() and bet not in parts:
        yield f"Ton pari, {bet}, n'arrive jamais ici."


def heading(title: str) -> str:
    return f'<b style="font-size: 16px">{html.escape(french(title))}</b>' if title else ""


def courbe(
    pertes: Iterable[float] | Mapping[str, Iterable[float]],
    titre: str = "",
    x: str = "tours",
    y: str = "perte",
    reperes: Mapping[str, float] | None = None,
) -> None:
    """A falling loss, or several by name; `reperes` are levels to compare with, like {"hasard": 3.30}."""
    series = named(pertes)
    if not series:
        carte("pense", "Je n'ai encore rien à dessiner.", "Il me faut une liste de nombres.")
        return
    affiche(*curve(series, titre, x, y, reperes or {}))


def named(losses: Iterable[float] | Mapping[str, Iterable[float]]) -> dict[str, list[float]]:
    """Series by name, only the numbers that can be drawn; empty when there are none."""
    try:
        given = losses if isinstance(losses, Mapping) else {"": losses}
        series = {name: [float(loss) for loss in values] for name, values in given.items()}
    except (TypeError, ValueError):
        return {}
    return {name: values for name, values in series.items() if any(map(math.isfinite, values))}


def curve(
    series: Mapping[str, list[float]], title: str, x: str, y: str, levels: Mapping[str, float], above: str = ""
) -> tuple[str, str]:
    """The two forms of a curve: (text, HTML). `above` is more HTML, over the drawing."""
    lines = [
        f"{name or y} : {sparkline(values)} {virgule(values[0])} → {virgule(values[-1])}"
        for name, values in series.items()
    ]
    lines += [f"{name} : {virgule(float(level))}" for name, level in levels.items()]
    text = "\n".join(french(line) for line in ([title] if title else []) + lines)
    names = [name for name in series if name]
    legend = "".join(legend_entry(name, rank) for rank, name in enumerate(names))
    drawing = image(curve_svg(series, x, y, levels), text, 600)
    return text, cadre(f'{heading(title)}{above}<div>{legend}</div><div style="margin-top: 4px">{drawing}</div>')


def legend_entry(name: str, rank: int) -> str:
    colour, dash = COLOURS[rank % len(COLOURS)], DASHES[rank % len(DASHES)]
    stroke = f'stroke="{colour}" stroke-width="4" stroke-dasharray="{dash}"'
    sample_line = image(f'<svg viewBox="0 0 40 12"><path d="M2 6h36" {stroke}/></svg>', "", 40)
    return f'<span style="display: inline-block; margin-right: 18px">{sample_line} {html.escape(french(name))}</span>'


def sparkline(values: list[float], width: int = 32) -> str:
    """The shape of a series in one line of text.

    >>> sparkline([3.0, 2.0, 1.0])
    '█▅▁'
    """
    kept = [value for value in sample(values, width) if math.isfinite(value)]
    low, high = min(kept), max(kept)
    return "".join("▁▂▃▄▅▆▇█"[round(7 * (value - low) / ((high - low) or 1))] for value in kept)


def sample(values: list[float], count: int) -> list[float]:
    """At most `count` of them, evenly, the first and the last included."""
    if len(values) <= count:
        return list(values)
    return [values[round(rank * (len(values) - 1) / (count - 1))] for rank in range(count)]


def curve_svg(series: Mapping[str, list[float]], x: str, y: str, levels: Mapping[str, float]) -> str:
    finite = [value for values in series.values() for value in values if math.isfinite(value)] + list(levels.values())
    low, high = min(finite), max(finite)
    margin = (high - low) * 0.08 or 0.5
    low, high = max(0.0, low - margin) if low >= 0 else low - margin, high + margin
    longest = max(len(values) for values in series.values())

    def across(rank: float) -> float:
        return LEFT + rank / max(longest - 1, 1) * (WIDTH - LEFT - RIGHT)

    def up(value: float) -> float:
        return TOP + (high - value) / (high - low) * (HEIGHT - TOP - BOTTOM)

    pieces = [f'<rect width="{WIDTH}" height="{HEIGHT}" rx="10" fill="#fff"/>']
    for tick in ticks(low, high):
        pieces.append(f'<path d="M{LEFT} {up(tick):.1f}H{WIDTH - RIGHT}" stroke="#d3dbec"/>')
        pieces.append(label(LEFT - 8, up(tick) + 5, virgule(tick, 1 if high - low > 1 else 2), "end"))
    lines = [drawn_points(values, across, up) for values in series.values()]
    taken = [point for line in lines for point in line]
    dashed = 'stroke="#7e8aaa" stroke-width="2" stroke-dasharray="3 6"'
    pieces += [f'<path d="M{LEFT} {up(level):.1f}H{WIDTH - RIGHT}" {dashed}/>' for level in levels.values()]
    for name, level in levels.items():  # under the curves: a label never hides one
        words, corners = level_label(f"{french(name)} {virgule(float(level))}", up(level), taken)
        pieces.append(words)
        taken += corners
    pieces += [line_of(points, rank) for rank, points in enumerate(lines)]
    body = "".join(pieces) + axis_names(x, y, longest)
    return f'<svg viewBox="0 0 {WIDTH} {HEIGHT}" width="{WIDTH}" height="{HEIGHT}" {FONT}>{body}</svg>'


FONT = "font-family=\"'Atkinson Hyperlegible',system-ui,'Segoe UI',Roboto,'DejaVu Sans',sans-serif\" font-size=\"14\""


Point = tuple[float, float]


def axis_names(x: str, y: str, longest: int) -> str:
    """The name of y stands above every tick."""
    ends = label(LEFT, HEIGHT - 14, "1", "middle") + label(WIDTH - RIGHT, HEIGHT - 14, virgule(longest), "middle")
    middle = label((LEFT + WIDTH - RIGHT) / 2, HEIGHT - 14, x, "middle", "#465172")
    return ends + middle + label(10, 20, y, "start", "#465172")


def drawn_points(values: list[float], across: Callable, up: Callable) -> list[Point]:
    places = sample(list(range(len(values))), POINTS)
    return [(across(place), up(values[place])) for place in places if math.isfinite(values[place])]


def line_of(points: list[Point], rank: int) -> str:
    path = "".join(f"{'L' if i else 'M'}{a:.1f} {b:.1f}" for i, (a, b) in enumerate(points))
    colour, dash = COLOURS[rank % len(COLOURS)], DASHES[rank % len(DASHES)]
    end = f'<circle cx="{points[-1][0]:.1f}" cy="{points[-1][1]:.1f}" r="5" fill="{colour}"/>'
    return (
        f'<path d="{path}" fill="none" stroke="{colour}" stroke-width="3" stroke-linejoin="round"'
        f' stroke-dasharray="{dash}"/>{end}'
    )


def level_label(words: str, height: float, taken: Sequence[Point]) -> tuple[str, list[Point]]:
    """(the words beside a level, the place they take). They stand where least is drawn already."""
    long, tall = 8.0 * len(words), 16
    spots = [
        (x, y)
        for y in (height - 6, height + 18)
        for x in (WIDTH - RIGHT - 4 - long, LEFT + 8, (LEFT + WIDTH - RIGHT - long) / 2)
    ]

    def hidden(spot: Point) -> int:
        x, y = spot
        return sum(x - 6 < a < x + long + 6 and y - tall - 3 < b < y + 7 for a, b in taken)

    x, y = min((spot for spot in spots if spot[1] < HEIGHT - BOTTOM), key=hidden)
    drawing = (
        f'<text x="{x + long / 2:.1f}" y="{y:.1f}" text-anchor="middle" fill="#465172" stroke="#fff"'
        f' stroke-width="4" paint-order="stroke">{html.escape(words)}</text>'
    )
    return drawing, [(x + long * part / 8, y - lift) for part in range(9) for lift in (0, tall)]


def label(x: float, y: float, words: str, anchor: str, colour: str = INK) -> str:
    return f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}" fill="{colour}">{html.escape(words)}</text>'


def ticks(low: float, high: float) -> list[float]:
    """Four or so round numbers between two."""
    rough = (high - low) / 5
    power = 10 ** math.floor(math.log10(rough))
    step = next((size * power for size in (1, 2, 5, 10) if size * power >= rough), rough)
    first = math.ceil(low / step)
    return [rank * step for rank in range(first, math.floor(high / step) + 1)]
