"""The notebooks' markdown as HTML that lives under a strict policy: no style attribute, few tags."""

import re
from html import escape

from django.utils.text import slugify
from markdown_it import MarkdownIt
from markdown_it.token import Token

from autograder.typography import french

KNOWN_TAGS = {"aside", "b", "code", "details", "i", "summary"}
TAG = re.compile(r"</?(\w+)[^>]*>")
STYLE = re.compile(r'\s+style="[^"]*"')
NUMBERED = re.compile(r"\d+\.(\d+) (★ )?")  # « 1.5 ★ Les suggestions du clavier »
BLANK = re.compile(r"_{4,}")
STAR = '<svg class="icon" aria-hidden="true"><use href="#i-star"/></svg>'


def markdown() -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"html": True}).enable("table")
    parser.validateLink = lambda address: address.startswith(("data:image/", "https://", "#"))
    return parser


def prose(text: str) -> str:
    """Markdown to HTML. Raises ValueError on HTML that is not expected in a lesson."""
    parser = markdown()
    tokens = parser.parse(text)
    for piece in [piece for token in tokens for piece in (token, *(token.children or ()))]:
        clean(piece)
    for rank, token in enumerate(tokens):
        if token.type == "heading_open":
            number_heading(token, tokens[rank + 1])
    return blanks(unwrap_pictures(parser.renderer.render(tokens, parser.options, {})))


def inline(text: str) -> str:
    """One line of markdown, without its paragraph."""
    return blanks(markdown().renderInline(french(text)))


def clean(token: Token) -> None:
    """Our asides carry styles for Jupyter, which has no style sheet of ours; here they are refused, and not needed."""
    if token.type not in ("html_block", "html_inline"):
        return
    if unknown := set(TAG.findall(token.content)) - KNOWN_TAGS:
        raise ValueError(f"unexpected HTML in a lesson: {sorted(unknown)}")
    token.content = STYLE.sub("", token.content).replace("</b> · ", "</b> ")


def number_heading(heading: Token, text: Token) -> None:
    """« 1.4 Partager le gâteau » becomes the anchor e4; a star becomes the bonus tag."""
    found = NUMBERED.match(text.content)
    if not found or not text.children:
        heading.attrSet("id", slugify(text.content))
        return
    heading.attrSet("id", f"e{found[1]}")
    first = text.children[0]
    number = found[0].replace("★ ", "").strip()
    first.content = f"{number}\u2002{first.content[found.end() :]}"
    if found[2]:
        tag = Token("html_inline", "", 0, content=f' <span class="tag bonus">{STAR} bonus</span>')
        text.children.append(tag)


def unwrap_pictures(page: str) -> str:
    """A picture alone in its paragraph is a figure."""
    return re.sub(r"<p>(<img [^>]*>)</p>", r'<figure class="picture">\1</figure>', page)


def blanks(page: str) -> str:
    return re.sub(r"<code>(_{4,})</code>", r'<code class="blank">\1</code>', page)


def with_blanks(line: str) -> str:
    """A line of code as HTML, its blanks marked.

    >>> with_blanks("total = ____")
    'total = <span class="blank">____</span>'
    """
    return BLANK.sub(lambda found: f'<span class="blank">{found[0]}</span>', escape(line))
