"""French typography, applied once to every sentence, so that authors type plain spaces."""

import re

NBSP, NARROW = "\u00a0", "\u202f"


def french(text: str) -> str:
    """No-break space before « : » and inside « », narrow one before ; ! ?, curly apostrophes; `code` is left alone.

    >>> french("Presque ! Regarde l'exemple : `a : b`") == "Presque\\u202f! Regarde l’exemple\\u00a0: `a : b`"
    True
    """
    pieces = re.split(r"(`[^`]*`)", text)
    return "".join(piece if piece.startswith("`") else _prose(piece) for piece in pieces)


def _prose(text: str) -> str:
    text = re.sub(r"[ \u00a0]([;!?])", NARROW + r"\1", text)
    text = re.sub(r" ([:»%])", NBSP + r"\1", text)
    text = text.replace("« ", "«" + NBSP)
    return re.sub(r"(?<=\w)'(?=\w)", "’", text)


def number(value: float) -> str:
    """A number as prose shows it: decimal comma, at most 3 decimals.

    >>> number(0.8333333), number(5.0)
    ('0,833', '5')
    """
    return f"{value:.3f}".rstrip("0").rstrip(".").replace(".", ",")
