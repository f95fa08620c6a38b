"""A page as a reader sees it: its tags, its attributes and its words."""

from html.parser import HTMLParser
from pathlib import Path


class Page(HTMLParser):
    """`tags` in order, `attributes` as (tag, name, value), `text` without style sheets."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.html, self.tags, self.attributes, self.pieces, self.styles = html, [], [], [], []
        self.inside = ""
        self.feed(html)
        self.close()

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        self.attributes += [(tag, name, value or "") for name, value in attrs]
        self.inside = tag

    def handle_endtag(self, tag):
        self.inside = ""

    def handle_data(self, data):
        (self.styles if self.inside == "style" else self.pieces).append(data)

    @property
    def text(self) -> str:
        return "".join(self.pieces)

    @property
    def plain(self) -> str:
        """The words with ordinary spaces, to search a sentence whatever its typography."""
        return " ".join(self.text.split())

    def values(self, name: str) -> list[str]:
        return [value for _, attribute, value in self.attributes if attribute == name]

    @property
    def classes(self) -> list[str]:
        return [word for value in self.values("class") for word in value.split()]


def read(path: Path) -> Page:
    return Page(path.read_text(encoding="utf-8"))
