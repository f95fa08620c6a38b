"""Is this answer the expected one? Strict on types, kind on the last digit of a float."""

import math
from typing import Any

from autograder.answer import Answer

TOLERANCE = 1e-9


def close(a: Any, b: Any, tolerance: float = TOLERANCE) -> bool:
    """Structural comparison: an int is worth a float; True is not 1, a list is not a tuple.

    >>> close([1, 0.1 + 0.2], [1.0, 0.3]), close(True, 1), close([1], (1,))
    (True, False, False)
    """
    if is_number(a) and is_number(b):
        return close_numbers(a, b, tolerance)
    if type(a) is not type(b):
        return False
    if isinstance(a, (list, tuple)):
        return len(a) == len(b) and all(close(x, y, tolerance) for x, y in zip(a, b, strict=True))
    if isinstance(a, dict):
        return a.keys() == b.keys() and all(close(a[key], b[key], tolerance) for key in a)
    return a == b


def is_number(value: Any) -> bool:
    return isinstance(value, (int, float)) and not isinstance(value, bool)


def close_numbers(a: float, b: float, tolerance: float) -> bool:
    """|a - b| <= tolerance × max(1, |a|, |b|); never NaN; integers of any size compare exactly."""
    if isinstance(a, int) and isinstance(b, int):
        return a == b
    try:
        a, b = float(a), float(b)
    except OverflowError:
        return False
    if math.isnan(a) or math.isnan(b):
        return False
    if math.isinf(a) or math.isinf(b):
        return a == b
    return abs(a - b) <= tolerance * max(1.0, abs(a), abs(b))


def same(a: Answer, b: Answer) -> bool:
    """Same value, same exception, same traces left on the arguments, same shared rows."""
    if a.raised or b.raised:
        return bool(a.raised and b.raised) and a.raised.kind == b.raised.kind
    try:
        return a.twins == b.twins and close(a.value, b.value) and close(a.args_after, b.args_after)
    except RecursionError:  # a list that contains itself, which only happens without the sandbox
        return False
