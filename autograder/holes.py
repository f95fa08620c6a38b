"""Holes: from the author's cell to the pupil's blank and to the solved cell. Pure functions on text.

A solution line may end with a marker that says how the pupil sees it; the indentation stays:

    total = sum(compte.values())  ### TROU: total = ____
"""

import re

MARKER = "### TROU:"
_LINE = re.compile(r"^(?P<indent>[ \t]*)(?P<solution>.*?)[ \t]*### TROU:[ \t]*(?P<blank>.*?)[ \t]*$", re.MULTILINE)
_BLANK = re.compile(r"(?<![\w])_{3,}(?![\w])")
_COMMENT = re.compile(r"#[^\n]*")


def has_holes(code: str) -> bool:
    return MARKER in code


def punch(code: str) -> str:
    """What the pupil sees.

    >>> punch("def f(x):\\n    return x + 1  ### TROU: return ____")
    'def f(x):\\n    return ____'
    """
    return _LINE.sub(lambda line: line["indent"] + line["blank"], code)


def solve(code: str) -> str:
    """The solved cell, without markers.

    >>> solve("def f(x):\\n    return x + 1  ### TROU: return ____")
    'def f(x):\\n    return x + 1'
    """
    return _LINE.sub(lambda line: line["indent"] + line["solution"], code)


def blanks_left(code: str) -> int:
    """How many ____ are still to fill, comments apart.

    >>> blanks_left("x = ____  # replace ____")
    1
    """
    return len(_BLANK.findall(_COMMENT.sub("", code)))
