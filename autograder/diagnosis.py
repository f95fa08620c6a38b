"""What can be said of a wrong answer without knowing the exercise: one small pure function per family.

Each family looks at all the cases and gives a sentence, or None. They come in two groups: `structure`
(nothing returned, damaged input, wrong type, wrong length …) before the exercise's own properties,
`numbers` (opposite sign, constant ratio, wrong order …) after them.
"""

import math
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import Any

from autograder import phrases
from autograder.answer import Answer, Opaque
from autograder.cases import Case
from autograder.compare import close, is_number, same
from autograder.exercise import Tool
from autograder.typography import number

Pairs = Sequence[tuple[Case, Answer]]
Family = Callable[[Pairs], str | None]

WANTED = {
    int: "un nombre",
    float: "un nombre",
    str: "un texte",
    list: "une liste",
    tuple: "une paire `( , )`",
    dict: "un dictionnaire",
    bool: "`True` ou `False`",
    set: "un ensemble",
    type(None): "rien du tout (None)",
}


def structure(pairs: Pairs) -> str | None:
    return first(STRUCTURE, pairs)


def numbers(pairs: Pairs) -> str | None:
    return first(NUMBERS, pairs)


def first(families: Sequence[Family], pairs: Pairs) -> str | None:
    return next((said for family in families if (said := family(pairs))), None)


def failing(pairs: Pairs) -> Iterator[tuple[Any, Any]]:
    """(given, expected) for each answer that came and is not right."""
    for case, answer in pairs:
        if not answer.raised and not same(answer, case.expected):
            yield answer.value, case.expected.value


# ---------- structure


def nothing_returned(pairs: Pairs) -> str | None:
    """Only where something was expected: `print` instead of `return`, no return, a path without return."""
    values = [(case.expected.value, answer) for case, answer in pairs if not answer.raised]
    silent = [(want, answer) for want, answer in values if answer.value is None and want is not None]
    if not silent:
        return None
    if all(str(want) in answer.output for want, answer in silent):
        return phrases.PRINTS
    return phrases.NO_RETURN if len(silent) == len(values) else phrases.SOMETIMES_NOTHING


def remembers(pairs: Pairs) -> str | None:
    """The last case repeats the first: another answer means that something survives from call to call."""
    (first_case, first_answer), (last_case, last_answer) = pairs[0], pairs[-1]
    repeated = len(pairs) > 1 and close(first_case.args, last_case.args)
    first, last = (repr(replace(answer, output="")) for answer in (first_answer, last_answer))
    alike = first == last or same(first_answer, last_answer)  # nan is not the same as nan, but reads alike
    return phrases.REMEMBERS if repeated and not alike else None


def damages(pairs: Pairs) -> str | None:
    """The arguments after the call, against what the reference leaves of them."""
    for case, answer in pairs:
        if answer.raised or close(answer.args_after, case.expected.args_after):
            continue
        lent = tuple(None if isinstance(arg, Tool) else arg for arg in case.args)
        if close(case.expected.args_after, lent):
            return phrases.DAMAGES
        if close(answer.args_after, lent):
            return phrases.LEAVES_INTACT
    return None


def twins(pairs: Pairs) -> str | None:
    return phrases.TWINS if any(answer.twins and not case.expected.twins for case, answer in pairs) else None


def unreadable_type(pairs: Pairs) -> str | None:
    for got, want in failing(pairs):
        found = find_opaque(got)
        if found is None:
            continue
        if found.type_name == "ellipsis":
            return phrases.DOTS
        if found.type_name in ("function", "builtin_function_or_method", "method", "type"):
            return phrases.PARENTHESES
        if found.type_name in ("generator", "map", "filter", "zip", "range", "dict_keys", "dict_values", "dict_items"):
            return phrases.WRAP_LIST
        return phrases.UNKNOWN_TYPE.format(type=found.type_name, want=wanted(want))
    return None


def find_opaque(value: Any) -> Opaque | None:
    if isinstance(value, Opaque):
        return value
    items = value.values() if isinstance(value, dict) else value if isinstance(value, (list, tuple)) else ()
    return next((found for item in items if (found := find_opaque(item))), None)


def wrong_type(pairs: Pairs) -> str | None:
    for got, want in failing(pairs):
        clash = type_clash(got, want)
        if clash:
            inside, given, expected = clash
            return type_sentence(given, expected, inside)
    return None


def type_clash(got: Any, want: Any, inside: bool = False) -> tuple[bool, Any, Any] | None:
    """The first place where the types differ: (inside the answer?, what is there, what was expected)."""
    if is_number(got) and is_number(want):
        return None
    if type(got) is not type(want):
        return inside, got, want
    if isinstance(want, (list, tuple)):
        couples = zip(got, want, strict=False)
    elif isinstance(want, dict):
        couples = ((got[key], want[key]) for key in want if key in got)
    else:
        return None
    return next((clash for a, b in couples if (clash := type_clash(a, b, True))), None)


def type_sentence(got: Any, want: Any, inside: bool) -> str:
    if is_number(want) and isinstance(got, tuple) and len(got) == 2 and all(map(is_number, got)):
        return phrases.DECIMAL_COMMA
    if is_number(want) and isinstance(got, str):
        return phrases.QUOTED_NUMBER
    if isinstance(got, bool):
        return phrases.TRUTH.format(want=wanted(want))
    sentence = phrases.WRONG_TYPE_INSIDE if inside else phrases.WRONG_TYPE
    return sentence.format(want=wanted(want), got=wanted(got))


def wanted(value: Any) -> str:
    return WANTED.get(type(value), "autre chose")


def wrong_keys(pairs: Pairs) -> str | None:
    for got, want in failing(pairs):
        if isinstance(got, dict) and isinstance(want, dict) and got.keys() != want.keys():
            missing, extra = want.keys() - got.keys(), got.keys() - want.keys()
            sentence = phrases.MISSING_KEYS if missing else phrases.EXTRA_KEYS
            keys = sorted(missing or extra, key=repr)[:4]
            return sentence.format(keys=", ".join(f"`{key!r}`" for key in keys))
    return None


def wrong_length(pairs: Pairs) -> str | None:
    for got, want in failing(pairs):
        sized = isinstance(got, (list, tuple)) and isinstance(want, (list, tuple))
        if sized and len(got) != len(want):
            by_one = {1: phrases.TOO_LONG_ONE, -1: phrases.TOO_SHORT_ONE}.get(len(got) - len(want), phrases.LENGTH)
            return by_one.format(got=len(got), want=len(want))
    return None


def overflowed(pairs: Pairs) -> str | None:
    strange = any(
        any(not math.isfinite(x) for x in flat(got) if isinstance(x, float))
        and all(math.isfinite(x) for x in flat(want) if isinstance(x, float))
        for got, want in failing(pairs)
    )
    return phrases.NOT_A_NUMBER if strange else None


def sum_not_one(pairs: Pairs) -> str | None:
    """Where every right answer is made of shares that sum to 1."""
    shares = [flat(case.expected.value) for case, _ in pairs]
    if not all(len(items) > 0 and all(map(is_number, items)) and abs(sum(items) - 1) < 1e-9 for items in shares):
        return None
    if all(items == [1] or not any(isinstance(x, float) for x in items) for items in shares):
        return None
    for got, _ in failing(pairs):
        items = flat(got)
        if items and all(map(is_number, items)) and abs(sum(items) - 1) > 1e-9:
            return phrases.SUM_NOT_ONE.format(total=number(sum(items)))
    return None


# ---------- numbers


def same_every_time(pairs: Pairs) -> str | None:
    values = [answer.value for _, answer in pairs if not answer.raised]
    wants = [case.expected.value for case, _ in pairs]
    constant = len(values) > 2 and all(close(value, values[0]) for value in values[1:])
    return phrases.SAME_EVERY_TIME if constant and not all(close(want, wants[0]) for want in wants) else None


def returns_input(pairs: Pairs) -> str | None:
    unchanged = all(any(close(answer.value, arg) for arg in case.args) for case, answer in pairs if not answer.raised)
    return phrases.RETURNS_INPUT if unchanged and any(True for _ in failing(pairs)) else None


def couples(pairs: Pairs) -> list[tuple[float, float]] | None:
    """Every (given, expected) number, all cases together, when the shapes agree."""
    found: list[tuple[float, float]] = []
    for case, answer in pairs:
        if answer.raised or type_clash(answer.value, case.expected.value):
            return None
        given, want = flat(answer.value), flat(case.expected.value)
        if len(given) != len(want) or not all(map(is_number, given + want)):
            return None
        if not all(math.isfinite(x) for x in given + want):
            return None
        found += zip(given, want, strict=True)
    return found if any(not close(a, b) for a, b in found) else None


def flat(value: Any) -> list[Any]:
    """The leaves of an answer, dictionaries by sorted key."""
    if isinstance(value, dict):
        return [leaf for key in sorted(value, key=repr) for leaf in flat(value[key])]
    if isinstance(value, (list, tuple)):
        return [leaf for item in value for leaf in flat(item)]
    return [value]


def opposite(pairs: Pairs) -> str | None:
    found = couples(pairs)
    return phrases.OPPOSITE if found and all(close(a, -b) for a, b in found) else None


def constant_ratio(pairs: Pairs) -> str | None:
    found = [(a, b) for a, b in couples(pairs) or () if a or b]
    if len(found) < 2 or any(not a or not b for a, b in found):
        return None
    ratio = found[0][0] / found[0][1]
    if ratio <= 0 or not all(close(a, ratio * b, 1e-7) for a, b in found):
        return None
    sentence = phrases.RATIO_BIG if ratio > 1 else phrases.RATIO_SMALL
    return sentence.format(ratio=number(max(ratio, 1 / ratio)))


def shifted(pairs: Pairs) -> str | None:
    found = couples(pairs) or []
    if len(found) < 2:
        return None
    shift = found[0][0] - found[0][1]
    return phrases.SHIFTED.format(shift=number(shift)) if all(close(a - b, shift, 1e-7) for a, b in found) else None


def rounded(pairs: Pairs) -> str | None:
    found = couples(pairs) or []
    digits = next((d for d in range(5) if found and all(close(a, round(b, d)) for a, b in found)), None)
    return phrases.ROUNDED if digits is not None else None


def wrong_order(pairs: Pairs) -> str | None:
    wrong = list(failing(pairs))
    sized = all(isinstance(got, (list, tuple, str)) and type(got) is type(want) for got, want in wrong)
    if not wrong or not sized:
        return None
    if all(close(list(got), list(want)[::-1]) for got, want in wrong):
        return phrases.REVERSED
    return phrases.ORDER if all(close(ordered(got), ordered(want)) for got, want in wrong) else None


def ordered(items: Any) -> list[Any]:
    return sorted(items, key=repr)


def near_text(pairs: Pairs) -> str | None:
    wrong = list(failing(pairs))
    if not wrong or not all(isinstance(got, str) and isinstance(want, str) for got, want in wrong):
        return None
    if all(got.lower() == want.lower() for got, want in wrong):
        return phrases.LETTER_CASE
    return phrases.SPACES if all("".join(got.split()) == "".join(want.split()) for got, want in wrong) else None


def mostly_right(pairs: Pairs) -> str | None:
    wrong = sum(1 for case, answer in pairs if not same(answer, case.expected))
    return phrases.SOMETIMES if 0 < wrong <= len(pairs) / 3 else None


STRUCTURE: tuple[Family, ...] = (
    nothing_returned,
    remembers,
    damages,
    twins,
    unreadable_type,
    wrong_type,
    wrong_keys,
    same_every_time,
    returns_input,
    near_text,
    wrong_length,
    overflowed,
)
NUMBERS: tuple[Family, ...] = (
    opposite,
    constant_ratio,
    shifted,
    rounded,
    sum_not_one,
    wrong_order,
)
