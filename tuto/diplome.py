"""The pupil's diploma: one page to print, that carries everything it shows.

Does: gather what the pupil kept (loss, curve, invented names, badges), write `diplome.html` beside the notebook, link
to it. Does not: prove anything; the teacher's marks are elsewhere.
"""

import datetime
import html
import json
import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from tuto import fiche
from tuto.affichage import affiche, cadre, carte, image, lesson_page
from tuto.memoire import enregistre, retrouve
from tuto.resultat import missing
from tuto.seance import passed_key
from tuto.typographie import french, virgule

FILE = Path("diplome.html")
LESSONS = (
    "01_deviner_la_suite",
    "02_apprendre_des_erreurs",
    "03_la_memoire_du_modele",
    "04_lattention",
    "05_mon_premier_llm",
)
CHANCE = 3.30  # the logarithm of 27 symbols
NAMES, LONGEST, ALONE, POINTS, PSEUDO = 5, 9, 14, 120, 36
SIZES = ((6, 16), (LONGEST, 12.5))  # letters of the longest name, size of the tiles in points
BORN = {
    1: "Un prénom né",
    2: "Deux prénoms nés",
    3: "Trois prénoms nés",
    4: "Quatre prénoms nés",
    5: "Cinq prénoms nés",
}
MONTHS = "janvier février mars avril mai juin juillet août septembre octobre novembre décembre".split()


def garde_courbe(*courbes: Sequence[float]) -> None:
    """Keep the losses of these trainings, end to end, for the diploma."""
    losses = [loss for curve in courbes for loss in curve]
    step = max(1, len(losses) // POINTS)
    enregistre("courbe_gpt", [round(loss, 3) for loss in losses[::step]])


def diplome(pseudo: str) -> None:
    """Write the diploma of this pupil and show a link to it; or say what is still missing."""
    loss, curve, names = retrouve("perte_gpt"), retrouve("courbe_gpt", []), retrouve("prenoms_inventes", [])
    if not loss or not curve or not names:
        carte("pense", "Ton diplôme t'attend.", "Entraîne d'abord ton modèle et fais-lui inventer des prénoms.")
        return
    page = diploma_page(str(pseudo)[:PSEUDO], float(loss), curve, chosen(names), badges_won())
    try:
        FILE.write_text(page, encoding="utf-8")
    except OSError:
        carte("pense", "Je ne peux pas écrire ici.", "Enregistre le cahier dans un autre dossier, puis réessaie.")
        return
    where = "Ton diplôme est prêt : diplome.html, à côté de ce cahier. Pour l'imprimer : Ctrl + P."
    link = f'<a href="{FILE.name}" target="_blank"><b>Ouvre ton diplôme</b></a>'
    said = "" if lesson_page() else f'<div style="font-size: 18px; margin-bottom: 4px">{link}</div>'
    affiche(french(where), cadre(said + french(where), "#dcf3e6", "#8bcdab"))


def chosen(names: Sequence[str]) -> list[str]:
    """Five names that fit on the page; when none does, the shortest of the others: alone, it has more room."""
    texts = [name for name in names if isinstance(name, str)]
    long = sorted((name for name in texts if len(name) <= ALONE), key=len)
    return [name for name in texts if len(name) <= LONGEST][:NAMES] or long[:1]


def badges_won() -> list[tuple[str, str, bool]]:
    """(title, drawing, won) for every badge of the course that can be found from here, each lesson's own last."""
    found = []
    for lesson in LESSONS:
        sheet, passed = sheet_of(lesson), retrouve(passed_key(lesson), [])
        items = [*sheet.get("exercices", ()), *sheet.get("questions", ())]
        badges = [(item.get("badge"), item["nom"] in passed) for item in items]
        if sheet.get("badge"):
            badges.append((sheet["badge"], missing(sheet, passed) <= 0))
        found += [(badge["titre"], badge["dessin"], won) for badge, won in badges if badge and badge["dessin"]]
    return found


def sheet_of(lesson: str) -> dict[str, Any]:
    """What is public of a lesson: from its folder beside ours, or from the project."""
    try:
        return json.loads((Path("..") / lesson / fiche.FILE).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return fiche.find(lesson)


def diploma_page(
    pseudo: str, loss: float, curve: Sequence[float], names: Sequence[str], badges: Sequence[tuple[str, str, bool]]
) -> str:
    today = datetime.date.today()
    date = f"le {today.day}{'er' if today.day == 1 else ''} {MONTHS[today.month - 1]} {today.year}"
    shelf = "".join(badge(title, drawing, won) for title, drawing, won in badges)
    return PAGE.format(
        style=STYLE,
        point=POINT,
        who=html.escape(pseudo),
        big=52 if len(pseudo) <= 12 else 30 if len(pseudo) <= 24 else 20,
        loss=loss_svg(curve, loss),
        shelf=f'<div class="shelf{" many" if len(badges) > 12 else ""}">{shelf}</div>',
        names="".join(map(tiles, names)),
        size=next((size for letters, size in SIZES if all(len(name) <= letters for name in names)), 8.5),
        born=BORN.get(len(names), "Des prénoms nés"),
        date=date,
    )


def badge(title: str, drawing: str, won: bool) -> str:
    shown = image(drawing, title if won else f"{title}, à gagner", 80)
    return f'<span class="{"won" if won else "todo"}">{shown}</span>'


def tiles(name: str) -> str:
    keys = "".join(f"<i>{html.escape(letter)}</i>" for letter in name)
    return f'<span class="tiles"><i class="dot">.</i>{keys}<i class="dot">.</i></span>'


def loss_svg(curve: Sequence[float], loss: float) -> str:
    """The falling loss; the big number is the exam's, on names never read."""
    left, right, top, bottom = 10, 270, 26, 180
    low = min([loss, *curve]) - 0.25
    high = max(CHANCE, *curve)

    def up(value: float) -> float:
        return top + (high - value) / (high - low) * (bottom - top)

    across = [left + rank * (right - left) / max(len(curve) - 1, 1) for rank in range(len(curve))]
    line = "L".join(f"{x:.0f} {up(value):.0f}" for x, value in zip(across, curve, strict=True))
    end = up(curve[-1])
    return (
        f'<svg class="loss" viewBox="10 8 274 190" role="img" aria-label="La perte descend jusqu’à {virgule(loss)}">'
        f'<path class="under" d="M{line}V196H{left}Z"/><path class="axis" d="M10 196H272"/>'
        f'<path class="curve" d="M{line}"/><g transform="translate(254 {end - 16:.0f}) scale(.66)">{POINT}</g>'
        f'<text x="40" y="{up(CHANCE) + 4:.0f}">hasard\u00a0: {virgule(CHANCE)}</text>'
        f'<text class="value" x="272" y="{min(end - 44, 112):.0f}">{virgule(loss)}</text>'
        f'<text class="end" x="272" y="{min(end - 26, 130):.0f}">sa perte au contrôle</text></svg>'
    )


POINT = (
    '<circle cx="24" cy="24" r="21" fill="#1a2340"/><path d="M13.5 22.5q3.5-5.5 7 0M27.5 22.5q3.5-5.5 7 0M17 28.5q7 8.5'
    ' 14 0" fill="none" stroke="#fff" stroke-width="2.6" stroke-linecap="round"/>'
)
PAGE = """<!doctype html>
<html lang="fr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Diplôme – Tuto LLM</title>
<style>{style}</style>
</head>
<body>
<main class="sheet">
  <header>
    <p class="brand"><svg viewBox="0 0 48 48" aria-hidden="true">{point}</svg>Tuto LLM</p>
    <h1>Diplôme d’architecte<br>de mini-LLM</h1>
  </header>
  <figure>{loss}</figure>
  <section>
    <p>décerné à</p>
    <p class="who" style="font-size: {big}pt">{who}</p>
    <p>qui a écrit, fonction après fonction, un modèle de langage,<br>puis l’a entraîné avec <b>son propre code</b>.</p>
    {shelf}
  </section>
  <section>
    <p><b>{born} de son modèle</b></p>
    <div class="names" style="font-size: {size}pt">{names}</div>
  </section>
  <footer><span>{date}</span><span class="sign">Signature du professeur</span></footer>
</main>
</body>
</html>
"""
STYLE = re.sub(
    r"\s*\n\s*",
    " ",
    """
    * { box-sizing: border-box; margin: 0; }
    @page { size: A4 landscape; margin: 0; }
    body { background: #eaeff9; color: #1a2340; line-height: 1.35;
      font-family: "Atkinson Hyperlegible Next", "Atkinson Hyperlegible", system-ui, "Segoe UI", Roboto, sans-serif; }
    .sheet { position: relative; width: 297mm; height: 210mm; margin: 8mm auto; overflow: hidden; font-size: 13pt;
      display: grid; grid-template: auto 1fr auto / 1fr 76mm; gap: 5mm 10mm; padding: 15mm 16mm 12mm 36mm;
      background-color: #fff; background-size: 8mm 8mm, 8mm 8mm, 8mm 2mm;
      background-image: linear-gradient(rgb(96 108 200 / .17) 1px, transparent 1px),
        linear-gradient(90deg, rgb(96 108 200 / .17) 1px, transparent 1px),
        linear-gradient(rgb(82 150 220 / .13) 1px, transparent 1px);
      print-color-adjust: exact; -webkit-print-color-adjust: exact; }
    .sheet::before { content: ""; position: absolute; inset: 0 auto 0 27mm; width: .5mm;
      background: rgb(222 84 140 / .38); }
    .brand { display: flex; align-items: center; gap: 2mm; font-weight: 700; }
    .brand svg { width: 7mm; height: 7mm; }
    h1 { margin-top: 4mm; font-size: 36pt; line-height: 1.08; }
    .who { margin: 1mm 0 3mm; font-weight: 700; line-height: 1.1; color: #2253d1;
      overflow-wrap: anywhere; }
    .loss { width: 100%; overflow: visible; }
    .loss .under { fill: #e3ebff; } .loss .axis { stroke: #7e8aaa; stroke-width: 1.5; }
    .loss .curve { fill: none; stroke: #2253d1; stroke-width: 3.5; stroke-linejoin: round; stroke-linecap: round; }
    .loss text { fill: #465172; font-size: 13px; } .loss .end { text-anchor: end; }
    .loss .value { fill: #1a2340; font-size: 30px; font-weight: 700; text-anchor: end; }
    .shelf { display: grid; grid-template-columns: repeat(6, 23mm); gap: 2mm; margin: 6mm 0 0 -1mm; }
    .shelf img { display: block; width: 100%; height: auto; }
    .shelf.many { grid-template-columns: repeat(8, 17.5mm); gap: 1.5mm; }
    .todo { filter: grayscale(1); opacity: .35; }
    .names { display: grid; justify-items: start; gap: 3.4mm; margin: 4mm 0 0 -2.5mm; }
    .tiles { display: inline-flex; gap: .16em; align-items: end; font: 600 1em/1 ui-monospace, Consolas, monospace; }
    .tiles i { display: grid; place-items: center; width: 1.7em; height: 1.7em; background: #fff; font-style: normal;
      border: .4mm solid #1a2340; border-bottom-width: 1mm; border-radius: .38em; }
    .tiles .dot { width: .9em; border-color: transparent; background: none; }
    footer { grid-column: 1 / -1; display: flex; justify-content: space-between; align-items: end; font-size: 10.5pt; }
    .sign { width: 76mm; padding-top: 1.5mm; border-top: .3mm solid #1a2340; color: #465172; }
    @media print { body { background: none; } .sheet { margin: 0; } }
    """,
).strip()
