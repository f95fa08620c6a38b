"""What comes from a browser or out of a pupil's program, made fit for every database."""

import math
from typing import Any


def storable(value: Any) -> Any:
    """The same value without what PostgreSQL refuses in a text (NUL, half a character) or in JSON (NaN, infinity).

    >>> storable({"a\\x00": ["\\ud800", float("nan")]})
    {'a': ['?', None]}
    """
    if isinstance(value, str):
        return value.replace("\x00", "").encode("utf-8", "replace").decode("utf-8")
    if isinstance(value, float):
        return value if math.isfinite(value) else None
    if isinstance(value, dict):
        return {storable(key): storable(content) for key, content in value.items()}
    return [storable(content) for content in value] if isinstance(value, list) else value
