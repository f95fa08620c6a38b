"""`verifie`: the check under every « À toi de jouer ».

Two judges, one display: the class's where the project is installed (see classe.py), else the lesson's public examples
(see exemples.py). A blank left, a function not run yet, nothing returned, an error: a card, never a traceback.
"""

import inspect
import re
from collections.abc import Callable
from typing import Any

from tuto import classe, fiche
from tuto.affichage import carte
from tuto.erreurs import explain_error
from tuto.essais import incomplete, is_lent, words_of
from tuto.exemples import Verdict, judge_examples
from tuto.historique import history
from tuto.resultat import show_verdict
from tuto.seance import SESSION, calling_frame
from tuto.typographie import french

BY_CLASS = "Vérifié par le correcteur de la classe."
IN_PUBLIC = "Essayé sur les exemples publics seulement."
RUN_IT = "Remplis la case À toi de jouer, exécute-la, puis reviens ici."


def verifie(reponse: Callable | str | None) -> None:
    """Judge one answer of the lesson and explain: `verifie(entourer)`, or `verifie("quiz_1")`."""
    name = asked(reponse)
    item = fiche.item(SESSION.sheet, name)
    if item is None:
        carte("pense", "Je ne sais pas vérifier cela.", "Exécute la première case du cahier, puis reviens ici.")
    elif is_lent(SESSION.names.get(name)):
        carte("info", "C'est encore la version prêtée.", "Exécute ta case À toi de jouer pour essayer la tienne.")
    elif SESSION.names.get(name) is None and not last_version(name):
        carte("pense", f"`{name}` n'est pas encore prêt.", RUN_IT)
    else:
        try:
            judge(name, item)
        except KeyboardInterrupt:
            carte("info", "Tu as arrêté la vérification.", "Une boucle qui ne finit pas ? Relis-la, puis recommence.")


def judge(name: str, item: dict[str, Any]) -> None:
    """Ask the class's judge; where it is not, try the public examples. Then say who answered."""
    try:
        verdict, who = classe.ask(name), BY_CLASS
    except classe.NoJudge as why:
        verdict, who = public_verdict(name), f"{why} {IN_PUBLIC}".strip()
    show_verdict(item, verdict, who)


def asked(answer: Callable | str | None) -> str:
    """The name of the exercise. A function not run yet is None: the name stands in the cell that calls us."""
    if isinstance(answer, str):
        return answer
    names = [word for word in calling_frame().f_code.co_names if fiche.item(SESSION.sheet, word)]
    meant = [name for name in names if SESSION.names.get(name) is answer]
    return meant[0] if len(meant) == 1 else getattr(answer, "__name__", "")


def last_version(name: str) -> str:
    """The last cell that was run and defines this answer; "" when there is none."""
    defines = re.compile(rf"^(?:def\s+{re.escape(name)}\s*\(|{re.escape(name)}\s*=(?!=))", re.MULTILINE)
    return next((code for code in reversed(history()) if defines.search(code)), "")


def public_verdict(name: str) -> Verdict:
    """What the public examples say, once there is a function to try."""
    SESSION.sheet = fiche.with_examples(SESSION.sheet)
    item, code, answer = fiche.item(SESSION.sheet, name), last_version(name), SESSION.names.get(name)
    if "raisons" in item:
        return question_verdict(item, answer)
    if said := does_not_compile(code):
        return Verdict("raised", french(said))
    if not callable(answer):
        return Verdict("wrong", french(f"`{name}` doit être une fonction : garde la première ligne, `def {name}(…):`."))
    if blank := incomplete(answer, name, set()):
        return Verdict("not_attempted", french(f"Il reste un trou dans `{blank}` : cherche `____`."))
    if first := unfinished(answer, name):
        return Verdict("not_attempted", french(f"`{name}` se sert de `{first}`. Reprends d'abord `{first}`."))
    return judge_examples(SESSION.sheet, item, answer, code or source_of(answer))


def question_verdict(question: dict[str, Any], answer: object) -> Verdict:
    key = answer.strip().lower() if isinstance(answer, str) else ""
    if answer is None:
        return Verdict("not_attempted", french("Ta réponse manque encore : remplace le trou, puis exécute la case."))
    if key not in question["raisons"]:
        keys = ", ".join(f'`"{key}"`' for key in question["raisons"])
        return Verdict("wrong", french(f"Réponds par une seule lettre entre guillemets : {keys}."))
    reason = question["raisons"][key]
    right = key == question["juste"]
    return Verdict("passed" if right else "wrong", french(f"C'est juste ! {reason}" if right else reason))


def does_not_compile(code: str) -> str | None:
    """What to say of a cell that Python could not read."""
    try:
        compile(code, "<case>", "exec")
    except SyntaxError as error:
        return explain_error(type(error).__name__, error.msg, error.lineno or 0, code)
    return None


def unfinished(function: Callable, name: str) -> str | None:
    """Another exercise that this function uses and that does not pass yet."""
    sheet = SESSION.sheet
    used = words_of(function.__code__) if hasattr(function, "__code__") else ()
    for other in sorted(set(used) & set(SESSION.exercises) - {name}):
        if judge_examples(sheet, fiche.item(sheet, other), SESSION.names[other]).outcome != "passed":
            return other
    return None


def source_of(function: Callable) -> str:
    try:
        return inspect.getsource(function)
    except (OSError, TypeError):
        return ""
