"""What the pupil sees: a drawing in Jupyter, text elsewhere.

Only what survives the cleaning of an untrusted notebook: styled div and span, <img> with a data: URI, code, details,
progress. No inline svg, no style element, no script.
"""

import base64
import html
import re
import sys

from tuto.seance import SESSION
from tuto.typographie import french

INK, SOFT, BLUE, PALE = "#1a2340", "#465172", "#2253d1", "#a9c0fa"
TONES = {  # ground, border, title, Point's face
    "bravo": ("#dcf3e6", "#8bcdab", "#126b44", "M13 22q4-6 8 0M27 22q4-6 8 0M17 28q7 9 14 0"),
    "pense": ("#fff1d4", "#eebd63", "#874800", "M20 18h.1M33 18h.1M19 29q6 5 12-1"),
    "info": ("#e3ebff", "#a9c0fa", "#163b9c", "M17 21h.1M31 21h.1M18 29q6 6 12 0"),
}
Line = str | tuple[str, str]


def jupyter():
    """The running IPython, or None. IPython is never imported by us: outside Jupyter that would take a second."""
    ipython = sys.modules.get("IPython")
    return ipython.get_ipython() if ipython else None


def lesson_page():
    """The class's lesson page, where Python runs in the browser: it lends a module named `tuto_page`."""
    if sys.platform != "emscripten":
        return None
    try:
        import tuto_page
    except ImportError:
        return None
    return tuto_page


def affiche(texte: str, page: str) -> None:
    """Show `page` (HTML) where HTML is shown, else `texte`."""
    show(texte, page)


def show(text: str, page: str, place: str = "", again: bool = False) -> None:
    """`place` names this display; `again` replaces what was shown under that name."""
    if lesson := lesson_page():
        lesson.show(text, page, place, again)
    elif jupyter():
        from IPython.display import display, update_display

        bundle = {"text/plain": text, "text/html": page}
        if again:
            update_display(bundle, display_id=place, raw=True)
        else:
            display(bundle, raw=True, **({"display_id": place} if place else {}))
    else:
        print(text)


def cadre(contenu: str, fond: str = "#f4f6fc", bord: str = "#d3dbec") -> str:
    """A framed box around some HTML."""
    return (
        f'<div style="max-width: 640px; box-sizing: border-box; background: {fond}; border: 1px solid {bord};'
        f" border-radius: 12px; padding: 12px 16px; margin: 4px 0; color: {INK}; font-size: 15px; line-height: 1.5"
        f'">{contenu}</div>'
    )


def image(svg: str, alt: str = "", largeur: int = 640) -> str:
    """A drawing as an <img> that carries its data: it survives where inline svg does not."""
    if "xmlns=" not in svg:
        svg = svg.replace("<svg", '<svg xmlns="http://www.w3.org/2000/svg"', 1)
    data = base64.b64encode(svg.encode()).decode()
    return f'<img width="{largeur}" alt="{html.escape(alt)}" src="data:image/svg+xml;base64,{data}">'


def dessins(svg: str, alt: str, largeur: int = 640) -> None:
    """Show one drawing; `alt` is what is read aloud, and printed where there are no pictures."""
    affiche(alt, image(svg, alt, largeur))


def face(tone: str, size: int = 40) -> str:
    """Point's face: calm, thinking or joyful."""
    features = f'<path d="{TONES[tone][3]}" fill="none" stroke="#fff" stroke-width="3.4" stroke-linecap="round"/>'
    disc = f'<circle cx="24" cy="24" r="22" fill="{INK}"/>'
    return image(f'<svg viewBox="0 0 48 48">{disc}{features}</svg>', "", size)


def prose(text: str) -> str:
    """Text to HTML: escaped, `code` as code."""
    pieces = re.split(r"`([^`]*)`", html.escape(french(text), quote=False))
    return "".join(code(piece) if rank % 2 else piece for rank, piece in enumerate(pieces))


def code(escaped: str) -> str:
    return f'<code style="background: #fff; color: {INK}; padding: 1px 4px">{escaped}</code>'


def carte(ton: str, titre: str, *lignes: Line, suite: str = "") -> None:
    """A word from Point. `ton`: "bravo", "pense" or "info"; a line is a sentence or a couple (label, code).

    `suite` is more HTML, under the lines.
    """
    text, page = card(ton, titre, *lignes, more=suite)
    if ton != "pense" or not repeated(text):
        affiche(text, page)


def repeated(text: str) -> bool:
    """Did Point say just this in the cell being run? One cause gets one card, however many displays wait for it."""
    number = getattr(jupyter(), "execution_count", None)
    if number is None:
        return False
    before = SESSION.said[1] if SESSION.said[0] == number else frozenset()
    SESSION.said = number, before | {text}
    return text in before


def card(tone: str, title: str, *lines: Line, more: str = "") -> tuple[str, str]:
    """The two forms of a card: (text, HTML)."""
    ground, border, ink, _ = TONES[tone]
    text, body = [french(title)], ""
    for line in lines:
        if isinstance(line, tuple):
            label, value = french(line[0]), str(line[1])
            text.append(f"  {label} {value}")
            body += f'<div style="margin-top: 5px">{html.escape(label)} {code(html.escape(value))}</div>'
        else:
            text.append("  " + french(str(line)))
            body += f'<div style="margin-top: 3px">{prose(str(line))}</div>'
    page = (
        f'<div style="display: flex"><div style="min-width: 54px">{face(tone)}</div>'
        f'<div><b style="color: {ink}; font-size: 17px">{prose(title)}</b>{body}{more}</div></div>'
    )
    return "\n".join(text), cadre(page, ground, border)


def touche(signe: str, taille: int = 28, fond: str = "#fff") -> str:
    """A key of a keyboard, as HTML; the dot is a round key, a tinted ground makes a key still to press."""
    dot = signe == "."
    colours = f"background: {INK}; color: #fff" if dot else f"background: {fond}; color: {INK}"
    border = f"2px dashed {BLUE}" if fond != "#fff" else f"2px solid {INK}"
    return (
        f'<span style="display: inline-block; width: {taille}px; height: {taille}px; line-height: {taille}px;'
        f" {colours}; border: {border}; border-radius: {'50%' if dot else '8px'}; text-align: center;"
        f' font-weight: bold; font-size: {taille * 0.58:.0f}px; margin-right: 8px">{html.escape(str(signe))}</span>'
    )
