"""« Mode mon code »: train a mini-GPT through the pupil's own functions.

`mesure` sends the engine's numbers `V`, which remember how they were made, through the pupil's `mini_gpt` and all that
it calls; `corrige` follows that thread back and moves every number a little. The only knob is the rate, `vitesse`.
"""

import builtins
import math
import operator
from collections.abc import Callable
from dataclasses import dataclass
from types import FunctionType, SimpleNamespace
from typing import Any

from tuto.affichage import carte
from tuto.cerveau import Brain, numeros, unreadable
from tuto.essais import call
from tuto.typographie import virgule


@dataclass(frozen=True)
class Mesure:
    """A loss that remembers its calculation: its value, the end of the thread, the numbers at its start by table."""

    perte: float
    bout: Any
    reglages: dict[str, list]
    calculs: int


def mesure(modele: Callable, P: Brain, prenom: str) -> Mesure:
    """Have the pupil's model guess every letter of this word, with numbers that remember their calculation."""
    from engine.my_code import on_tape, word_loss
    from engine.scalar import LogOfZero

    tape: list = []
    leaves: dict[str, list] = {name: [] for name in P}
    numbers = {name: on_tape(table, tape, leaves[name]) for name, table in P.items()}
    try:
        end = word_loss(with_memory(modele), numbers, numeros(prenom))
    except LogOfZero as error:
        raise OverflowError("a probability fell to 0: the model exploded") from error
    return Mesure(end.data, end, leaves, len(tape))


def corrige(P: Brain, erreur: Mesure, vitesse: float) -> float:
    """Follow the thread back, then move every number of `P` by -vitesse x its slope. Gives the loss before the step."""
    from engine.scalar import backward

    backward(erreur.bout)
    better = {}
    for name, leaves in erreur.reglages.items():
        if leaves:
            moved_numbers = iter([leaf.data - vitesse * leaf.grad for leaf in leaves])
            better[name] = [[next(moved_numbers) for _ in row] for row in P[name]]
    P.update(better)  # all the tables at once: a Stop never leaves half a step
    return erreur.perte


def with_memory(function: Callable) -> Callable:
    """The same function, and all those of its notebook that it may call, with a `math` that accepts numbers `V`.

    `math.sqrt(V)` would stop, and turning V into a plain number would cut the thread. So `math` and its functions are
    replaced wherever the notebook knows them, whichever way they were imported.
    """
    ours = lent_functions()
    calculator = SimpleNamespace(**vars(math) | {old.__name__: new for old, new in ours})

    def imported(name: str, *where: Any) -> Any:
        return calculator if name == "math" else builtins.__import__(name, *where)

    home = function.__globals__
    lent = home | {"__builtins__": vars(builtins) | {"__import__": imported}}
    for name, thing in home.items():
        if thing is math:
            lent[name] = calculator
        elif isinstance(thing, FunctionType) and thing.__globals__ is home:
            lent[name] = at_home_in(lent, thing)
        else:
            lent[name] = next((new for old, new in ours if thing is old), lent[name])
    return at_home_in(lent, function)


def lent_functions() -> tuple[tuple[Callable, Callable], ...]:
    """(function of `math`, the same for numbers V)."""
    from engine import scalar

    ours = (scalar.exp, scalar.log, scalar.sqrt, operator.pow, sum, abs)
    return tuple(zip((math.exp, math.log, math.sqrt, math.pow, math.fsum, math.fabs), ours, strict=True))


def at_home_in(names: dict[str, Any], function: FunctionType) -> FunctionType:
    """A copy of this function that looks its words up in `names`."""
    copy = FunctionType(function.__code__, names, function.__name__, function.__defaults__, function.__closure__)
    copy.__kwdefaults__ = function.__kwdefaults__
    return copy


def fil(modele: Callable | None, P: Brain, prenom: str) -> None:
    """Measure one word, follow the thread back, and say how many numbers of each table know how to move."""
    from engine.scalar import backward

    error, missing = measured(modele, P, prenom)
    if missing:
        carte("pense", *missing)
        return
    backward(error.bout)
    reached = {name: sum(leaf.grad != 0 for leaf in leaves) for name, leaves in error.reglages.items() if leaves}
    if unused := [f'`P["{name}"]`' for name, count in reached.items() if not count]:
        where = f"Rien n'arrive jusqu'à {', '.join(unused)} : aucun de ces nombres n'apprendra."
        carte("pense", "Le fil est coupé quelque part.", where, "Ton `mini_gpt` s'en sert-il ? Vérifie l'exercice 5.5.")
        return
    total = sum(map(len, error.reglages.values()))
    partly = {name: count for name, count in reached.items() if count < len(error.reglages[name])}
    carte(
        "bravo",
        f"Perte sur « {prenom} » : {virgule(error.perte)}",
        f"Tes fonctions ont fait {virgule(error.calculs)} calculs, et le fil les relie tous.",
        f"En le remontant, {virgule(sum(reached.values()))} réglages sur {virgule(total)} savent comment bouger :",
        *((f"{name} :", f"{count} sur {len(error.reglages[name])}") for name, count in partly.items()),
        ("les autres tables :", "tous"),
    )


def measured(modele: Callable | None, P: Brain, prenom: str) -> tuple[Mesure | None, tuple | None]:
    """(the loss and its calculation, None), or (None, what is missing)."""
    missing = unreadable(prenom) or call(modele, (P, numeros(prenom)[:-1]))[1]
    if missing:
        return None, missing
    try:
        return mesure(modele, P, prenom), None
    except Exception:  # it works with plain numbers, not with those that remember
        return None, LOST_THREAD


LOST_THREAD = (
    "Le fil des calculs s'est cassé.",
    "Pendant l'entraînement, garde des calculs simples : `+ - * /` et `math.exp`, `math.log`, `math.sqrt`.",
    "Évite `round`, `int` et `float` : ils oublient d'où vient le nombre.",
)
