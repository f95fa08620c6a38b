"""What comes from npm, in a folder named after the versions: fetched and prepared once, whatever changes in lessons.

.tuto/npm/<key>/node_modules   the packages
.tuto/npm/<key>/python         Python for the browser, as it will be served
"""

import hashlib
import json
import shutil
from pathlib import Path

from classroom.assets.errors import AssetsMissing
from classroom.assets.installing import made_aside, sweep
from classroom.assets.node import Node
from classroom.assets.running import Report, Step, run
from classroom.assets.twins import write_twins

FETCHING = Step("Je télécharge de quoi faire les pages…", 0.0, 0.3, 8)
PACKING = Step("Je prépare Python pour les navigateurs…", 0.3, 0.5, 8)
COMPRESSING = "Je compresse Python…"
NOT_FETCHED = (
    "Les paquets des pages n’ont pas pu être téléchargés. Vérifiez la connexion, puis relancez « python3 start.py ». "
    "Détail : {detail}"
)
NOT_PACKED = "Python n’a pas pu être préparé pour les navigateurs. Détail : {detail}"
FILES = (".npmrc", "package.json", "package-lock.json", "library.mjs", "library.py", "packages.py", "twins.py")
OPTIONS = ("--ignore-scripts", "--no-audit", "--no-fund", "--no-progress", "--loglevel=error")
PYODIDE = ("pyodide.mjs", "pyodide.asm.mjs", "pyodide.asm.wasm")
LOCK = "pyodide-lock.json"  # Pyodide reads its own version there, and the packages that could be added


def fetch_packages(node: Node, sources: Path, home: Path, report: Report) -> Path:
    """The folder with both. Raises AssetsMissing."""
    folder = home / hashlib.sha256(b"\0".join((sources / file).read_bytes() for file in FILES)).hexdigest()[:12]
    if folder.is_dir():
        sweep(home, keep={folder.name})
        return folder
    with made_aside(folder) as work:
        sweep(home, keep=set())
        for file in FILES:
            shutil.copyfile(sources / file, work / file)
        if written := run([*node.npm, "ci", *OPTIONS], work, FETCHING, report):
            raise AssetsMissing(NOT_FETCHED.format(detail=last_words(written)))
        prepare_python(node, work, report)
    return folder


def prepare_python(node: Node, work: Path, report: Report) -> None:
    """Pyodide without the packages it could add (the kit needs none), and with a library that is ready."""
    pyodide, folder = work / "node_modules" / "pyodide", work / "python"
    folder.mkdir()
    for file in PYODIDE:
        shutil.copyfile(pyodide / file, folder / file)
    lock = json.loads((pyodide / LOCK).read_text("utf-8"))
    (folder / LOCK).write_text(json.dumps(lock | {"packages": {}}), "utf-8")
    pack = [*node.node, "library.mjs", "library.py", str(folder / "python_stdlib.zip")]
    if written := run(pack, work, PACKING, report):
        raise AssetsMissing(NOT_PACKED.format(detail=written.strip()[-500:]))
    write_twins(folder, lambda part: report(COMPRESSING, 0.5 + part / 4))


def last_words(written: str) -> str:
    """npm ends with the place of its log: what went wrong comes first."""
    lines = [line.removeprefix("npm error").strip() for line in written.splitlines() if line.startswith("npm error")]
    return " ".join(lines[:3])[:300] or written.strip()[-300:]
