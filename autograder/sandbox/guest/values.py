"""Plain values to JSON and back, inside the instance.

No security rests on this file: the pupil's code shares the interpreter and may change it. The trusted side decodes
everything again, strictly, in autograder/wire.py, which also describes the format.
"""

from math import isfinite

# Below the caps of wire.py, so that an honest instance says "too big" instead of breaking the protocol.
FRAME = 1_000_000  # bytes
DEPTH = 36
NODES = 90_000
KEYS = 1_900
KEY_NODES = 8  # in one key
CHARACTERS = 900_000
HUGE = 10**1000
WORD = 2**63

MUTABLE = {list, dict}
KEY_TYPES = {type(None), bool, int, float, str, tuple}

type_name = type.__dict__["__name__"].__get__  # a pupil's metaclass cannot answer in its place


class TooBig(Exception):
    """The answers do not fit in one reply."""


class Unhashable(Exception):
    """A key of a dict or an item of a set that does not cross the wall."""


class Encoder:
    """Turns values into JSON for one reply and counts what they take."""

    def __init__(self):
        self.nodes, self.keys, self.characters = NODES, KEYS, CHARACTERS

    def encode(self, value, depth=0):
        kind = type(value)
        self.nodes -= 1
        if value is None or kind is bool:
            return value
        if kind is str:
            self.characters -= len(value)
            if self.characters < 0:
                raise TooBig
            return value
        if kind is int:
            return value if -HUGE < value < HUGE else {"o": "int"}
        if kind is float:
            return value if isfinite(value) else {"f": repr(value)}
        if kind is list:
            return self.items(value, depth)
        if kind is tuple:
            return {"t": self.items(value, depth)}
        if kind is set or issubclass(kind, dict):
            return self.hashed(value, kind, depth)
        return {"o": type_name(kind)[:60]}

    def items(self, values, depth):
        """Lists of plain numbers, the usual case, are checked at the speed of C."""
        if depth >= DEPTH or self.nodes < len(values):
            raise TooBig
        kinds = set(map(type, values))
        if (kinds == {float} and all(map(isfinite, values))) or (
            kinds == {int} and min(values) > -WORD and max(values) < WORD
        ):
            self.nodes -= len(values)
            return list(values)
        return [self.encode(item, depth + 1) for item in values]

    def hashed(self, value, kind, depth):
        self.keys -= len(value) if kind is set else dict.__len__(value)
        if self.keys < 0:
            raise TooBig
        name = "set" if kind is set else "dict"
        try:
            if kind is set:
                return {"s": [self.key(item, depth) for item in value]}
            pairs = dict.items(value)  # of the dict itself, whatever a subclass would answer
            return {"d": [[self.key(key, depth), self.encode(item, depth + 1)] for key, item in pairs]}
        except Unhashable as stranger:
            return {"o": f"{name}[{stranger}]"}

    def key(self, value, depth):
        if key_nodes(value) > KEY_NODES:
            raise Unhashable("tuple")
        return self.encode(value, depth + 1)


def key_nodes(value):
    kind = type(value)
    if kind not in KEY_TYPES or (kind is int and not -HUGE < value < HUGE):
        raise Unhashable(type_name(kind)[:50])
    if kind is not tuple:
        return 1
    if len(value) > KEY_NODES:
        raise Unhashable("tuple")
    return 1 + sum(map(key_nodes, value))


def decode(value):
    """The inverse, for inputs: they come from the trusted side, so nothing is checked."""
    if type(value) is list:
        return [decode(item) if type(item) in MUTABLE else item for item in value]
    if type(value) is not dict:
        return value
    ((tag, body),) = value.items()
    if tag == "t":
        return tuple(decode(body))
    if tag == "s":
        return set(decode(body))
    if tag == "d":
        return {decode(key): decode(item) for key, item in body}
    return float(body)


def has_twins(value):
    """Two rows of a list, or two values of a dict, are one and the same object."""
    kind = type(value)
    rows = dict.values(value) if issubclass(kind, dict) else value if kind in (list, tuple) else ()
    mutable = [id(row) for row in rows if type(row) in MUTABLE]
    return len(set(mutable)) < len(mutable)
