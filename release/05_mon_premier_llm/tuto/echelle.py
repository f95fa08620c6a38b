"""Lesson 5's scales: how low each way of guessing brings the loss, how big each model is."""

import html
import math
from collections import Counter
from collections.abc import Mapping, Sequence

from tuto.affichage import BLUE, INK, affiche, cadre, carte, image
from tuto.barres_et_courbes import FONT
from tuto.cerveau import LETTERS, moyenne
from tuto.memoire import enregistre
from tuto.typographie import french, virgule


def perte_frequences(prenoms: Sequence[str], controle: Sequence[str]) -> float:
    """The mean loss of someone who only knows how frequent each letter is."""
    counts = Counter(letter for name in prenoms for letter in name + ".")
    return moyenne([-math.log(counts[letter] / counts.total()) for name in controle for letter in name + "."])


def perte_bigrammes(prenoms: Sequence[str], controle: Sequence[str], miette: float = 0.1) -> float:
    """The mean loss of the notebook of lesson 1; a pair never read gets a crumb, or its penalty would be infinite."""
    pages = {letter: Counter() for letter in LETTERS}
    for name in prenoms:
        for before, after in zip(f".{name}", f"{name}.", strict=True):
            pages[before][after] += 1
    losses = []
    for name in controle:
        for before, after in zip(f".{name}", f"{name}.", strict=True):
            page = pages[before]
            losses.append(-math.log((page[after] + miette) / (page.total() + miette * len(LETTERS))))
    return moyenne(losses)


STEP, STAIRS_TOP, STAIRS_HEIGHT = 124, 46, 250


def escalier(marches: Mapping[str, float | None]) -> None:
    """The stairs of the loss, from the highest: each step is one way to guess; the pupil's own begin with « ton »."""
    known = [(name, loss) for name, loss in marches.items() if loss is not None]
    steps = dict(sorted(known, key=lambda step: -step[1]))
    if not steps:
        carte("pense", "Je n'ai encore rien à dessiner.", "Exécute d'abord les cases d'au-dessus.")
        return
    text = french(", ".join(f"{name} : {virgule(loss)}" for name, loss in steps.items()))
    enregistre("escalier", steps)
    affiche(text, cadre(image(stairs_svg(steps), text, min(600, STEP * len(steps)))))


def stairs_svg(steps: Mapping[str, float]) -> str:
    high, low = max(steps.values()), min(steps.values())
    width, height = STEP * len(steps) + 8, STAIRS_TOP + STAIRS_HEIGHT
    pieces = [f'<rect width="{width}" height="{height}" rx="10" fill="#fff"/>']
    best = next((name for name in reversed(steps) if name.startswith("ton")), None)
    for rank, (name, loss) in enumerate(steps.items()):
        x, y = 4 + STEP * rank, STAIRS_TOP + (high - loss) / ((high - low) or 1) * (STAIRS_HEIGHT - 76)
        own = name.startswith("ton")
        ground, tread = ("#dcf3e6", "#126b44") if own else ("#e3ebff", BLUE)
        pieces.append(
            f'<rect x="{x}" y="{y:.1f}" width="{STEP}" height="{height - y:.1f}" fill="{ground}"/>'
            f'<path d="M{x + 2} {y:.1f}h{STEP - 4}" stroke="{tread}" stroke-width="4" stroke-linecap="round"/>'
            f'<text x="{x + STEP / 2}" y="{y + 32:.1f}" text-anchor="middle" font-size="23" font-weight="700"'
            f' fill="{INK}">{virgule(float(loss))}</text>'
            f'<text x="{x + STEP / 2}" y="{y + 54:.1f}" text-anchor="middle" font-size="14.5" fill="{INK}">'
            f"{html.escape(name)}</text>" + (joyful_point(x + STEP / 2 - 19, y - 41) if name == best else "")
        )
    return f'<svg viewBox="0 0 {width} {height}" width="{width}" height="{height}" {FONT}>{"".join(pieces)}</svg>'


def joyful_point(x: float, y: float) -> str:
    features = '<path d="M13.5 22.5q3.5-5.5 7 0M27.5 22.5q3.5-5.5 7 0M17 28.5q7 8.5 14 0" fill="none" stroke="#fff"'
    return (
        f'<g transform="translate({x:.1f} {y:.1f}) scale(.8)"><circle cx="24" cy="24" r="22" fill="{INK}"/>'
        f'{features} stroke-width="2.8" stroke-linecap="round"/></g>'
    )


UNITS = (("an", 31_557_600), ("jour", 86_400), ("heure", 3600), ("minute", 60), ("seconde", 1))


def a_un_par_seconde(quantites: Mapping[str, int]) -> None:
    """How long it would take to read each quantity aloud, one number per second, without ever stopping."""
    lines = [(f"{name} : {virgule(count)} réglages →", duration(count)) for name, count in quantites.items()]
    carte("info", "À un réglage par seconde, jour et nuit", *lines)


def duration(seconds: int) -> str:
    """A length of time in its largest unit.

    >>> duration(1328), duration(31_557_600), duration(63_115_200)
    ('22 minutes', '1 an', '2 ans')
    """
    unit, size = next((unit, size) for unit, size in UNITS if seconds >= size or size == 1)
    count = round(seconds / size)
    return f"{virgule(count)} {unit}{'s' if count > 1 else ''}"
