"""How fast grading is, beside stock nbgrader and stock otter on the same notebooks, in one run.

    python -m benchmarks.grading              prints the Markdown tables; about ten minutes on two cores
    python -m benchmarks.grading --quick      six notebooks instead of thirty: about four minutes, rougher

CPU is what the kernel counted for a command and all its children (os.wait4), sandbox and kernels included. The tools
take turns, so that a busy moment of the machine falls on all of them. Ratios of one run are what counts.
Bytecode caching is left on, as start.py leaves it.
"""

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from dataclasses import dataclass
from pathlib import Path

from benchmarks.contenders import CONTENDERS, Contender, Kitchen
from benchmarks.stock_tools import ENVIRONMENT, LESSON, hand_in, nbgrader_course, put, thirty
from tests.sample_class import CLASS, PUPILS, make

ROOT = Path(__file__).resolve().parent.parent
TUTO_GRADE = (sys.executable, "-m", "autograder.cli", "grade")
SOLVED = CLASS / "lea" / LESSON / f"{LESSON}.ipynb"
HEAD = (
    "| Outil | Un carnet, à froid : attente ; processeur | Un de plus, à chaud : attente ; processeur | "
    "Mémoire | Rapport |"
)


@dataclass(frozen=True)
class Cost:
    """Seconds, seconds, and the highest sum of resident memory seen over the process tree, in MB."""

    wall: float
    cpu: float
    memory: float


@dataclass(frozen=True)
class Turn:
    """One tool's turn: one notebook in a process of its own, then a part of the class in one command."""

    cold: Cost
    warm: Cost
    count: int  # notebooks graded in `warm`

    def one_more(self, kind: str) -> float:
        """Seconds that each notebook after the first costs."""
        return (getattr(self.warm, kind) - getattr(self.cold, kind)) / (self.count - 1)


def measure(command, cwd=ROOT) -> Cost:
    """Run to the end, quietly."""
    start = time.perf_counter()
    quiet = {"stdin": subprocess.DEVNULL, "stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    process = subprocess.Popen([*map(str, command)], cwd=cwd, env=ENVIRONMENT, **quiet)
    peak = [0.0]
    watcher = threading.Thread(target=watch, args=(process.pid, peak), daemon=True)
    watcher.start()
    _, _, usage = os.wait4(process.pid, 0)
    process.returncode = 0
    return Cost(time.perf_counter() - start, usage.ru_utime + usage.ru_stime, peak[0])


def watch(pid, peak):
    import psutil

    while True:
        try:
            tree = [psutil.Process(pid), *psutil.Process(pid).children(recursive=True)]
            peak[0] = max(peak[0], sum(process.memory_info().rss for process in tree) / 2**20)
        except psutil.Error:
            return
        time.sleep(0.05)


def take_turns(class_: dict[str, bytes], rounds: int, folder: Path) -> dict[str, list[Turn]]:
    """Every tool grades every part of the class, one after the other, then the next part."""
    kitchen = Kitchen(folder / "kitchen")
    turns: dict[str, list[Turn]] = {contender.name: [] for contender in CONTENDERS}
    names = list(class_)
    for number in range(rounds):
        part = {name: class_[name] for name in names[number::rounds]}
        for contender in CONTENDERS:
            turns[contender.name].append(
                turn(contender, kitchen, part, folder / str(number) / contender.prepare.__name__)
            )
            print(f"{contender.name} : {number + 1}/{rounds}", file=sys.stderr, flush=True)
    return turns


def turn(contender: Contender, kitchen: Kitchen, part: dict[str, bytes], folder: Path) -> Turn:
    first = dict([next(iter(part.items()))])
    costs = []
    for name, pupils in (("cold", first), ("warm", part)):
        work = contender.prepare(kitchen, folder / name, pupils)
        costs.append(measure(work.command, work.cwd))
        if (graded := work.graded()) != len(pupils):
            raise SystemExit(f"{contender.name} graded {graded} notebooks of {len(pupils)}: {folder / name}")
    return Turn(*costs, count=len(part))


def beside_each_other(turns: dict[str, list[Turn]]) -> str:
    """Medians over the turns; the ratio is of CPU, one more notebook, to `tuto grade` of the same turn."""
    rows = [HEAD, "|---|---|---|---|---|"]
    for name, mine in turns.items():
        cold = [statistics.median(getattr(one.cold, kind) for one in mine) for kind in ("wall", "cpu")]
        more = [statistics.median(one.one_more(kind) for one in mine) for kind in ("wall", "cpu")]
        memory = max(one.warm.memory for one in mine)
        pairs = zip(mine, turns[CONTENDERS[0].name], strict=True)
        ratio = statistics.median(one.one_more("cpu") / ours.one_more("cpu") for one, ours in pairs)
        times = [" ; ".join(f"{said(seconds, 2)} s" for seconds in pair) for pair in (cold, more)]
        rows.append(f"| {name} | {times[0]} | {times[1]} | {memory:.0f} Mo | ×{said(ratio, 1)} |")
    return "\n".join(rows)


def said(value: float, digits: int) -> str:
    """As a French reader writes it."""
    return f"{value:.{digits}f}".replace(".", ",")


def ours(folder: Path) -> list[tuple[str, str, str]]:
    """`tuto grade` alone, against its aims."""
    many = copies(folder / "many", 200)
    cold = [measure((*TUTO_GRADE, SOLVED)) for _ in range(7)]
    warm = measure((*TUTO_GRADE, *sorted(many.iterdir())[:41]))
    one = statistics.median(cost.cpu for cost in cold)
    all_ = measure((*TUTO_GRADE, many, "--jobs", "2"))
    return [
        ("Un carnet, à froid", f"{said(statistics.median(cost.wall for cost in cold), 2)} s", "≤ 1,5 s"),
        ("Un carnet de plus, à chaud, processeur", f"{(warm.cpu - one) / 40 * 1000:.0f} ms", "≤ 60 ms"),
        (
            "200 carnets, `--jobs 2`",
            f"{said(all_.wall, 1)} s, {said(all_.cpu / all_.wall, 1)} cœur occupé",
            "processeur",
        ),
        ("… mémoire, bacs à sable compris", f"{all_.memory:.0f} Mo", "< 300 Mo"),
    ]


def copies(folder: Path, count: int) -> Path:
    """The same solved notebook from `count` pupils: every one gets inputs of its own."""
    for number in range(count):
        put(folder / f"eleve{number:03}" / LESSON / SOLVED.name, SOLVED.read_bytes())
    return folder


def sample_class(folder: Path) -> list[tuple[str, str, str]]:
    """The twelve pupils as they are, one damaged file and endless loops included."""
    course = nbgrader_course(folder / "course", {})
    hand_in(course, {name: make(name) for name in PUPILS})
    timeout = "--ExecutePreprocessor.timeout=10"
    before = measure((*TUTO_GRADE, CLASS))
    theirs = measure((sys.executable, "-m", "nbgrader", "autograde", LESSON, timeout), course)
    graded = len(list(course.glob(f"autograded/*/{LESSON}/*.ipynb")))
    mine = min(before, measure((*TUTO_GRADE, CLASS)), key=lambda cost: cost.cpu)
    ratio = (theirs.cpu / graded) / (mine.cpu / (len(PUPILS) - 1))
    return [
        (
            "La classe d’exemple, `tuto grade`",
            f"{said(mine.wall, 1)} s ({len(PUPILS) - 1} corrigés sur {len(PUPILS)})",
            "–",
        ),
        ("… `nbgrader autograde` seul, 10 s par cellule", f"{said(theirs.wall, 1)} s ({graded} corrigés)", "–"),
        ("… rapport par carnet corrigé", f"×{said(ratio, 1)} en temps de processeur", "–"),
    ]


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--quick", action="store_true", help="fewer notebooks, rougher figures")
    quick = options.parse_args().quick
    measure((*TUTO_GRADE, SOLVED))  # fills the bytecode cache
    with tempfile.TemporaryDirectory(prefix="tuto-mesures-") as name:
        turns = take_turns(thirty(6 if quick else 30), 2 if quick else 3, Path(name))
        rows = [("Quoi", "Mesuré", "Visé"), ("---", "---", "---"), *ours(Path(name))]
        rows += [] if quick else sample_class(Path(name))
    print("\n".join(f"| {' | '.join(row)} |" for row in rows), beside_each_other(turns), sep="\n\n")


if __name__ == "__main__":
    main()
