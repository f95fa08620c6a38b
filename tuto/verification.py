"""`verifie`: the check under every « À toi de jouer »."""

from collections.abc import Callable

from tuto.affichage import carte
from tuto.essais import NOT_READY, incomplete
from tuto.seance import SESSION


def verifie(fonction: Callable | str | None) -> None:
    """Judge one answer of the lesson, and explain."""
    if fonction is None:
        carte("pense", *NOT_READY)
        return
    if isinstance(fonction, str):
        name, answer = fonction, SESSION.names.get(fonction)
    else:
        name, answer = fonction.__name__, fonction
        if blank := incomplete(fonction, name, set()):
            carte("pense", f"Il reste un trou dans {blank}.", NOT_READY[1])
            return
    try:
        from exercises.in_kernel import verify

        verify(SESSION.lesson, name, answer)
    except ImportError:
        carte("info", "Je ne peux pas vérifier ici.")
    except AssertionError as said:
        carte("pense", "Presque !", str(said))
    else:
        carte("bravo", "C'est juste !")
