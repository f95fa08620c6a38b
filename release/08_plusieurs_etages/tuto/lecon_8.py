"""Level 8: two doors side by side, towers that learn a drawing, and the same question asked of first names.

The engine trains (its LayerNorm and its GELU are the pupil's); the pupil's own `empiler` then paints what was learned.
"""

import math
import random
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from tuto.affichage import BLUE, INK, PALE, affiche, cadre, carte, dessins, image
from tuto.barres_et_courbes import FONT
from tuto.essais import call
from tuto.typographie import french, virgule
from tuto.valeurs import close

__all__ = ["anneau", "apprend", "apprend_prenoms", "nouvelle_tour", "peins", "porte"]

Table = list[list[float]]
INNER, OUTER = 0.45, 0.85  # the ring, in a square from -1 to 1
SIZE = 8  # numbers per card
GRID, FINE = 13, 40  # points to learn from, points to paint, per side
RATE, SEED = 0.03, 7
NAMES_SIZE, NAMES_HEADS, NAMES_RATE, LAST = 8, 2, 0.01, 100


def inside(x: float, y: float) -> bool:
    return INNER < math.hypot(x, y) < OUTER


def square(points: int) -> list[tuple[float, float]]:
    """Points of a square, row by row from the top left."""
    steps = [2 * i / (points - 1) - 1 for i in range(points)]
    return [(x, -y) for y in steps for x in steps]


def anneau() -> None:
    """The ring, and the points that a tower learns from."""
    dots = "".join(dot(x, y, inside(x, y)) for x, y in square(GRID))
    svg = '<svg viewBox="0 0 320 320" width="320" height="320"><rect width="320" height="320" rx="12" fill="#fff"/>'
    dessins(
        f"{svg}{dots}</svg>",
        french("Un anneau : des points bleus en rond, et des points gris autour et au milieu"),
        320,
    )


def dot(x: float, y: float, blue: bool) -> str:
    across, down = 160 + 146 * x, 160 - 146 * y
    if blue:
        return f'<circle cx="{across:.1f}" cy="{down:.1f}" r="7.5" fill="{BLUE}"/>'
    return f'<circle cx="{across:.1f}" cy="{down:.1f}" r="4" fill="#b9c3da"/>'


@dataclass(frozen=True)
class Tour:
    """A tower: its way in, one filter per floor, its way out.

    `reglages` maps names to tables, which learning replaces; `etages` are the filters of the floors, bottom to top.
    """

    reglages: dict[str, Table]

    @property
    def etages(self) -> list[Table]:
        return [table for name, table in self.reglages.items() if name.startswith("etage")]


def nouvelle_tour(etages: int) -> Tour:
    """A tower of so many floors, with random settings."""
    dice = random.Random(SEED)
    tables = {"entree": drawn(dice, SIZE, 3, 1.0)}
    tables |= {f"etage_{n}": drawn(dice, SIZE, SIZE, 0.5) for n in range(etages)}
    return Tour(tables | {"sortie": drawn(dice, 2, SIZE, 0.3)})


def drawn(dice: random.Random, rows: int, columns: int, spread: float) -> Table:
    return [[dice.gauss(0, spread) for _ in range(columns)] for _ in range(rows)]


def apprend(tour: Tour, tours: int = 200) -> Callable[[int], float]:
    """A step for `entraine`: the tower looks at every point of the drawing, and every setting is corrected a little."""
    from engine.optimisers import Adam, linear_decay
    from engine.shares import cross_entropy
    from engine.tape import Matrix, Tape

    points = square(GRID)
    cards, answers = Matrix([[x, y, 1.0] for x, y in points]), [int(inside(x, y)) for x, y in points]
    adam = Adam(list(tour.reglages))

    def un_tour(numero: int) -> float:
        tape, tables = Tape(), {name: Matrix(rows) for name, rows in tour.reglages.items()}
        scores = tape.linear(climbed(tape, cards, tables), tables["sortie"])
        loss, slopes = cross_entropy(scores.rows, answers)
        tape.backward(scores, slopes)
        gradients = {name: table.grad for name, table in tables.items()}
        adam.step(tour.reglages, gradients, linear_decay(RATE, min(numero, tours - 1), tours))
        return loss

    return un_tour


def climbed(tape: Any, cards: Any, tables: Mapping[str, Any]) -> Any:
    """What the engine's own floors make of these cards, one per row."""
    from engine.tape import Matrix

    x, ones = tape.linear(cards, tables["entree"]), Matrix([[1.0] * SIZE])
    for name, table in tables.items():
        if name.startswith("etage"):
            x = tape.add(x, tape.gelu(tape.linear(tape.layernorm(x, ones, None), table)))
    return x


def peins(empiler: Callable | None, tour: Tour) -> None:
    """What the tower has understood, painted with the pupil's own functions, and the share of points that are right."""
    missing = call(empiler, ([0.0] * SIZE, tour.etages))[1]
    answers, missing = (None, missing) if missing else call(answers_of, (empiler, tour, square(FINE)))
    if missing:
        carte("pense", *missing)
        return
    if not all(isinstance(answer, bool) for answer in answers):
        carte("pense", "Je ne peux pas peindre ces réponses.", "Vérifie d'abord l'exercice 8.3.")
        return
    if not agrees(empiler, tour):
        carte("pense", "Ta tour et le moteur ne sont pas d'accord.", "Vérifie d'abord les exercices 8.1, 8.2 et 8.3.")
        return
    right = sum(answer == inside(x, y) for answer, (x, y) in zip(answers, square(FINE), strict=True))
    share = 100 * right / len(answers)
    words = f"{floors_of(tour)} : {share:.0f} % du dessin est juste."
    page = f"{image(painted(answers), french(words), 300)}<b style='display: block'>{french(words)}</b>"
    affiche(french(words), cadre(page))


def agrees(stack: Callable, tower: Tour) -> bool:
    """Does the pupil's tower compute what the engine trained? Else its painting would mean nothing."""
    from engine.tape import Matrix, Tape

    points = square(3)
    tables = {name: Matrix(rows) for name, rows in tower.reglages.items()}
    expected = climbed(Tape(), Matrix([[x, y, 1.0] for x, y in points]), tables).rows
    return close([card_after(stack, tower, x, y) for x, y in points], expected, 1e-6)


def card_after(stack: Callable, tower: Tour, x: float, y: float) -> list[float]:
    return stack([a * x + b * y + c for a, b, c in tower.reglages["entree"]], tower.etages)


def floors_of(tower: Tour) -> str:
    count = len(tower.etages)
    return f"{count} étage{'s' if count > 1 else ''}"


def answers_of(stack: Callable, tower: Tour, points: Sequence[tuple[float, float]]) -> list[bool]:
    """Blue or not, for each point, through the pupil's `empiler`."""
    answers = []
    for x, y in points:
        card = card_after(stack, tower, x, y)
        outside, blue = (sum(w * v for w, v in zip(row, card, strict=True)) for row in tower.reglages["sortie"])
        answers.append(blue > outside)
    return answers


def painted(answers: Sequence[bool]) -> str:
    """A square painted cell by cell, and the outline of the ring that was to be found."""
    side, cells = 300 / FINE, []
    for rank, answer in enumerate(answers):
        x, y = rank % FINE * side, rank // FINE * side
        colour = PALE if answer else "#fff"
        cells.append(
            f'<rect x="{x:.1f}" y="{y:.1f}" width="{side + 0.3:.1f}" height="{side + 0.3:.1f}" fill="{colour}"/>'
        )
    scale = 150 * (FINE - 1) / FINE
    rings = "".join(
        f'<circle cx="150" cy="150" r="{scale * radius:.1f}" fill="none" stroke="{INK}" stroke-width="2"'
        ' stroke-dasharray="5 6"/>'
        for radius in (INNER, OUTER)
    )
    return f'<svg viewBox="0 0 300 300" width="300" height="300">{"".join(cells)}{rings}</svg>'


def porte(gelu: Callable | None) -> None:
    """What goes through relu's door and through the pupil's, for numbers from -4 to 4."""
    numbers = [n / 10 for n in range(-40, 41)]
    soft, missing = call(gelu, (numbers,))
    if missing:
        carte("pense", *missing)
        return
    if len(soft) != len(numbers) or not all(isinstance(v, float | int) and abs(v) < 9 for v in soft):
        carte("pense", "Je ne peux pas dessiner ta porte.", "Il me faut un nombre pour chaque case.")
        return
    hard = [max(v, 0.0) for v in numbers]
    rows = [
        f"{virgule(float(v), 0)} : relu {virgule(hard[i])}, gelu {virgule(float(soft[i]))}" for i, v in marks(numbers)
    ]
    affiche(french("\n".join(rows)), cadre(image(doors(numbers, hard, soft), french("; ".join(rows)), 460)))


def marks(numbers: Sequence[float]) -> list[tuple[int, float]]:
    return [(i, v) for i, v in enumerate(numbers) if v == int(v) and abs(v) <= 3]


def doors(numbers: Sequence[float], hard: Sequence[float], soft: Sequence[float]) -> str:
    def line(values: Sequence[float], colour: str, dash: str) -> str:
        path = "".join(
            f"{'L' if i else 'M'}{230 + 52 * v:.1f} {220 - 46 * w:.1f}"
            for i, (v, w) in enumerate(zip(numbers, values, strict=True))
        )
        return f'<path d="{path}" fill="none" stroke="{colour}" stroke-width="3.4" stroke-dasharray="{dash}"/>'

    axes = '<path d="M16 220H446M230 20V262" stroke="#7e8aaa" stroke-width="1.6"/>'
    ticks = "".join(
        f'<text x="{230 + 52 * v:.0f}" y="242" text-anchor="middle" fill="#465172">{v}</text>'
        for v in (-3, -2, -1, 1, 2, 3)
    )
    names = (
        f'<path d="M40 46h34" stroke="#c46a00" stroke-width="3.4" stroke-dasharray="8 6"/>'
        f'<text x="84" y="51" fill="{INK}">relu</text><path d="M40 76h34" stroke="{BLUE}" stroke-width="3.4"/>'
        f'<text x="84" y="81" fill="{INK}">gelu</text>'
    )
    return (
        f'<svg viewBox="0 0 460 276" width="460" height="276" {FONT}>'
        '<rect width="460" height="276" rx="10" fill="#fff"/>'
        f"{axes}{ticks}{line(hard, '#c46a00', '8 6')}{line(soft, BLUE, '')}{names}</svg>"
    )


def apprend_prenoms(prenoms: Sequence[str], etages: int, tours: int = 500) -> Callable[[int], float]:
    """A step for `entraine`: a mini-GPT of so many floors, with LayerNorm and GELU, reads one first name."""
    from engine.config import Config, parameters
    from engine.learner import MatrixLearner
    from engine.optimisers import linear_decay
    from engine.vocabulary import ALPHABET

    config = Config(n_embd=NAMES_SIZE, n_head=NAMES_HEADS, n_layer=etages, norm="layernorm", activation="gelu")
    learner, losses = MatrixLearner(config, parameters(config)), []
    names = random.Random(SEED).sample(list(prenoms), len(prenoms))

    def un_prenom(numero: int) -> float:
        ids = ALPHABET.tokens(names[numero % len(names)])[: config.block_size + 1]
        losses.append(learner.learn(ids, linear_decay(NAMES_RATE, min(numero, tours - 1), tours)))
        return sum(losses[-LAST:]) / len(losses[-LAST:])

    return un_prenom
