"""The whole cycle of nbgrader on the sample class, each step by its command, in a folder of its own.

python tests/bridges/cycle.py [FOLDER]      says what it does; FOLDER is temporary when none is given

FOLDER/cours      the teacher's course folder, with nbgrader_config.py
FOLDER/echange    the exchange, which a school would put on a shared disk
FOLDER/eleves     where the pupils who use the exchange work
FOLDER/jupyter    settings and data of Jupyter: nothing of yours is read or written
"""

import contextlib
import csv
import multiprocessing
import os
import runpy
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(ROOT))

from tests.sample_class import BROKEN, CLASS, LESSON, PUPILS, make  # noqa: E402

BY_EXCHANGE = ("lea", "manon", "tom")
BY_ZIP = tuple(pupil for pupil in PUPILS if pupil not in BY_EXCHANGE)
SETTINGS = '''"""The teacher's settings: the course's own, and where the exchange is."""

from course_config import configure

c = get_config()  # noqa: F821
configure(c)
c.Exchange.root = {exchange!r}
c.Exchange.cache = {cache!r}
c.ExchangeCollect.check_owner = False  # here one person plays everybody
'''
MODULES = {"nbgrader": "nbgrader", "tuto": "autograder.cli"}
SECONDS = 300

Launch = Callable[[Sequence[str], Path, dict[str, str], Path], int]


@dataclass(frozen=True)
class Cycle:
    """One folder with everybody in it. `launch` runs a command line; `say` is told what happens."""

    folder: Path
    launch: Launch
    say: Callable[[str], object]

    @property
    def course(self) -> Path:
        return self.folder / "cours"

    @property
    def log(self) -> Path:
        return self.folder / "dit.txt"

    def home(self, pupil: str) -> Path:
        return self.folder / "eleves" / pupil

    def run(self, *words: str, at: Path | None = None, expect: int = 0) -> str:
        """One command, in the course folder unless told otherwise; what it said. Fails when its exit is another."""
        self.say(f"$ {' '.join(words)}")
        code = self.launch(words, at or self.course, surroundings(self.folder), self.log)
        said = self.log.read_text(encoding="utf-8", errors="replace")
        assert code == expect, f"{' '.join(words)}: {code}\n{said}"
        return said


def surroundings(folder: Path) -> dict[str, str]:
    """The environment of every command: no settings but those of the folder; the venv's bin is not on PATH."""
    kept = {name: os.environ[name] for name in ("LANG", "SYSTEMROOT", "TMPDIR") if name in os.environ}
    jupyter = {f"JUPYTER_{kind}_DIR": str(folder / "jupyter" / kind.lower()) for kind in ("CONFIG", "DATA", "RUNTIME")}
    return kept | jupyter | {"HOME": str(folder / "jupyter"), "PATH": os.defpath, "PYTHONPATH": str(ROOT)}


def by_command(words: Sequence[str], at: Path, env: dict[str, str], log: Path) -> int:
    """As a teacher types it."""
    with log.open("w") as out:
        command = [sys.executable, "-m", MODULES[words[0]], *words[1:]]
        return subprocess.run(command, cwd=at, env=env, stdout=out, stderr=out, timeout=SECONDS).returncode


def preloaded() -> Launch:
    """The same command lines, each in a process of its own too, but one that found nbgrader imported already."""
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["autograder.nbgrader.configuration", "nbgrader.apps", "course_config"])

    def launch(words: Sequence[str], at: Path, env: dict[str, str], log: Path) -> int:
        process = context.Process(target=be_the_command, args=(tuple(words), at, env, log))
        process.start()
        process.join(SECONDS)
        return process.exitcode

    return launch


def be_the_command(words: Sequence[str], at: Path, env: dict[str, str], log: Path) -> None:
    with log.open("w") as out:
        os.dup2(out.fileno(), 1)
        os.dup2(out.fileno(), 2)
    os.environ.clear()
    os.environ.update(env)
    os.chdir(at)
    sys.argv = list(words)
    sys.path[:0] = [str(at)]
    runpy.run_module(MODULES[words[0]], run_name="__main__", alter_sys=True)


def start_cycle(folder: Path, launch: Launch = by_command, say: Callable[[str], object] = print) -> Cycle:
    """A course folder with the sources of lesson 1, an empty exchange, a place for every pupil."""
    cycle = Cycle(folder.resolve(), launch, say)
    for name in ("cours", "echange", "jupyter/config", "jupyter/data", "jupyter/runtime"):
        (cycle.folder / name).mkdir(parents=True)
    (cycle.folder / "echange").chmod(0o777)
    shutil.copytree(ROOT / "source" / LESSON, cycle.course / "source" / LESSON)
    for place in (cycle.course, *(cycle.home(pupil) for pupil in BY_EXCHANGE)):
        place.mkdir(parents=True, exist_ok=True)
        settings = SETTINGS.format(exchange=str(cycle.folder / "echange"), cache=str(place / ".nbgrader"))
        (place / "nbgrader_config.py").write_text(settings, encoding="utf-8")
    return cycle


def release(cycle: Cycle) -> None:
    cycle.say("Le professeur prépare la leçon et la met à disposition.")
    cycle.run("nbgrader", "generate_assignment", LESSON)
    cycle.run("nbgrader", "release_assignment", LESSON)


def hand_in_by_exchange(cycle: Cycle, pupils: Sequence[str] = BY_EXCHANGE) -> None:
    """Each pupil fetches the lesson, works, and submits; then the teacher collects."""
    for pupil in pupils:
        cycle.say(f"{pupil} prend la leçon, travaille, et la rend.")
        cycle.run("nbgrader", "fetch_assignment", LESSON, at=cycle.home(pupil))
        (cycle.home(pupil) / LESSON / f"{LESSON}.ipynb").write_bytes(make(pupil))
        cycle.run("nbgrader", "submit", LESSON, "--student", pupil, at=cycle.home(pupil))
    cycle.say("Le professeur ramasse.")
    cycle.run("nbgrader", "collect", LESSON)


def hand_in_by_zip(cycle: Cycle, pupils: Sequence[str] = BY_ZIP) -> None:
    """The others hand in through the school's platform, which gives the teacher one zip."""
    cycle.say("Les autres rendent sur la plateforme du collège : le professeur télécharge un zip.")
    archive = cycle.course / "downloaded" / LESSON / "archive" / "rendus.zip"
    archive.parent.mkdir(parents=True)
    with zipfile.ZipFile(archive, "w") as zipped:
        for pupil in pupils:
            zipped.write(CLASS / pupil / LESSON / f"{LESSON}.ipynb", f"{pupil}_{LESSON}.ipynb")
    cycle.run("nbgrader", "zip_collect", LESSON)


def hand_back(cycle: Cycle, pupils: Sequence[str] = BY_EXCHANGE) -> None:
    """The pages: made for all, sent to those who used the exchange, and fetched by them."""
    cycle.say("Le professeur fait les pages de retour et les envoie.")
    cycle.run("nbgrader", "generate_feedback", LESSON, "--force")
    for pupil in pupils:
        cycle.run("nbgrader", "release_feedback", LESSON, "--student", pupil)
        cycle.run("nbgrader", "fetch_feedback", LESSON, "--student", pupil, at=cycle.home(pupil))


def exported(cycle: Cycle) -> dict[str, dict[str, str]]:
    """The marks as `nbgrader export` writes them, by pupil."""
    cycle.run("nbgrader", "export", "--to", "notes.csv")
    with (cycle.course / "notes.csv").open(encoding="utf-8", newline="") as file:
        return {line["student_id"]: line for line in csv.DictReader(file)}


@dataclass(frozen=True)
class Mark:
    """One graded cell in the gradebook."""

    auto: float | None
    manual: float | None
    needs_person: bool


def gradebook(course: Path) -> dict[str, dict[str, Mark]]:
    """Every mark of lesson 1, by pupil then by cell, read without nbgrader's help."""
    asked = """
        SELECT a.student_id, c.name, g.auto_score, g.manual_score, g.needs_manual_grade FROM grade g
        JOIN base_cell c ON c.id = g.cell_id JOIN submitted_notebook n ON n.id = g.notebook_id
        JOIN submitted_assignment a ON a.id = n.assignment_id
    """
    marks: dict[str, dict[str, Mark]] = {}
    with contextlib.closing(sqlite3.connect(course / "gradebook.db")) as book:
        for pupil, cell, auto, manual, needs in book.execute(asked):
            marks.setdefault(pupil, {})[cell] = Mark(auto, manual, bool(needs))
    return marks


def main(folder: Path) -> None:
    cycle = start_cycle(folder)
    release(cycle)
    hand_in_by_exchange(cycle)
    hand_in_by_zip(cycle)
    cycle.say(f"Le professeur corrige. Le fichier de {BROKEN} est abîmé : la commande le dit, et corrige les autres.")
    cycle.run("nbgrader", "autograde", LESSON, expect=1)
    by_nbgrader = gradebook(cycle.course)
    print(cycle.run("tuto", "autograde", "--force", expect=2))
    assert gradebook(cycle.course) == by_nbgrader
    cycle.say(f"Mêmes notes par les deux commandes, cellule par cellule, pour {len(by_nbgrader)} élèves.")
    hand_back(cycle)
    for pupil, line in exported(cycle).items():
        print(f"{pupil:<8} {line['score']:>5} / {line['max_score']}")
    cycle.say(
        f"Tout est dans {cycle.course}. Pour noter les textes libres : jupyter notebook, puis Nbgrader, Formgrader."
    )


if __name__ == "__main__":
    if len(sys.argv) > 1:
        main(Path(sys.argv[1]))
    else:
        with tempfile.TemporaryDirectory(prefix="tuto-nbgrader-") as temporary:
            main(Path(temporary))
