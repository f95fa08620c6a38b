"""Try a pupil's function without ever showing a traceback: what it gives, or what is missing, in a card."""

import copy
import traceback
from collections.abc import Callable, Iterator
from types import CodeType
from typing import Any

from tuto.affichage import Line, carte
from tuto.erreurs import explain_error
from tuto.seance import SESSION
from tuto.typographie import ecrit

Missing = tuple[str, *tuple[Line, ...]]  # the title and the lines of a card
STOPPED = "Tu as arrêté la case. Si elle tournait sans fin, quelque chose doit changer à chaque tour."


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
    question = ("Pour", f"{fonction.__name__}({', '.join(ecrit(entry) for entry in entrees)})")
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
    if blank := incomplete(function, getattr(function, "__name__", "la fonction"), set()):
        return None, (f"Il reste un trou dans {blank}.", "Remplis la case À toi de jouer, exécute-la, puis reviens ici.")
    try:
        value = function(*copy.deepcopy(entries))
    except (Exception, KeyboardInterrupt) as error:
        return None, stopped_card(error)
    if value is None:
        return None, (f"{function.__name__} ne rend rien.", "Il manque sûrement `return` à la fin de la fonction.")
    return value, None


NOT_READY: Missing = (
    "Cette fonction n'est pas encore prête.",
    "Remplis la case À toi de jouer, exécute-la, puis reviens ici.",
)


def stopped_card(error: BaseException) -> Missing:
    """Python's error, in French, with the pupil's line."""
    if isinstance(error, KeyboardInterrupt):
        return "Tu as arrêté la case.", STOPPED
    places = [frame for frame, _ in traceback.walk_tb(error.__traceback__) if frame.f_globals is SESSION.names]
    steps = traceback.extract_tb(error.__traceback__)
    step = next((step for step in reversed(steps) if places and step.name == places[-1].f_code.co_name), steps[-1])
    line = [(f"Dans {step.name} :", step.line)] if step.line else []
    kind = type(error).__name__
    return "Python s'est arrêté en route.", explain_error(kind, str(error), code=step.line or ""), *line


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


def close(a: Any, b: Any, tolerance: float = 1e-9) -> bool:
    """The same value, kind on the last digit of a float: an int is worth a float, True is not 1, a list is no tuple."""
    if _is_number(a) and _is_number(b):
        return a == b or abs(a - b) <= tolerance * max(1.0, abs(a), abs(b))
    if isinstance(a, dict) and isinstance(b, dict):
        return a.keys() == b.keys() and all(close(a[key], b[key], tolerance) for key in a)
    if type(a) is not type(b):
        return False
    if isinstance(a, (list, tuple)):
        return len(a) == len(b) and all(close(x, y, tolerance) for x, y in zip(a, b, strict=True))
    return a == b


def _is_number(value: Any) -> bool:
    return isinstance(value, (int, float)) and not isinstance(value, bool)
