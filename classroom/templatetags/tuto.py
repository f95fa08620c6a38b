"""Icons and French typography for the pages."""

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString

from autograder.typography import french as typeset

register = template.Library()


@register.simple_tag
def icon(name: str) -> SafeString:
    """One of the symbols of templates/classroom/symbols.svg; decorative: a word stands beside it."""
    return format_html('<svg class="icon" aria-hidden="true"><use href="#i-{}"/></svg>', name)


@register.simple_tag
def point(face: str = "") -> SafeString:
    """Point, the guide: calm, "think" or "joy"."""
    name = f"point-{face}" if face else "point"
    return format_html('<svg class="point" aria-hidden="true"><use href="#{}"/></svg>', name)


@register.filter
def french(text: object) -> str:
    """Spaces before `: ; ! ?` and inside « », curly apostrophes."""
    return typeset(str(text))


@register.filter
def comma(number: float | None, digits: int = 2) -> str:
    """A number as French prose writes it: 2,14."""
    return "" if number is None else f"{number:.{digits}f}".replace(".", ",")
