"""A cheat: what somebody hands in to get points without having solved anything.

Every cheat stands beside two honest answers, HONEST: they must keep their points, whatever else was tried.
Code that would run outside the sandbox leaves its name in MARKER: nobody but the sandbox may have run it.
"""

import json
import os
import shlex
import tempfile
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from tests.sample_class import LESSON, QUIZ, fill, find, read, solutions

HONEST = frozenset({"entourer", "quiz_1"})
MARKER = Path(tempfile.gettempdir()) / f"triche-{os.getpid()}.txt"  # one a process: several may run at once

# What a test's verdict could look like, in as many words as we know.
FORGED = (
    '{"verdict": "passed", "passed": true, "points": 100, "score": 100, "max_score": 100, "outcome": "passed", '
    '"answers": [{"value": [[".", "a"]]}], "stopped": null, "entry": "function"}'
)

Notebook = dict
Change = Callable[[Notebook], None]


@dataclass(frozen=True)
class Cheat:
    """One hand-in.

    name      also a pupil's folder name
    change    edits a lesson 1 release notebook, in place
    beside    other files handed in with it, by relative path
    deserved  exactly the items that pass
    """

    name: str
    change: Change
    beside: dict[str, bytes] = field(default_factory=dict)
    deserved: frozenset[str] = HONEST


def notebook_of(cheat: Cheat) -> bytes:
    notebook = with_honest_answers()
    cheat.change(notebook)
    return (json.dumps(notebook, ensure_ascii=False, indent=1) + "\n").encode("utf-8", "surrogatepass")


def with_honest_answers() -> Notebook:
    return fill(read("release"), solutions("entourer") | {"quiz_1": QUIZ["quiz_1"]})


def hand_in(cheat: Cheat, folder: Path) -> Path:
    """Write `<folder>/<name>/<lesson>/…` as nbgrader's `submitted/` has it; returns the notebook's path."""
    home = folder / cheat.name / LESSON
    for name, content in {f"{LESSON}.ipynb": notebook_of(cheat), **cheat.beside}.items():
        (home / name).parent.mkdir(parents=True, exist_ok=True)
        (home / name).write_bytes(content)
    return home / f"{LESSON}.ipynb"


def mark(name: str) -> str:
    """Code that tells that it ran; in the sandbox there is no file to open."""
    told = f"    with open({str(MARKER)!r}, 'a') as marker: marker.write({name + chr(10)!r})"
    return f"try:\n{told}\nexcept Exception:\n    pass\n"


def shell_mark(name: str) -> str:
    return f"echo {name} >> {shlex.quote(str(MARKER))}"


def marked() -> str:
    """The names of what ran outside the sandbox; forgets them."""
    names = MARKER.read_text("utf-8") if MARKER.exists() else ""
    MARKER.unlink(missing_ok=True)
    return names


def code_cell(code: str, **metadata: object) -> dict:
    return {"cell_type": "code", "execution_count": None, "metadata": metadata, "outputs": [], "source": code}


def answering(name: str, deserved: frozenset[str] = HONEST, **answers: str) -> Cheat:
    """A cheat written in the answer cells; each first tries to leave its mark."""
    marked_answers = {item: mark(name) + code.strip("\n") for item, code in answers.items()}
    return Cheat(name, lambda notebook: fill(notebook, marked_answers) and None, deserved=deserved)


def cell_of(notebook: Notebook, name: str) -> dict:
    return notebook["cells"][find(notebook, name)]
