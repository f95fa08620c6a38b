"""`python -m classroom.assets`: build the site, unless nothing changed since the last time."""

import sys
from pathlib import Path

from classroom.assets.build import build
from classroom.assets.errors import AssetsMissing

ROOT = Path(__file__).resolve().parents[2]
CANNOT_WRITE = "Impossible d’écrire les pages dans {folder} ({reason}). Libérez de la place, puis relancez."


def show(label: str, part: float) -> None:
    """One line on the terminal, rewritten as it advances; elsewhere (a log) the end only."""
    if sys.stdout.isatty():
        print(f"\r{label:<42} {round(100 * part):3d} %", end="\n" if part >= 1 else "", flush=True)
    elif part >= 1:
        print(label, flush=True)


def main() -> int:
    try:
        build(ROOT, show)
    except AssetsMissing as missing:
        print(f"\n{missing}", file=sys.stderr)
        return 1
    except OSError as error:
        print(f"\n{CANNOT_WRITE.format(folder=ROOT / '.tuto', reason=error.strerror)}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130
    return 0


if __name__ == "__main__":
    sys.exit(main())
