"""How fast grading is, beside plain nbgrader on the same notebooks, in one run.

    python benchmarks/grading.py          prints a Markdown table; about five minutes on two cores

CPU is what the kernel counted for the command and all its children (os.wait4), so it includes the sandbox. Ratios of
one run are what counts: machines are shared and noisy. Bytecode caching is left on, as start.py leaves it.
"""

import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
OURS_GRADED = 11  # of 12: one file is cut in half
LESSON = "01_deviner_la_suite"
CLASS = ROOT / "tests" / "submissions" / "classe" / "submitted"
SOLVED = CLASS / "lea" / LESSON / f"{LESSON}.ipynb"
ENVIRONMENT = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}


@dataclass(frozen=True)
class Cost:
    """Seconds, seconds, and the highest sum of resident memory seen over the process tree, in MB."""

    wall: float
    cpu: float
    memory: float


def measure(command, cwd=ROOT):
    """Run to the end, quietly."""
    start = time.perf_counter()
    process = subprocess.Popen(command, cwd=cwd, env=ENVIRONMENT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
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


def tuto(*words):
    return measure([sys.executable, "-m", "autograder.cli", "grade", *map(str, words)])


def copies(folder, count):
    """The same solved notebook from `count` pupils: every one gets inputs of its own."""
    for number in range(count):
        target = folder / f"eleve{number:03}" / LESSON / SOLVED.name
        target.parent.mkdir(parents=True)
        shutil.copy(SOLVED, target)
    return folder


def nbgrader_course(folder):
    """A course of nbgrader's own with the class handed in, assignment generated."""
    for name in ("course_config.py", "nbgrader_config.py"):
        shutil.copy(ROOT / name, folder)
    shutil.copytree(ROOT / "source" / LESSON, folder / "source" / LESSON)
    shutil.copytree(CLASS, folder / "submitted")
    measure([*nbgrader("generate_assignment"), LESSON], cwd=folder)
    return folder


def nbgrader(verb):
    return [sys.executable, "-m", "nbgrader", verb, "--ExecutePreprocessor.timeout=10"]


def main():
    sys.path.insert(0, str(ROOT))
    ENVIRONMENT["PYTHONPATH"] = str(ROOT)
    ENVIRONMENT["PATH"] = str(Path(sys.executable).parent) + os.pathsep + ENVIRONMENT["PATH"]
    tuto(SOLVED)  # fills the bytecode cache
    with tempfile.TemporaryDirectory() as name:
        many = copies(Path(name) / "many", 200)
        cold = [tuto(SOLVED) for _ in range(7)]
        forty = [*sorted(many.iterdir())[:41]]
        warm = tuto(*forty)
        one = statistics.median(cost.cpu for cost in cold)
        two_hundred = tuto(many, "--jobs", "2")
        course = Path(name) / "course"
        course.mkdir()
        nbgrader_course(course)
        ours_first = tuto(CLASS)
        theirs = measure([*nbgrader("autograde"), LESSON], cwd=course)
        graded = len(list(course.glob(f"autograded/*/{LESSON}/*.ipynb")))
        ours = min(ours_first, tuto(CLASS), key=lambda cost: cost.cpu)
    print(table(cold, warm.cpu - one, two_hundred, ours, theirs, graded))


def table(cold, forty_more, two_hundred, ours, theirs, graded):
    busy = two_hundred.cpu / two_hundred.wall
    wall, cpu = theirs.wall / graded / (ours.wall / OURS_GRADED), theirs.cpu / graded / (ours.cpu / OURS_GRADED)
    rows = (
        ("What", "Measured", "Aim"),
        ("---", "---", "---"),
        ("One notebook, cold (median of 7), wall", f"{statistics.median(c.wall for c in cold):.2f} s", "≤ 1.5 s"),
        ("One more notebook, warm (41 against 1), CPU", f"{forty_more / 40 * 1000:.0f} ms", "≤ 60 ms"),
        ("200 notebooks, `--jobs 2`, wall", f"{two_hundred.wall:.1f} s, {busy:.2f} cores busy", "limited by CPU"),
        ("… memory, grader and both sandboxes", f"{two_hundred.memory:.0f} MB", "< 300 MB"),
        ("The sample class, `tuto grade`", f"{ours.wall:.1f} s wall, {ours.cpu:.1f} s CPU ({OURS_GRADED} graded)", ""),
        (
            "… plain `nbgrader autograde`, 10 s a cell",
            f"{theirs.wall:.1f} s wall, {theirs.cpu:.1f} s CPU ({graded} graded)",
            "",
        ),
        ("… ratio, per notebook graded", f"×{wall:.1f} wall, ×{cpu:.1f} CPU", ""),
    )
    return "\n".join(f"| {' | '.join(row)} |" for row in rows)


if __name__ == "__main__":
    main()
