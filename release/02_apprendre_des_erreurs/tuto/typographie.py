"""Text for pupils: French typography, values as they type them, numbers as prose shows them."""

import re

NBSP, NARROW = "\u00a0", "\u202f"


def french(text: str) -> str:
    """No-break space before « : » and inside « », narrow one before ; ! ?, curly apostrophes; `code` is left alone.

    >>> french("Presque ! L'exemple : `a : b`") == "Presque\\u202f! L’exemple\\u00a0: `a : b`"
    True
    """
    pieces = re.split(r"(`[^`]*`)", text)
    return "".join(piece if piece.startswith("`") else _prose(piece) for piece in pieces)


def _prose(text: str) -> str:
    text = re.sub(r"[ \u00a0]([;!?])", NARROW + r"\1", text)
    text = re.sub(r" ([:»%])", NBSP + r"\1", text)
    text = text.replace("« ", "«" + NBSP)
    return re.sub(r"(?<=\w)'(?=\w)", "’", text)


def ecrit(valeur: object, plus_long: int = 160) -> str:
    """A value as a pupil would type it, floats to 4 decimals, cut when it is long.

    >>> ecrit({"a": 2 / 3})
    '{"a": 0.6667}'
    """
    text = _source(valeur)
    return text if len(text) <= plus_long else text[: plus_long - 10] + "…"


def _source(value: object) -> str:
    kind = type(value)
    if kind is float:
        return repr(round(value, 4))
    if kind is str:
        return repr(value) if '"' in value else f'"{repr(value)[1:-1]}"'.replace("\\'", "'")
    if kind is list:
        return "[" + ", ".join(map(_source, value)) + "]"
    if kind is tuple:
        return "(" + ", ".join(map(_source, value)) + ("," if len(value) == 1 else "") + ")"
    if kind is dict:
        return "{" + ", ".join(f"{_source(key)}: {_source(item)}" for key, item in value.items()) + "}"
    return getattr(value, "__name__", None) or repr(value)


def virgule(nombre: float, chiffres: int = 2) -> str:
    """A number as French prose shows it: a comma, and a narrow no-break space between thousands.

    >>> virgule(3.2958), virgule(7), virgule(1328) == "1\\u202f328"
    ('3,30', '7', True)
    """
    if isinstance(nombre, float):
        words = f"{nombre:,.{chiffres}f}".replace("nan", "?").replace("inf", "∞")
        return words.replace(",", NARROW).replace(".", ",")
    return f"{nombre:,}".replace(",", NARROW) if isinstance(nombre, int) else str(nombre)
