"""Where the built site lies: styles, scripts, fonts, Python for the browser. `python -m classroom.assets` builds it."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Site:
    """key     what it was built from; it is part of every file's address
    folder  the files, with their compressed twins
    """

    key: str
    folder: Path


def built_site(root: Path) -> Site:
    """The last site that was built. Before the first build, a place where there is nothing yet."""
    home = root / ".tuto" / "site"
    try:
        key = (home / "current").read_text("ascii").strip()
    except OSError:
        key = "none"
    return Site(key, home / key)
