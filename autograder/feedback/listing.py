"""A pupil's cell as lines of coloured HTML. The code is only looked at, never parsed by Python."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from keyword import kwlist

from markupsafe import Markup, escape

from autograder.feedback.typography import clean

MAX_LINES = 400
MAX_WIDTH = 2000
_TOKEN = re.compile(
    r"""(?P<c>\#.*)|(?P<s>[bfru]{0,2}(?:'(?:\\.|[^'\\])*'?|"(?:\\.|[^"\\])*"?))|(?P<blank>_{3,})"""
    r"""|(?P<n>\d[\w.]*)|(?P<f>[^\W\d]\w*(?=\())|(?P<k>[^\W\d]\w*)""",
    re.IGNORECASE,
)
_KEYWORDS = frozenset(kwlist)


@dataclass(frozen=True)
class Line:
    html: Markup
    look: bool


@dataclass(frozen=True)
class Listing:
    """`look` is the line to look at, 0 when none is shown."""

    lines: tuple[Line, ...]
    look: int
    cut: bool


def listing(code: str, look: int = 0) -> Listing:
    """Lines are cut where Python cuts them, so that line numbers agree with what it says."""
    texts = clean(code).rstrip("\n").split("\n") if code.strip() else []
    shown = texts[:MAX_LINES]
    lines = tuple(
        Line(Markup("").join(_coloured(text[:MAX_WIDTH])), number == look) for number, text in enumerate(shown, 1)
    )
    cut = len(texts) > MAX_LINES or any(len(text) > MAX_WIDTH for text in shown)
    return Listing(lines, look if 0 < look <= len(lines) else 0, cut)


def _coloured(text: str) -> Iterator[Markup]:
    end = 0
    for token in _TOKEN.finditer(text):
        yield escape(text[end : token.start()])
        yield _token(token.lastgroup, token.group())
        end = token.end()
    yield escape(text[end:])


def _token(kind: str | None, word: str) -> Markup:
    if kind in ("k", "f"):
        kind = "k" if word in _KEYWORDS else "f" if kind == "f" else None
    return Markup('<span class="{}">{}</span>').format(kind, word) if kind else escape(word)
