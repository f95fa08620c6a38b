"""formgrader shows pupils' words in the teacher's browser, which holds the keys of Jupyter: nothing may run there.

Two settings of nbconvert's HTMLExporter, which formgrader uses: a filter for Markdown, a preprocessor for the rest.
And for its lists, which have no setting, another `render`.
"""

import html
import re
import sys
from typing import Any

from bleach.html5lib_shim import Filter
from bleach.sanitizer import Cleaner
from nbconvert.filters.markdown_mistune import IPythonRenderer, MarkdownWithMath
from nbgrader.preprocessors import NbGraderPreprocessor

from autograder.master import without_hidden_tests
from autograder.nbgrader.outputs import IGNORED_BY_MATHJAX

TAGS = frozenset(
    "a abbr aside b blockquote br code dd del details div dl dt em h1 h2 h3 h4 h5 h6 hr i img kbd li ol p pre s "
    "small span strong sub summary sup table tbody td th thead tr u ul".split()
)
CLASSES = frozenset({"alert", "alert-success", "alert-info", "alert-warning", "alert-danger", IGNORED_BY_MATHJAX})
LINK = re.compile(r"(?:https?|mailto):", re.IGNORECASE)  # never a path: a file handed in may lie there
PICTURE = re.compile(r"data:image/(?:png|jpeg|gif|svg\+xml);base64,[A-Za-z0-9+/=]*\Z")
NO_FRAME = "border: 0"
LISTS = "nbgrader.server_extensions.formgrader.base"  # loaded where formgrader runs, and nowhere else
NAMES = ("student", "first_name", "last_name", "notebook_path", "filename")


def allowed(tag: str, name: str, value: str) -> bool:
    """The few attributes that show something and can neither run, nor load, nor dress up."""
    if name == "class":
        return set(value.split()) <= CLASSES
    if tag == "a" and name == "href":
        return bool(LINK.match(value))
    if tag == "img" and name == "src":
        return bool(PICTURE.match(value))
    return (tag, name) == ("img", "alt") or name == "title"


class NoFrame(Filter):
    """formgrader puts a red frame around each picture, as around a mistake."""

    def __iter__(self):
        for token in super().__iter__():
            if token.get("name") == "img":
                token["data"][(None, "style")] = NO_FRAME
            yield token


PROTOCOLS = {"http", "https", "mailto", "data"}
CLEANER = Cleaner(tags=TAGS, attributes=allowed, protocols=PROTOCOLS, strip=True, filters=[NoFrame])


def safe(markup: str) -> str:
    """
    >>> safe('<b onclick="x()">oui</b><script>y()</script><img src="x" onerror="z()">')
    '<b>oui</b>y()<img style="border: 0">'
    """
    return CLEANER.clean(markup)


def safe_markdown(source: str) -> str:
    """nbconvert's filter `markdown2html`, with nothing left that could run; MathJax does not read it either."""
    renderer = IPythonRenderer(escape=False, exclude_anchor_links=True)
    made = safe(MarkdownWithMath(renderer=renderer).render(source))
    return f'<div class="{IGNORED_BY_MATHJAX}">{made}</div>'


class SafeToShow(NbGraderPreprocessor):
    """Outputs keep pictures, text and harmless HTML; raw cells become text; names are escaped for nbgrader's page."""

    def preprocess(self, nb, resources):
        for cell in nb.cells:
            if cell.cell_type == "raw":
                cell.cell_type, cell.source = "markdown", f"<pre>{html.escape(cell.source)}</pre>"
            if cell.cell_type == "markdown":
                cell.pop("attachments", None)
            if cell.cell_type == "code":
                cell.source = without_hidden_tests(cell.source)  # they were not run: they would only mislead
            for output in cell.get("outputs", ()):
                if "data" in output:
                    output.data = harmless(output.data)
        nb.metadata.pop("widgets", None)
        for name in NAMES:
            if isinstance(resources.get(name), str):
                resources[name] = html.escape(resources[name])
        return nb, resources


def harmless(data: dict) -> dict:
    kept = {kind: data[kind] for kind in ("text/plain", "image/png", "image/jpeg") if kind in data}
    return kept | ({"text/html": safe(data["text/html"])} if isinstance(data.get("text/html"), str) else {})


def escape_lists() -> None:
    """formgrader's lists of pupils escape nothing, and take names from folders and from the page's own address."""
    if lists := sys.modules.get(LISTS):
        lists.BaseHandler.render = render_escaped


def render_escaped(handler: Any, template: str, **values: Any) -> str:
    return handler.settings["nbgrader_jinja2_env"].get_template(template).render(escaped(values))


def escaped(value: Any) -> Any:
    """Apostrophes stay: names stand in the pages' scripts too, and always between double quotes.

    >>> escaped("<b>Zoé d'à côté"), escaped('a"b')
    ("&lt;b&gt;Zoé d'à côté", 'a&quot;b')
    """
    if isinstance(value, dict):
        return {key: escaped(inner) for key, inner in value.items()}
    return html.escape(value, quote=False).replace('"', "&quot;") if isinstance(value, str) else value
