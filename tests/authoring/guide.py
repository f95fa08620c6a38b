"""docs/ajouter_un_exercice.md, followed to the letter: what it asks to write, written where it says."""

import json
import re
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
GUIDE = ROOT / "docs" / "ajouter_un_exercice.md"
BLOCK = re.compile(r"^(.+)\n\n```(python|markdown|sh)\n([\s\S]*?)\n```$", re.MULTILINE)
PATH = re.compile(r"`((?:exercises|tests)/[\w/]+\.py)`")
CELLS = {"L’idée": "-idee", "La consigne": "-consigne", "La case": "", "La dernière": "-construit"}


def blocks():
    """(the line above, the kind, the text) of every fenced block, in order."""
    return BLOCK.findall(GUIDE.read_text("utf-8"))


def commands():
    return [line for _, kind, text in blocks() if kind == "sh" for line in text.splitlines()]


def python_files():
    """Path -> text, for each file that the guide shows whole."""
    return {
        PATH.search(above)[1]: f"{text}\n" for above, kind, text in blocks() if kind == "python" and PATH.search(above)
    }


def cells(name):
    """Cell identifier -> text, for each cell that the guide shows."""
    shown = {}
    for above, kind, text in blocks():
        start = next((start for start in CELLS if above.startswith(start)), None)
        if start and kind != "sh" and not PATH.search(above):
            shown[name + CELLS[start]] = text
    return shown


def follow(course, name, notebook):
    """Do in `course` what the guide asks its reader to do by hand."""
    for file in (course / "tests" / "submissions" / name).glob("*.py"):
        file.unlink()
    for path, text in python_files().items():
        (course / path).write_text(text, encoding="utf-8")
    path = course / notebook
    content = json.loads(path.read_text("utf-8"))
    waiting = cells(name)
    for cell in content["cells"]:
        if (new := waiting.pop(cell["id"], None)) is not None:
            kept, mark, _ = "".join(cell["source"]).partition("## ")  # what ends the exercise before stays
            cell["source"] = (kept if mark and "-idee" in cell["id"] else "") + new
    assert not waiting
    path.write_text(json.dumps(content, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
