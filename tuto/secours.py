"""When a cell of the notebook stops: Point explains in French, above Python's own last line."""

import linecache
from traceback import FrameSummary

from tuto.affichage import affiche, card, jupyter
from tuto.cahier import is_made_elsewhere
from tuto.erreurs import explain_error
from tuto.essais import STOPPED, pupils_place, words_around


def install() -> None:
    """From now on, in this kernel. Outside Jupyter, Python speaks for itself."""
    if shell := jupyter():
        shell.set_custom_exc((Exception, KeyboardInterrupt), explain)


def explain(shell, kind: type, error: BaseException, traceback, tb_offset=None) -> None:
    """IPython's hook. The cell still ends with an error, so that whoever runs notebooks sees it too."""
    if not isinstance(error, AssertionError):  # a check that says itself what it wants
        affiche(*card(*first_aid(error)))
    if isinstance(error, SyntaxError):
        shell.showtraceback((kind, error, traceback), exception_only=True)
    else:  # the same without its English line about %tb
        shell._showtraceback(kind, error, shell.InteractiveTB.get_exception_only(kind, error))


def first_aid(error: BaseException) -> tuple:
    if isinstance(error, KeyboardInterrupt):
        return "info", "Tu as arrêté la case.", STOPPED
    if isinstance(error, SyntaxError):
        cell = "".join(linecache.getlines(error.filename or "")) or error.text or ""
        error = read_by_python(error, cell)
        line, words = error.lineno or 0, (error.text or "").strip()
        said = explain_error(type(error).__name__, error.msg, line, cell)
    else:
        place = pupils_place(error)
        line, words = (place.lineno, place.line) if place else (0, "")
        said = not_run(error, place) or explain_error(type(error).__name__, str(error), line, words_around(place))
    return "pense", "Python s'est arrêté en route.", said, *([("La ligne :", words)] if words else [])


def not_run(error: BaseException, place: FrameSummary | None) -> str:
    """A name that another cell of the notebook makes is not misspelt: that cell was skipped."""
    name = error.name if place and isinstance(error, NameError) else None
    if not name or not is_made_elsewhere(name, "".join(linecache.getlines(place.filename))):
        return ""
    return f"Ligne {place.lineno} : exécute d'abord la case qui crée `{name}`."


def read_by_python(error: SyntaxError, cell: str) -> SyntaxError:
    """IPython only says that a cell left open is « incomplete »; Python itself says what was opened, and where."""
    if error.msg == "incomplete input":
        try:
            compile(cell, "<case>", "exec")
        except SyntaxError as better:
            return better
    return error
