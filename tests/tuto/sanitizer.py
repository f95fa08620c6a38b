"""What JupyterLab 4 and Notebook 7 keep of the HTML of a notebook that is not trusted: the part of it that we use."""

from html.parser import HTMLParser

TAGS = {
    "div": {"style"},
    "span": {"style"},
    "b": {"style"},
    "code": {"style"},
    "img": {"src", "alt", "width"},
    "details": {"style", "open"},
    "summary": {"style"},
    "progress": {"value", "max"},
    "br": set(),
}
STYLES = set(
    """align-items background border border-radius box-sizing color display font-size font-weight height line-height
    margin margin-bottom margin-left margin-right margin-top max-width min-width padding text-align vertical-align
    white-space width""".split()
)
EMPTY = {"img", "br"}


class Sanitizer(HTMLParser):
    """Collects what would be removed, and tags that do not close."""

    def __init__(self):
        super().__init__()
        self.removed, self.open = [], []

    def handle_starttag(self, tag, attrs):
        if tag not in TAGS:
            self.removed.append(tag)
            return
        for name, value in attrs:
            if name not in TAGS[tag]:
                self.removed.append(f"{tag} {name}")
            if name == "style":
                used = {rule.split(":")[0].strip() for rule in value.split(";") if rule.strip()}
                self.removed += sorted(used - STYLES)
            if name == "src" and not value.startswith("data:image/"):
                self.removed.append(value)
        if tag not in EMPTY:
            self.open.append(tag)

    def handle_endtag(self, tag):
        if not self.open or self.open.pop() != tag:
            self.removed.append(f"</{tag}>")


def removed_from(page: str) -> list[str]:
    sanitizer = Sanitizer()
    sanitizer.feed(page)
    sanitizer.close()
    return sanitizer.removed + sanitizer.open
