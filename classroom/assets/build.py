"""The whole site, made aside and put in place in one move: a build that is cut short leaves nothing broken."""

import os
import shutil
from pathlib import Path

from classroom.assets.installing import made_aside, sweep
from classroom.assets.kits import write_kits
from classroom.assets.node import Node, find_node
from classroom.assets.packages import fetch_packages
from classroom.assets.parts import Parts
from classroom.assets.running import Report
from classroom.assets.scripts import bundle, copy_typeface
from classroom.assets.twins import write_twins

READY = "Les pages sont prêtes."
COMPRESSING = "Je compresse les pages…"
CURRENT = "current"


def build(root: Path, report: Report = lambda label, part: None) -> Path:
    """The site's folder, built unless it is there. Raises AssetsMissing and OSError.

    `report(sentence in French, part done from 0 to 1)` is called as it advances.
    """
    parts, home = Parts(root), root / ".tuto" / "site"
    key = parts.key()
    if not (home / key).is_dir():
        node = find_node()
        packages = fetch_packages(node, parts.here, root / ".tuto" / "npm", report)
        with made_aside(home / key) as site:
            make(parts, node, packages, site, report)
    before = switch(home, key)
    sweep(home, keep={CURRENT, key, before})  # the one before: a server may still be serving it
    report(READY, 1.0)
    return home / key


def make(parts: Parts, node: Node, packages: Path, site: Path, report: Report) -> None:
    modules = packages / "node_modules"
    copy(parts.static, site)
    copy(parts.badges, site / "classroom" / "badges")
    write_kits(parts.lessons(), site / "kits")
    copy_typeface(modules, site / "classroom")
    bundle(node, modules, parts.sources, site, report)
    write_twins(site, lambda part: report(COMPRESSING, 0.85 + 0.14 * part))
    copy(packages / "python", site / "python")


def copy(folder: Path, target: Path) -> None:
    """With the rights of new files: the project may lie where nothing can be written."""
    shutil.copytree(folder, target, dirs_exist_ok=True, copy_function=shutil.copyfile)


def switch(home: Path, key: str) -> str:
    """From now on, servers that start serve this site. Gives the key of the one before."""
    current = home / CURRENT
    before = current.read_text("ascii").strip() if current.is_file() else ""
    if before != key:
        written = home / f"part-{os.urandom(8).hex()}.key"
        written.write_text(key, "ascii")
        written.replace(current)
    return before
