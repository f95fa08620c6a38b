"""Try the engine alone: `python -m engine train`, then `python -m engine generate`.

Does: train with a curve that falls in the terminal, save, also when interrupted; invent names.
Does not: anything the other files do not: it only calls them.
"""

import argparse
import os
import random
import signal
import sys
from collections.abc import Sequence
from dataclasses import replace
from itertools import islice
from math import log

from engine import words_for_people as say
from engine.checkpoint import load, save
from engine.command_line import check, make_parser
from engine.config import Config, gpt2_config
from engine.curve import draw
from engine.evaluation import evaluate
from engine.learner import MatrixLearner
from engine.names import load_names, plain_letters, split_names
from engine.sampling import invent
from engine.training import Exploded, Progress, Recipe, Session, new_session, train
from engine.vocabulary import ALPHABET, vocabulary_of

_CURVE_ROWS, _RECENT = 8, 100


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; the number to exit with: 0 when all went well."""
    parser = make_parser()
    wishes, unknown = parser.parse_known_args(arguments)
    if unknown:
        parser.error(say.UNKNOWN_OPTION.format(option=unknown[0]))
    if not wishes.command:
        parser.print_help()
        return 0
    check(parser, wishes)
    try:
        return _train(wishes) if wishes.command == "train" else _generate(wishes)
    except FileNotFoundError:
        print(say.NO_MODEL.format(file=wishes.file), file=sys.stderr)
    except ModuleNotFoundError as error:
        print(say.NOT_INSTALLED.format(name=error.name), file=sys.stderr)
    except Exploded as error:
        print(error, file=sys.stderr)
    except ValueError as error:  # written for programmers; the likely ones are met before (see command_line.py)
        print(say.CANNOT.format(why=error), file=sys.stderr)
    return 1


def _train(wishes: argparse.Namespace) -> int:
    session = _resumed(wishes) if wishes.resume else _begun(wishes)
    accents = session.vocabulary != ALPHABET
    learned, unseen = split_names(load_names(accents=accents))
    count = sum(len(row) for rows in session.learner.weights().values() for row in rows)
    print(say.ABOUT_NAMES.format(learned=len(learned), unseen=len(unseen), weights=count))
    if session.step >= session.recipe.steps:
        print(say.ALREADY_FINISHED.format(steps=session.step, more=2 * session.step))
        return 0
    _watch(session, learned)
    save(session, wishes.file)
    if session.step < session.recipe.steps:
        print(say.INTERRUPTED.format(step=session.step, file=wishes.file))
        print(say.GO_ON.format(file=wishes.file))
        return 0
    judged = evaluate(session.config, session.learner.weights(), session.vocabulary, unseen)
    print(say.FINISHED.format(file=wishes.file, loss=_french(judged), chance=_french(_chance(session))))
    return 0


def _begun(wishes: argparse.Namespace) -> Session:
    vocabulary = vocabulary_of(load_names(accents=True)) if wishes.accents else ALPHABET
    choices = {"n_embd": wishes.width, "n_head": wishes.heads, "n_layer": wishes.layers, "vocab_size": vocabulary.size}
    if wishes.dropout is not None:
        choices["dropout"] = wishes.dropout
    config = gpt2_config(**choices) if wishes.gpt2 else Config(**choices)
    recipe = Recipe(steps=wishes.steps or 1000, rate=wishes.rate, seed=wishes.seed, samples_every=20, samples=4)
    return new_session(recipe, config, vocabulary, _backend(wishes.backend))


def _resumed(wishes: argparse.Namespace) -> Session:
    session = load(wishes.file, _backend(wishes.backend))
    if wishes.steps:
        session.recipe = replace(session.recipe, steps=wishes.steps)
    return session


def _backend(name: str):
    """The learner of this name; NumPy and torch are imported only when asked for."""
    if name == "numpy":
        from engine.beyond.numpy_learner import NumpyLearner

        return NumpyLearner
    if name == "torch":
        from engine.beyond.torch_learner import TorchLearner

        return TorchLearner
    return MatrixLearner


def _watch(session: Session, words: Sequence[str]) -> None:
    """Train to the end, or to the end of the step during which Ctrl+C was pressed, and show it."""
    pressed: list[int] = []
    before = signal.signal(signal.SIGINT, lambda number, _: pressed.append(number))
    losses, samples, screen = [], (), _Screen(_chance(session) + 0.1)
    try:
        for progress in train(session, words):
            losses.append(progress.loss)
            samples = progress.samples or samples
            screen.show(progress, losses, samples, now=bool(pressed))
            if pressed:
                break
    finally:
        signal.signal(signal.SIGINT, before)


class _Screen:
    """On a terminal, a curve drawn again in place; elsewhere, one line per hundred steps."""

    def __init__(self, high: float):
        if os.name == "nt":
            os.system("")  # makes an old Windows console obey the moves of the cursor
        self._high, self._live, self._drawn = high, sys.stdout.isatty(), False

    def show(self, progress: Progress, losses: Sequence[float], samples: Sequence[str], *, now: bool) -> None:
        """Show this step, if it is one to show, or if it must be now."""
        if not now and progress.step < progress.steps and progress.step % (20 if self._live else 100):
            return
        recent = losses[-_RECENT:]
        loss = _french(sum(recent) / len(recent))
        status = say.STATUS.format(step=progress.step, steps=progress.steps, loss=loss, samples=" ".join(samples))
        lines = [*draw(losses, rows=_CURVE_ROWS, high=self._high), status] if self._live else [status]
        if self._drawn and self._live:
            print(f"\x1b[{len(lines)}A", end="")
        erase = "\x1b[2K" if self._live else ""
        print("\n".join(erase + line for line in lines), flush=True)
        self._drawn = True


def _generate(wishes: argparse.Namespace) -> int:
    session = load(wishes.file)
    start = plain_letters(wishes.start) if session.vocabulary == ALPHABET else wishes.start.lower()
    words = invent(
        session.config,
        session.learner.weights(),
        session.vocabulary,
        random.Random(wishes.seed),
        heat=wishes.heat,
        keep=wishes.keep,
        start=start,
    )
    for word in islice(words, wishes.count):
        print(word)
    return 0


def _chance(session: Session) -> float:
    """The loss of a model that knows nothing."""
    return log(session.vocabulary.size)


def _french(number: float) -> str:
    return f"{number:.2f}".replace(".", ",")


if __name__ == "__main__":
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(errors="replace")  # a Windows file in an old encoding has no narrow space
    sys.exit(main())
