"""`commence`: the first cell of every lesson."""

from tuto import fiche, secours
from tuto.affichage import carte
from tuto.memoire import retrouve
from tuto.seance import SESSION, calling_frame, passed_key


def commence(lecon: str) -> None:
    """Begin a lesson: its functions that were not run yet become None, so that the demos can speak kindly."""
    SESSION.lesson, SESSION.names, SESSION.sheet = lecon, calling_frame().f_globals, fiche.find(lecon)
    SESSION.tries.clear()
    secours.install()
    kept = retrouve(passed_key(lecon), [])
    SESSION.passed = {name for name in kept if fiche.item(SESSION.sheet, name)} if isinstance(kept, list) else set()
    for name in SESSION.exercises:
        SESSION.names.setdefault(name, None)
    if SESSION.passed:
        done = "1 case est déjà juste" if len(SESSION.passed) == 1 else f"{len(SESSION.passed)} cases sont déjà justes"
        carte("bravo", "Te revoilà !", f"{done}. Exécute le cahier de haut en bas, puis continue.")
    else:
        carte("bravo", "Tout est prêt. À toi !", "Je m'appelle Point. Je serai là à chaque étape.")
