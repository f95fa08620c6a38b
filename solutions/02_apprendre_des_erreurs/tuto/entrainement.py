"""Train with a live bar and curve. Stop keeps everything done so far."""

import math
import time
from collections.abc import Callable
from dataclasses import dataclass
from itertools import count

from tuto.affichage import carte, jupyter, lesson_page, show
from tuto.barres_et_courbes import curve
from tuto.essais import NOT_READY, NotReady, incomplete, name_of, stopped_card
from tuto.typographie import french, virgule

REFRESH = 0.4  # seconds between two drawings
NUMBERS = count(1)


@dataclass(frozen=True)
class Courbe:
    """The losses of a training, turn after turn. `finie`: it went to its end."""

    pertes: tuple[float, ...]
    finie: bool

    def __len__(self):
        return len(self.pertes)

    def __iter__(self):
        return iter(self.pertes)

    def __getitem__(self, place):
        return self.pertes[place]

    def __repr__(self):
        if not self.pertes:
            return "Courbe vide"
        return french(f"Courbe de {virgule(len(self))} tours : {virgule(self.pertes[0])} → {virgule(self.pertes[-1])}")


def entraine(
    pas: Callable[[int], float], tours: int, *, titre: str = "", affiche_tous_les: int = 0, reperes: dict | None = None
) -> Courbe:
    """Run `pas(number)`, which gives the loss, `tours` times, and draw it live.

    affiche_tous_les   turns between two drawings; by default, a few a second
    """
    if blank := incomplete(pas, name_of(pas), set()):
        carte("pense", *(NOT_READY if pas is None else (f"Il reste un trou dans `{blank}`.", NOT_READY[1])))
        return Courbe((), False)
    board, losses, missing = Board(titre, tours, affiche_tous_les, reperes or {}), [], None
    try:
        for number in range(tours):
            loss = pas(number)
            if missing := unusable(loss):
                break
            losses.append(loss)
            board.draw(losses)
        else:
            if losses:
                board.draw(losses, last=True)  # here, so that « Stop » while it draws loses no turn
    except KeyboardInterrupt:
        missing = ("info", "Tu as arrêté l'entraînement.", kept_turns(len(losses)))
    except NotReady as waits:
        missing = ("pense", *waits.missing)
    except (OverflowError, ValueError) as error:
        missing = TOO_FAST if exploded(error) else ("pense", *stopped_card(error))
    except Exception as error:
        missing = ("pense", *stopped_card(error))
    if missing:
        if losses:
            board.draw(losses, last=True)
        carte(*missing)
    return Courbe(tuple(losses), missing is None)


def kept_turns(count: int) -> str:
    if count < 2:
        return "Le premier tour est gardé." if count else "Il n'avait pas encore commencé."
    return f"Les {virgule(count)} tours déjà faits sont gardés."


TOO_FAST = (
    "pense",
    "Ta vitesse est trop grande.",
    "Le modèle saute trop loin à chaque pas, et ses nombres explosent.",
    "Choisis une vitesse plus petite, puis recommence.",
)


def exploded(error: Exception) -> bool:
    """math.log(0), math.exp(1000): the numbers went too far."""
    return isinstance(error, OverflowError) or "math domain" in str(error) or "positive input" in str(error)


def unusable(loss: object) -> tuple | None:
    if loss is None:
        return "pense", "Je ne reçois aucune perte.", "Il manque sûrement `return` à la fin de la fonction."
    if isinstance(loss, bool) or not isinstance(loss, (int, float)):
        return "pense", "La perte doit être un nombre.", "Regarde ce que ta fonction renvoie."
    return None if math.isfinite(loss) else TOO_FAST


class Board:
    """The live display: redrawn in place in Jupyter, a line now and then elsewhere."""

    def __init__(self, title: str, turns: int, every: int, levels: dict):
        self.title, self.turns, self.every, self.levels = title, turns, every, levels
        self.place, self.shown, self.drawn = f"entraine-{next(NUMBERS)}", False, 0.0
        self.live = bool(jupyter() or lesson_page())

    def due(self, done: int) -> bool:
        if self.every:
            return done % self.every == 0 or done == 1
        if self.live:
            return time.monotonic() - self.drawn >= REFRESH
        return done == 1 or done % max(1, self.turns // 10) == 0

    def draw(self, losses: list[float], last: bool = False) -> None:
        if not last and not self.due(len(losses)):
            return
        self.drawn = time.monotonic()
        state = f"{virgule(len(losses))} tours sur {virgule(self.turns)} · perte {virgule(float(losses[-1]))}"
        if not self.live:
            if not last:
                print(state)
            return
        bar = f'<div><progress value="{len(losses)}" max="{self.turns}"></progress> {state}</div>'
        text, page = curve({"": list(map(float, losses))}, self.title, "tours", "perte", self.levels, bar)
        show(f"{state}\n{text}", page, self.place, self.shown)
        self.shown = True
