"""How fast the engine is, against a scalar autograd in microgpt's style, and how far from what Python allows.

    python -m benchmarks.engine          prints a Markdown table (about four minutes)

Everything that is compared runs in this process, in turns, on the same words from the same weights: the ratios hold
even when the machine is busy, the times less so. Times are processor times. Kernels are compiled before they are timed.
"""

import gc
import importlib
import math
import os
import platform
import random
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from pathlib import Path

from benchmarks.microgpt_style import MicrogptStyle
from engine.config import Config, parameters
from engine.gpt import mini_gpt
from engine.learner import MatrixLearner
from engine.matmul import matmul
from engine.my_code import train_with
from engine.names import load_names
from engine.sampling import invent, share_of_new
from engine.training import Recipe, new_session, train
from engine.vocabulary import ALPHABET

ROOT = Path(__file__).parents[1]
SMALL, LARGE = Config(), Config(n_embd=48, block_size=32)
SEEDS = (42, 1, 2, 3, 4)

REPEATS = {"scalar autograd": 1, "matrix tape": 10, "NumPy": 50, "torch": 10}  # so that each turn is long enough

Row = tuple[str, str, str]


def main() -> None:
    print(f"CPython {platform.python_version()}, {platform.machine()}, {os.cpu_count()} cores\n")
    print("| What | Measured | Wanted |\n|---|---|---|")
    for measure in (start_up, own_code, course_model, speed):
        for row in measure():
            print(f"| {' | '.join(row)} |", flush=True)


def speed() -> Iterator[Row]:
    """Steps per second, ratios to the scalar autograd, and how far the step is from its multiply-adds."""
    words = shuffled_words(42)
    for config, rounds, wanted in ((SMALL, 8, "≥ ×30"), (LARGE, 4, "≥ ×45")):
        at = f"{config.n_embd} dims, block {config.block_size}"
        chosen = words[:6] if config is SMALL else words[:3]
        times = race(all_learners(config), chosen, rounds)
        scalar = times.pop("scalar autograd")
        yield f"Scalar autograd, {at}", f"{1 / statistics.median(scalar):.2f} steps/s", "the reference"
        for name, each in times.items():
            ratios = [slow / fast for slow, fast in zip(scalar, each, strict=True)]
            found = f"×{statistics.median(ratios):.0f} (×{min(ratios):.0f} to ×{max(ratios):.0f})"
            found += f", {1 / statistics.median(each):.0f} steps/s"
            yield f"{name}, {at}", found, {"matrix tape": wanted, "NumPy": "≥ ×200"}.get(name, "-")
        yield without_collector(config, chosen[:2], at)
        yield floor(config, chosen, at)


def without_collector(config: Config, words: Sequence[list[int]], at: str) -> Row:
    """The ratio when Python does not look for cycles among the scalar autograd's millions of numbers."""
    gc.disable()
    times = race(two_learners(config), words, 4)
    gc.enable()
    ratios = [slow / fast for slow, fast in zip(times["scalar autograd"], times["matrix tape"], strict=True)]
    found = f"×{statistics.median(ratios):.0f} (×{min(ratios):.0f} to ×{max(ratios):.0f})"
    return f"matrix tape, {at}, garbage collector off for both", found, "-"


def two_learners(config: Config) -> dict[str, object]:
    """The reference and the engine, on the same weights."""
    weights = parameters(config)
    return {"scalar autograd": MicrogptStyle(config, weights), "matrix tape": MatrixLearner(config, weights)}


def all_learners(config: Config) -> dict[str, object]:
    """Those, and the ones whose package is installed."""
    found, weights = two_learners(config), parameters(config)
    for name in ("NumPy", "torch"):
        try:
            module = importlib.import_module(f"engine.beyond.{name.lower()}_learner")
        except ModuleNotFoundError:
            print(f"{name} is not installed: its lines are left out", file=sys.stderr)
        else:
            found[name] = getattr(module, f"{name.capitalize()}Learner")(config, weights)
    return found


def race(learners: dict, words: Sequence[list[int]], rounds: int) -> dict[str, list[float]]:
    """Seconds per step of each learner in each round; all take the same words, one learner after the other."""
    for name, learner in learners.items():
        for word in words if name != "scalar autograd" else words[:1]:
            learner.learn(word, 0.01)
    times: dict[str, list[float]] = {name: [] for name in learners}
    for _ in range(rounds):
        for name, learner in learners.items():
            times[name].append(timed(REPEATS[name], learn_all, learner, words) / len(words))
            gc.collect()  # nobody pays for another's rubbish
    return times


def learn_all(learner, words: Sequence[list[int]]) -> None:
    for word in words:
        learner.learn(word, 0.001)


def floor(config: Config, words: Sequence[list[int]], at: str) -> Row:
    """The multiply-adds of a step at the best speed seen for one, beside the best step, timed in turns."""
    learner, products = MatrixLearner(config, parameters(config)), products_of_the_model()
    learn_all(learner, words)
    step, best = math.inf, math.inf
    for _ in range(20):
        step = min(step, timed(1, learn_all, learner, words) / len(words))
        best = min(best, *(timed(5, matmul, A, B) / (len(A) * len(B) * len(B[0])) for A, B in products))
    count = statistics.mean(multiply_adds(config, len(word) - 1) for word in words)
    least = count * best
    found = f"{step * 1e3:.1f} ms, {step / least:.1f} × the floor of {least * 1e3:.1f} ms"
    return f"Best step of the matrix tape, {at}", f"{found} = {count:,.0f} × {best * 1e9:.1f} ns", "-"


def multiply_adds(config: Config, n: int) -> int:
    """How many a word of n letters costs, forwards and backwards, products of matrices only."""
    d = config.n_embd
    filters = config.n_layer * 12 * d * d + config.vocab_size * d
    attention = config.n_layer * 2 * n * d
    return 3 * n * (filters + attention)


def products_of_the_model() -> list[tuple]:
    """Pairs of matrices of the shapes that a step multiplies."""
    rng = random.Random(1)
    sizes = ((8, 64, 16), (8, 16, 64), (64, 16, 8), (8, 192, 48), (8, 48, 192), (192, 48, 8))
    return [
        tuple([[rng.random() for _ in range(inner)] for _ in range(n)] for n in (rows, columns))
        for rows, columns, inner in sizes
    ]


def course_model() -> Iterator[Row]:
    """The course's training: time, loss, invented names."""
    names = load_names()
    seconds, losses, new = [], [], []
    for seed in SEEDS:
        session = new_session(Recipe(steps=1000, seed=seed))
        curve: list[float] = []
        seconds.append(timed(1, curve.extend, (progress.loss for progress in train(session, names))))
        losses.append(statistics.mean(curve[-100:]))
        words = invent(session.config, session.learner.weights(), ALPHABET, random.Random(seed))
        new.append(share_of_new(list(islice(words, 300)), set(names)))
    others = f"seeds {', '.join(map(str, SEEDS[1:]))}"
    yield "1000 steps, 16 dims, plain Python", f"{statistics.median(seconds):.1f} s", "≤ 10 s"
    all_losses = ", ".join(f"{loss:.2f}" for loss in losses[1:])
    yield "Mean loss of the last 100 steps", f"{losses[0]:.2f} (seed 42); {all_losses} ({others})", "≤ 2.20"
    yield "New names among 300, temperature 1", f"{min(new):.0%} to {max(new):.0%}", "≥ 80 %"


def own_code() -> Iterator[Row]:
    """Training through plain loops with the scalar tape."""
    config = Config(n_embd=8)
    curve: list[float] = []
    steps = train_with(lambda w, ids: mini_gpt(w, ids, 4), parameters(config), shuffled_words(42), 0.3, 300)
    seconds = timed(1, curve.extend, (progress.loss for progress in steps))
    yield "“My own code”, 8 dims, 300 steps", f"{seconds:.1f} s", "≤ 10 s"
    yield "Its mean loss of the last 100 steps", f"{statistics.mean(curve[-100:]):.2f}", "< 2.55"


def start_up() -> Iterator[Row]:
    """Import time and peak memory (as Linux tells it), each in a fresh process."""
    for module in ("engine", "engine.training"):
        code = f"import time; t = time.perf_counter(); import {module}; print(time.perf_counter() - t)"
        times = [float(fresh(code)) for _ in range(7)]
        yield f"`import {module}`", f"{min(times) * 1e3:.1f} ms", "< 50 ms" if module == "engine" else "-"
    code = (
        "from engine.training import *; from engine.names import *\n"
        "for p in train(new_session(Recipe(steps=200)), load_names()): pass\n"
        "print(next(line.split()[1] for line in open('/proc/self/status') if line.startswith('VmHWM')))"
    )
    yield "Peak memory of a training", f"{float(fresh(code)) / 1024:.0f} MB", "< 60 MB"


def fresh(code: str) -> str:
    """What this code prints in a new Python that may keep its compiled files."""
    environment = {name: text for name, text in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    run = subprocess.run([sys.executable, "-c", code], cwd=ROOT, env=environment, check=True, capture_output=True)
    return run.stdout.decode()


def timed(times: int, work: Callable, *arguments) -> float:
    """Processor seconds of one call, the mean of several."""
    start = time.process_time()
    for _ in range(times):
        work(*arguments)
    return (time.process_time() - start) / times


def shuffled_words(seed: int) -> list[list[int]]:
    names = load_names()
    random.Random(seed).shuffle(names)
    return [ALPHABET.tokens(name) for name in names]


if __name__ == "__main__":
    main()
