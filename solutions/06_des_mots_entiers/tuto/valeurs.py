"""Values written as JSON in the lesson's sheet, read back. Same form as autograder/wire.py, which writes them.

Lists, numbers, texts, booleans and null are themselves; the rest is an object with one tag:
{"t": [...]} tuple, {"s": [...]} set, {"d": [[key, value], ...]} dict, {"f": "inf"} a float that is not finite.
"""

import math
from typing import Any


def read_value(written: Any) -> Any:
    """
    >>> read_value({"d": [["a", {"t": [1, 2.5]}]]})
    {'a': (1, 2.5)}
    """
    if isinstance(written, list):
        return [read_value(item) for item in written]
    if not isinstance(written, dict):
        return written
    ((tag, body),) = written.items()
    if tag == "t":
        return tuple(read_value(item) for item in body)
    if tag == "s":
        return {read_value(item) for item in body}
    if tag == "d":
        return {read_value(key): read_value(item) for key, item in body}
    return float(body)


def close(a: Any, b: Any, tolerance: float = 1e-9) -> bool:
    """The same value, kind on the last digit of a float: an int is worth a float, True is not 1, a list is no tuple.

    >>> close([1, 0.1 + 0.2], [1.0, 0.3]), close(True, 1), close([1], (1,))
    (True, False, False)
    """
    if is_number(a) and is_number(b):
        return close_numbers(a, b, tolerance)
    if isinstance(a, dict) and isinstance(b, dict):
        return a.keys() == b.keys() and all(close(a[key], b[key], tolerance) for key in a)
    if type(a) is not type(b):
        return False
    if isinstance(a, (list, tuple)):
        return len(a) == len(b) and all(close(x, y, tolerance) for x, y in zip(a, b, strict=True))
    return a == b


def is_number(value: Any) -> bool:
    return isinstance(value, (int, float)) and not isinstance(value, bool)


def close_numbers(a: float, b: float, tolerance: float) -> bool:
    if isinstance(a, int) and isinstance(b, int):
        return a == b
    try:
        a, b = float(a), float(b)
    except OverflowError:
        return False
    if not (math.isfinite(a) and math.isfinite(b)):
        return a == b
    return abs(a - b) <= tolerance * max(1.0, abs(a), abs(b))


def has_twins(value: Any) -> bool:
    """Two rows of the answer are one and the same list or dict: writing in one would write in the other."""
    rows = value.values() if isinstance(value, dict) else value if isinstance(value, (list, tuple)) else ()
    identities = [id(row) for row in rows if isinstance(row, (list, dict))]
    return len(set(identities)) < len(identities)
