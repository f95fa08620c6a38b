"""From any text, the pupil's included, to text that is safe and pleasant to read in a page."""

import re

from markupsafe import Markup, escape

from autograder.typography import french

# Control characters, bidi overrides and marks that show nothing: they can disguise a text, never help to read it.
_UNSEEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff"
    "\ufff9-\ufffb\ufffe\uffff\U000e0000-\U000e007f]"
)
_SURROGATE = re.compile("[\ud800-\udfff]")
_NEWLINE = re.compile("\r\n|\r")
_CODE = re.compile("`([^`\n]+)`")


def clean(text: str) -> str:
    """The text without what cannot be seen; half a character (a broken file name) becomes �.

    >>> clean("a\\u202eb\\x00c")
    'abc'
    """
    return _UNSEEN.sub("", _SURROGATE.sub("\ufffd", _NEWLINE.sub("\n", text)))


def prose(text: str) -> Markup:
    """A sentence as HTML: escaped, French spaces, `code` between backticks and no other markup.

    >>> prose("Écris `a < b` !")
    Markup('Écris <code>a &lt; b</code>\\u202f!')
    """
    pieces = _CODE.split(clean(text))
    return Markup("").join(
        Markup("<code>{}</code>").format(piece) if rank % 2 else escape(french(piece))
        for rank, piece in enumerate(pieces)
    )


def shown(value: object) -> object:
    """Jinja's `finalize`: whatever a template shows goes through here, so no text can be forgotten."""
    return value if isinstance(value, Markup) or not isinstance(value, str) else clean(value)
