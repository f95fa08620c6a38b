"""Python's errors, told to a 12-year-old. The sentences are the kit's, so that pupils read the same everywhere."""

from autograder.answer import Raised
from tuto import erreurs


def explain_error(raised: Raised, code: str = "", entry: str = "") -> str:
    """One or two French sentences. `code` helps to find a misspelt word; `entry` is the function asked for."""
    return erreurs.explain_error(raised.kind, raised.detail, raised.line, code, entry)
