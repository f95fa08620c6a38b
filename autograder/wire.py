"""Values as text, for the sandbox's wall: encode what goes in, and decode strictly what comes out.

The text is JSON. Lists, numbers, texts, booleans and null are themselves; the rest is an object with one tag:

    {"t": [...]} tuple    {"s": [...]} set    {"d": [[key, value], ...]} dict    {"f": "nan"} nan, inf, -inf
    {"o": "Fraction"} (out only) a value whose type does not cross

What comes out was written by hostile code: `loads` and `decode` raise WireError, nothing else, within bounded time
and memory, and what they return holds exact builtin types only, and Opaque.
"""

import json
import unicodedata
from math import isfinite
from typing import Any

from autograder.answer import Opaque

FRAME = 1 << 20  # bytes
DEPTH = 40
NODES = 100_000
KEYS = 2_000  # dict keys and set items per frame: hashes of ints are known, 20,000 that collide cost 12 s
KEY_NODES = 8  # inside one key: tuples of -1 and -2 collide too
DIGITS = 1_000
HUGE = 10**DIGITS
NON_FINITE = {"nan", "inf", "-inf"}
ATOMS = (int, bool, type(None))
KEY_TYPES = (str, int, float, bool, type(None), tuple)


class WireError(Exception):
    """The text is not what the protocol allows."""


def clean_text(text: str, cap: int = 4_000) -> str:
    """What may be shown to a person: no control, bidirectional or unassigned character, at most `cap` characters.

    >>> clean_text("total\\u202e = 3\\x1b[2J")
    'total = 3[2J'
    """
    text = text[:cap]
    if text.isascii() and text.isprintable():
        return text
    return "".join(char for char in text if char in "\n\t\u200d" or unicodedata.category(char)[0] != "C")


def encode(value: Any) -> Any:
    """One value of the trusted side as JSON; TypeError for what cannot cross.

    >>> encode({"a": (1, 2.5)})
    {'d': [['a', {'t': [1, 2.5]}]]}
    """
    kind = type(value)
    if value is None or kind in (bool, str):
        return value
    if kind is int and -HUGE < value < HUGE:
        return value
    if kind is float:
        return value if isfinite(value) else {"f": repr(value)}
    if kind is list:
        return [encode(item) for item in value]
    if kind is tuple:
        return {"t": [encode(item) for item in value]}
    if kind is set:
        return {"s": [encode(item) for item in value]}
    if kind is dict:
        return {"d": [[encode(key), encode(item)] for key, item in value.items()]}
    raise TypeError(f"a {kind.__name__} does not cross the sandbox's wall")


def loads(content: bytes) -> Any:
    """JSON in UTF-8, without the liberties of Python's reader."""
    try:
        return json.loads(
            content.decode("utf-8"), parse_constant=_no_constant, parse_int=_int, object_pairs_hook=_pairs
        )
    except (ValueError, RecursionError, MemoryError) as error:
        raise WireError(f"not JSON: {type(error).__name__}") from None


def _no_constant(name: str) -> None:
    raise WireError(f"{name} literal")


def _int(digits: str) -> int:
    if len(digits) > DIGITS + 1:
        raise WireError("integer too long")
    return int(digits)


def _pairs(pairs: list[tuple[str, Any]]) -> dict:
    fields = dict(pairs)
    if len(fields) != len(pairs):
        raise WireError("a field twice")
    return fields


def fields(value: Any, *names: str) -> list:
    """The fields of an object that has exactly these."""
    if type(value) is not dict or value.keys() != set(names):
        raise WireError(f"expected the fields {', '.join(names)}")
    return [value[name] for name in names]


def text(value: Any, cap: int) -> str:
    """A text, cleaned for people."""
    if type(value) is not str:
        raise WireError("expected a text")
    return clean_text(value, cap)


class Decoder:
    """Decodes the values of one frame; the caps are for all of them together."""

    def __init__(self) -> None:
        self.nodes, self.keys = NODES, KEYS

    def decode(self, value: Any, depth: int = 0) -> Any:
        self.spend(1, depth)
        kind = type(value)
        if kind in ATOMS:
            return value
        if kind is float:
            return _finite(value)
        if kind is str:
            return _well_formed(value)
        if kind is list:
            return self.items(value, depth)
        if kind is dict and len(value) == 1:
            ((tag, body),) = value.items()
            return self.tagged(tag, body, depth)
        raise WireError("unknown shape")

    def spend(self, nodes: int, depth: int) -> None:
        self.nodes -= nodes
        if self.nodes < 0 or depth > DEPTH:
            raise WireError("too many values, or too deep")

    def items(self, values: list, depth: int) -> list:
        """Lists of plain numbers, the usual case, are checked at the speed of C."""
        kinds = set(map(type, values))
        if kinds == {int} or (kinds == {float} and all(map(isfinite, values))):
            self.spend(len(values), depth + 1)
            return values
        return [self.decode(item, depth + 1) for item in values]

    def tagged(self, tag: str, body: Any, depth: int) -> Any:
        if type(body) is str and tag == "f" and body in NON_FINITE:
            return float(body)
        if type(body) is str and tag == "o":
            return Opaque(clean_text(body, 60))
        if type(body) is list and tag == "t":
            return tuple(self.items(body, depth))
        if type(body) is list and tag == "s":
            return self.set(body, depth)
        if type(body) is list and tag == "d":
            return self.dict(body, depth)
        raise WireError("unknown tag")

    def set(self, body: list, depth: int) -> set:
        self.spend_keys(body)
        items = {self.key(item, depth) for item in body}
        if len(items) != len(body):
            raise WireError("an item twice")
        return items

    def dict(self, body: list, depth: int) -> dict:
        self.spend_keys(body)
        if not all(type(pair) is list and len(pair) == 2 for pair in body):
            raise WireError("expected pairs")
        result = {self.key(key, depth): self.decode(item, depth + 1) for key, item in body}
        if len(result) != len(body):
            raise WireError("a key twice")
        return result

    def spend_keys(self, body: list) -> None:
        self.keys -= len(body)
        if self.keys < 0:
            raise WireError("too many keys")

    def key(self, value: Any, depth: int) -> Any:
        key = self.decode(value, depth + 1)
        if _key_nodes(key) > KEY_NODES:
            raise WireError("key too long")
        return key


def _key_nodes(key: Any) -> int:
    if type(key) not in KEY_TYPES:
        raise WireError("not a key")
    return 1 + sum(map(_key_nodes, key)) if type(key) is tuple else 1


def _finite(value: float) -> float:
    if not isfinite(value):
        raise WireError("a float that is not finite")
    return value


def _well_formed(value: str) -> str:
    if not value.isascii():
        try:
            value.encode()
        except UnicodeEncodeError:
            raise WireError("lone surrogate") from None
    return value
