"""`python -m classroom.assets`: build the site, unless nothing changed since the last time."""

import sys
from pathlib import Path

from autograder.sandbox.component import show
from autograder.system_words import reason
from classroom.assets.build import build
from classroom.assets.errors import AssetsMissing

ROOT = Path(__file__).resolve().parents[2]
CANNOT_WRITE = "Impossible d’écrire les pages dans {folder} ({reason}). Libérez de la place, puis relancez."


def main() -> int:
    try:
        build(ROOT, show)
    except AssetsMissing as missing:
        print(f"\n{missing}", file=sys.stderr)
        return 1
    except OSError as error:
        print(f"\n{CANNOT_WRITE.format(folder=ROOT / '.tuto', reason=reason(error))}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130
    return 0


if __name__ == "__main__":
    sys.exit(main())
