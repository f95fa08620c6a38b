"""What a check shows: what happened, the example, the hints, the badges, how far the next lesson is."""

import html
import math
import re
from collections.abc import Collection
from typing import Any

from tuto import classe
from tuto.affichage import SOFT, affiche, card, code, image, jupyter, prose
from tuto.exemples import Verdict
from tuto.memoire import change
from tuto.seance import SESSION, passed_key
from tuto.typographie import NBSP, french

TITLES = {
    "passed": "C'est juste !",
    "wrong": "Presque !",
    "raised": "Python s'est arrêté en route.",
    "timed_out": "Ta fonction n'a pas fini.",
    "not_attempted": "Cette case t'attend.",
}
NOT_KEPT = (
    "Je n'ai pas pu noter cette réussite : le disque est plein, ou protégé. Elle compte, mais préviens un adulte."
)
HINTS = ("L'idée", "Un exemple fait à la main", "La ligne à regarder")
FIRST_WORDS = re.compile(r"^([^.!?:`]{2,40}[\u202f ]!)\s+(.+)$", re.DOTALL)  # « Bravo pour le point du début ! … »


def show_verdict(item: dict[str, Any], verdict: Verdict, who: str) -> None:
    """One card. From the second try that does not pass, one more hint each time. `who` says who judged."""
    name, tone = item["nom"], "bravo" if verdict.outcome == "passed" else "pense"
    title, message = titled(verdict)
    if verdict.outcome == "passed":
        SESSION.passed.add(name)
        noted = remembered()
        more = (*badge_won(item.get("badge")), *progress(), *lesson_badge_won(name), *next_lesson(), *noted)
    elif verdict.outcome == "not_attempted":
        more = ()
    else:
        SESSION.tries[name] = SESSION.tries.get(name, 0) + 1
        more = (*counterexample(verdict.example), *hints(item, SESSION.tries[name] - 1), *way_back(item))
    if verdict.outcome != "not_attempted" and "raisons" not in item:
        more = (*more, small(who))
    text, page = card(tone, title, *([message] if message else []), more="".join(html for _, html in more))
    affiche("\n".join([text, *(words for words, _ in more)]), page)


def titled(verdict: Verdict) -> tuple[str, str]:
    """(title, rest): the message's own first words when they say what is right already."""
    found = FIRST_WORDS.match(verdict.message) if verdict.outcome in ("passed", "wrong") else None
    return (found[1], found[2]) if found else (TITLES[verdict.outcome], verdict.message)


Part = tuple[str, str]  # text, HTML


def counterexample(example: tuple[str, str, str] | None) -> list[Part]:
    if not example:
        return []
    rows = list(zip(("Pour", "tu donnes", "on attend"), example, strict=True))
    page = "".join(
        f'<div style="display: flex; margin-top: 4px"><span style="min-width: 78px">{label}</span>'
        f"<div>{code(html.escape(value))}</div></div>"
        for label, value in rows
    )
    return [("\n".join(f"  {label} {value}" for label, value in rows), f'<div style="margin-top: 8px">{page}</div>')]


def hints(item: dict[str, Any], count: int) -> list[Part]:
    """The first `count` rungs of the ladder, the newest open."""
    ladder = item.get("indices", ())[:count]
    parts = []
    for rank, hint in enumerate(ladder, 1):
        name = french(HINTS[rank - 1] if rank <= len(HINTS) else "Encore une idée")
        opened = " open" if rank == len(ladder) else ""
        page = (
            f'<details style="margin-top: 8px"{opened}><summary><b>Indice {rank}</b> · {html.escape(name)}</summary>'
            f'<div style="margin-top: 2px">{prose(hint)}</div></details>'
        )
        parts.append((f"  Indice {rank} · {hint}", page))
    return parts


def badge_won(badge: dict[str, str] | None) -> list[Part]:
    if not badge:
        return []
    title = french(f"Badge gagné : {badge['titre']}")
    drawing = image(badge["dessin"], badge["titre"], 84) if badge["dessin"] else ""
    words = f'<div style="margin-left: 14px"><b>{title}</b><div>{prose(badge["prouve"])}</div></div>'
    page = f'<div style="display: flex; align-items: center; margin-top: 10px">{drawing}{words}</div>'
    return [(f"  {title}. {badge['prouve']}", page)]


def lesson_badge_won(name: str) -> list[Part]:
    """The lesson's badge, when `name` brought the points that were missing: later exercises do not win it again."""
    sheet, passed = SESSION.sheet, SESSION.passed
    just_now = missing(sheet, passed) <= 0 < missing(sheet, passed - {name})
    return badge_won(sheet.get("badge")) if just_now else []


def remembered() -> list[Part]:
    """Note what passed, with what another kernel may have noted meanwhile. Said only when the disk refuses."""

    def together(kept: object) -> list[str]:
        before = {name for name in kept if isinstance(name, str)} if isinstance(kept, list) else set()
        return sorted(SESSION.passed | before)

    return [] if change(passed_key(SESSION.lesson), together) else [small(NOT_KEPT)]


def next_lesson() -> list[Part]:
    """Where the next lesson is, once it is open: a link that Jupyter follows, a folder everywhere else."""
    lesson = classe.next_lesson() if missing(SESSION.sheet, SESSION.passed) <= 0 else None
    if not lesson:
        return []
    if problem := lesson.get("souci"):
        return [small(problem)]
    title, folder = html.escape(lesson["titre"]), lesson["dossier"]
    link = f'<a href="{html.escape(lesson["chemin"])}"><b>{title}</b></a>'
    page = f'<div style="margin-top: 10px">Ta leçon suivante est prête{NBSP}: {link}</div>'
    where = small(f"Tu la trouves aussi dans le dossier `{folder}`, à côté de celui-ci.")
    return [(french(f"  Ta leçon suivante est prête : {lesson['titre']} ({lesson['chemin']})"), page), where]


def way_back(item: dict[str, Any]) -> list[Part]:
    """For whoever is lost in a cell, once every hint is there."""
    lost = jupyter() and SESSION.tries[item["nom"]] > len(item.get("indices", ())) > 0
    words = f'Pour repartir du début, écris `recommence("{item["nom"]}")` à la place de ta réponse, puis exécute.'
    return [small(words)] if lost else []


def progress() -> list[Part]:
    """How many required points are won, and how many open the next lesson. Bonuses never count against anybody."""
    sheet, passed = SESSION.sheet, SESSION.passed
    have, extra, total = won(sheet, passed), won(sheet, passed, bonus=True), won(sheet, names(sheet))
    words = f"Tu as {points(have)} sur {total}{f', et {points(extra)} bonus ★ en plus' if extra else ''}. "
    words = french(words + goal(missing(sheet, passed), sheet["suivante"]))
    page = (
        f'<div style="margin-top: 10px"><progress value="{have}" max="{total}"></progress> {html.escape(words)}</div>'
    )
    return [(f"  {words}", page)]


def names(sheet: dict[str, Any]) -> list[str]:
    return [item["nom"] for item in (*sheet["exercices"], *sheet["questions"])]


def won(sheet: dict[str, Any], passed: Collection[str], bonus: bool = False) -> int:
    """Points of what passed: the required ones, or the bonuses."""
    items = (*sheet["exercices"], *sheet["questions"])
    return sum(item["points"] for item in items if item["bonus"] is bonus and item["nom"] in passed)


def missing(sheet: dict[str, Any], passed: Collection[str]) -> int:
    """Required points still to win before the next lesson opens; 0 or less when these are enough."""
    return math.ceil(sheet["seuil"] * won(sheet, names(sheet)) - 1e-9) - won(sheet, passed)


def goal(missing: int, following: str | None) -> str:
    aim = f"ouvrir la leçon « {following} »" if following else "finir le cours"
    return f"Encore {points(missing)} pour {aim}." if missing > 0 else f"C'est assez pour {aim} !"


def points(count: int) -> str:
    return f"{count} point{'s' if count > 1 else ''}"


def small(words: str) -> Part:
    return f"  ({french(words)})", f'<div style="margin-top: 10px; font-size: 13px; color: {SOFT}">{prose(words)}</div>'
