"""The scripts bundled by esbuild, and the typeface."""

import shutil
from pathlib import Path

from classroom.assets.errors import AssetsMissing
from classroom.assets.node import Node
from classroom.assets.running import Report, Step, run

BUNDLING = Step("J’assemble les pages…", 0.75, 0.85, 2)
NOT_BUNDLED = "Les scripts des pages n’ont pas pu être assemblés. Détail : {detail}"
ENTRIES = ("lesson/main.js", "python/worker.js")
OPTIONS = (
    "--bundle",
    "--minify",
    "--format=esm",
    "--target=es2022",
    "--charset=utf8",
    "--legal-comments=none",
    "--loader:.py=text",
    "--external:./pyodide.mjs",  # as it is published, beside the worker
    "--log-level=error",
)
FACE = """\
@font-face {{
  font-family: "Atkinson Hyperlegible";
  font-style: {style};
  font-weight: {weight};
  font-display: swap;
  src: url("fonts/{file}") format("woff2");
  unicode-range: {signs};
}}
"""
SIGNS = {  # the package's own division
    "latin": "U+0000-00FF, U+0131, U+0152-0153, U+02BB-02BC, U+02C6, U+02DA, U+02DC, U+0304, U+0308, U+0329, "
    "U+2000-206F, U+20AC, U+2122, U+2191, U+2193, U+2212, U+2215, U+FEFF, U+FFFD",
    "latin-ext": "U+0100-02BA, U+02BD-02C5, U+02C7-02CC, U+02CE-02D7, U+02DD-02FF, U+0304, U+0308, U+0329, "
    "U+1D00-1DBF, U+1E00-1E9F, U+1EF2-1EFF, U+2020, U+20A0-20AB, U+20AD-20C0, U+2113, U+2C60-2C7F, U+A720-A7FF",
}


def bundle(node: Node, modules: Path, sources: Path, site: Path, report: Report) -> None:
    """Raises AssetsMissing. A source that names no file of ours names a package: esbuild looks for it in NODE_PATH."""
    esbuild = [*node.node, str(modules / "esbuild" / "bin" / "esbuild")]
    where = ["--outbase=.", f"--outdir={site}"]
    written = run([*esbuild, *ENTRIES, *OPTIONS, *where], sources, BUNDLING, report, NODE_PATH=str(modules))
    if written:
        raise AssetsMissing(NOT_BUNDLED.format(detail=written.strip()[:500]))


def copy_typeface(modules: Path, folder: Path) -> None:
    (folder / "fonts").mkdir()
    faces = []
    for weight in (400, 700):
        for style in ("normal", "italic"):
            for alphabet, signs in SIGNS.items():
                file = f"atkinson-hyperlegible-{alphabet}-{weight}-{style}.woff2"
                source = modules / "@fontsource" / "atkinson-hyperlegible" / "files" / file
                shutil.copyfile(source, folder / "fonts" / file)
                faces.append(FACE.format(style=style, weight=weight, file=file, signs=signs))
    (folder / "fonts.css").write_text("\n".join(faces), "utf-8")
