"""A self-contained HTML page: style inside, no script, and a policy that lets nothing else load or run."""

import base64
import hashlib
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from autograder.feedback import phrases
from autograder.feedback.typography import prose, shown

_HERE = Path(__file__).parent
_SHEETS = ("tokens.css", "app.css", "feedback.css")


def page(template: str, **values: object) -> str:
    css = _stylesheet()
    return _environment().get_template(template).render(css=css, policy=_policy(css), **values)


def write_page(path: Path, template: str, **values: object) -> Path:
    html = page(template, **values)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(html, encoding="utf-8", newline="\n")  # as hashed: a \r\n would change the style's digest
    return path


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(_HERE / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=shown,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["prose"] = prose
    environment.globals["say"] = phrases
    return environment


@cache
def _stylesheet() -> Markup:
    return Markup("\n".join((_HERE / sheet).read_text(encoding="utf-8") for sheet in _SHEETS))


def _policy(css: str) -> str:
    """Only this very style sheet and pictures inside the page: no script, no request, no style attribute."""
    digest = base64.b64encode(hashlib.sha256(css.encode("utf-8")).digest()).decode("ascii")
    return f"default-src 'none'; style-src 'sha256-{digest}'; img-src data:; base-uri 'none'; form-action 'none'"
