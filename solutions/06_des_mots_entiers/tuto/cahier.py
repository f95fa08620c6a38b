"""The lesson's notebook as its file has it, beside the kernel. In the page of the class there is none."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tuto.seance import SESSION


def notebook_cells() -> list[dict[str, Any]]:
    try:
        return json.loads(Path(f"{SESSION.lesson}.ipynb").read_text(encoding="utf-8"))["cells"]
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return []


def is_made_elsewhere(name: str, cell: str) -> bool:
    """Whether another cell than this one makes that name: it was not run."""
    makes = re.compile(rf"^(?:{re.escape(name)}\s*=(?!=)|def {re.escape(name)}\()", re.MULTILINE)
    return any(makes.search(code) and code.strip() != cell.strip() for code in written())


def written() -> Iterator[str]:
    for cell in notebook_cells():
        if isinstance(cell, dict) and cell.get("cell_type") == "code":
            source = cell.get("source", "")
            yield source if isinstance(source, str) else "".join(map(str, source))
