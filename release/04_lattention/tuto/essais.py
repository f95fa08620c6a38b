"""Try a pupil's function without ever showing a traceback: what it gives, or what is missing, in a card."""

import copy
import linecache
import traceback
from collections.abc import Callable, Iterator
from types import CodeType
from typing import Any

from tuto.affichage import Line, carte
from tuto.erreurs import explain_error
from tuto.seance import SESSION
from tuto.typographie import ecrit
from tuto.valeurs import close

Missing = tuple[str, *tuple[Line, ...]]  # the title and the lines of a card
STOPPED = "Si elle tournait sans fin, quelque chose doit changer à chaque tour."


def essaie(fonction: Callable | None, *entrees: Any) -> Any:
    """What the function gives; when something is missing, Point says what, and the answer is None."""
    if any(entry is None for entry in entrees):
        carte("pense", "Il manque encore une pièce.", "Termine d'abord les cases À toi de jouer d'au-dessus.")
        return None
    value, missing = call(fonction, entrees)
    if missing:
        carte("pense", *missing)
    return value


def montre(fonction: Callable | None, *entrees: Any, attendu: Any = None) -> None:
    """Try the function on one example and compare with what is expected."""
    if is_lent(fonction):
        carte("info", "C'est encore la version prêtée.", "Exécute ta case À toi de jouer pour essayer la tienne.")
        return
    value, missing = call(fonction, entrees)
    if missing:
        carte("pense", *missing)
        return
    question = ("Pour", f"{name_of(fonction)}({', '.join(ecrit(entry) for entry in entrees)})")
    answer = ("tu donnes", ecrit(value))
    if attendu is None:
        carte("info", "Ta fonction répond.", question, answer)
    elif close(value, attendu):
        carte("bravo", "Oui ! Sur cet exemple, c'est ce qu'on attend.", question, answer)
    else:
        carte("pense", "Presque ! Compare les deux.", question, answer, ("on attend", ecrit(attendu)))


def call(function: Callable | None, entries: tuple) -> tuple[Any, Missing | None]:
    """(what the function gives, None), or (None, what is missing). The function works on photocopies."""
    if function is None:
        return None, NOT_READY
    if blank := incomplete(function, name_of(function), set()):
        return None, (
            f"Il reste un trou dans `{blank}`.",
            "Remplis la case À toi de jouer, exécute-la, puis reviens ici.",
        )
    try:
        value = function(*copy.deepcopy(entries))
    except (Exception, KeyboardInterrupt, SystemExit) as error:
        return None, stopped_card(error)
    if value is None:
        return None, (f"`{name_of(function)}` ne rend rien.", "Il manque sûrement `return` à la fin de la fonction.")
    return value, None


def name_of(function: Callable | None) -> str:
    """How to call it in a sentence."""
    return getattr(function, "__name__", "<lambda>").replace("<lambda>", "la fonction")


class NotReady(Exception):
    """Raised by a step of training that waits for something; it carries what to say in the card."""

    def __init__(self, missing: Missing):
        super().__init__(missing[0])
        self.missing = missing


NOT_READY: Missing = (
    "Cette fonction n'est pas encore prête.",
    "Remplis la case À toi de jouer, exécute-la, puis reviens ici.",
)


def stopped_card(error: BaseException) -> Missing:
    """Python's error, in French, with the pupil's line."""
    if isinstance(error, KeyboardInterrupt):
        return "Tu as arrêté la case.", STOPPED
    place = pupils_place(error)
    line = place.line if place else ""
    said = explain_error(type(error).__name__, str(error), code=words_around(place))
    return "Python s'est arrêté en route.", said, *([(f"Dans {place.name} :", line)] if line else [])


def pupils_place(error: BaseException) -> traceback.FrameSummary | None:
    """Where it happened: in the notebook rather than in the kit, in the pupil's cells rather than in given ones."""
    steps = [
        step
        for (frame, _), step in zip(
            traceback.walk_tb(error.__traceback__), traceback.extract_tb(error.__traceback__), strict=True
        )
        if frame.f_globals is SESSION.names
    ]
    own = {step.filename for step in steps if step.name in SESSION.exercises}
    return ([step for step in steps if step.filename in own] or steps or [None])[-1]


def words_around(place: traceback.FrameSummary | None) -> str:
    """The pupil's cell and the names of the notebook: where a misspelt word may come from."""
    cell = "".join(linecache.getlines(place.filename)) if place else ""
    return f"{cell}\n{' '.join(name for name in SESSION.names if not name.startswith('_'))}"


def incomplete(function: Callable | None, name: str, seen: set[CodeType]) -> str | None:
    """The name of the first function that still has a blank, among this one and those of the lesson that it calls."""
    code = getattr(function, "__code__", None)
    if function is None:
        return name
    if code is None or code in seen:
        return None
    seen.add(code)
    words = set(words_of(code))
    if "____" in words:
        return name
    for word in sorted(words):
        if word in SESSION.lent and SESSION.names.get(word) is not function:
            ou_pretee(word)
        if word in SESSION.exercises and (blank := incomplete(SESSION.names.get(word), word, seen)):
            return blank
    return None


def words_of(code: CodeType) -> Iterator[str]:
    """Every global name that a function uses, its inner functions included."""
    yield from code.co_names
    for constant in code.co_consts:
        if isinstance(constant, CodeType):
            yield from words_of(constant)


def prete(nom: str, fonction: Callable, exemples: list[tuple]) -> None:
    """Have `fonction` ready for the pupils who skip the bonus `nom`; `exemples` are inputs to try theirs on."""
    SESSION.lent[nom] = (fonction, exemples)


def ou_pretee(nom: str) -> Callable:
    """The pupil's bonus function if it works; else a lent one, with a word."""
    own = SESSION.names.get(nom)
    lent, examples = SESSION.lent[nom]
    if own is lent or all(close(call(own, example)[0], lent(*copy.deepcopy(example))) for example in examples):
        return own
    SESSION.names[nom] = lent
    carte("info", f"Je te prête la fonction `{nom}`.", "Tu pourras revenir à ce bonus quand tu veux.")
    return lent


def is_lent(function: Callable | None) -> bool:
    return any(function is lent for lent, _ in SESSION.lent.values())
