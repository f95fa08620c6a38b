"""What the teacher sees in a terminal: French help, progress, a short summary."""

import argparse
import math
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import TextIO

from autograder.exercise import Outcome
from autograder.report import Report, Verdict
from autograder.typography import number
from autograder.wire import clean_text

SIGNS = {
    Outcome.PASSED: "✓",
    Outcome.WRONG: "~",
    Outcome.RAISED: "!",
    Outcome.TIMED_OUT: "∞",
    Outcome.NOT_ATTEMPTED: "·",
    Outcome.GRADER_ERROR: "?",
}
WORDS = {
    Outcome.PASSED: "réussi",
    Outcome.WRONG: "presque",
    Outcome.RAISED: "Python s'arrête",
    Outcome.TIMED_OUT: "ne finit pas",
    Outcome.NOT_ATTEMPTED: "pas commencé",
    Outcome.GRADER_ERROR: "souci du correcteur",
}
LAST_PORT = 65535


class FrenchParser(argparse.ArgumentParser):
    """argparse, with its own few words in French."""

    def __init__(self, prog: str, description: str = ""):
        super().__init__(prog=prog, description=description, add_help=False)
        self._positionals.title, self._optionals.title = "à donner", "options"
        self.add_argument("-h", "--help", "--aide", action="help", help="montrer cette aide")

    def format_usage(self) -> str:
        return super().format_usage().replace("usage:", "utilisation :", 1)

    def format_help(self) -> str:
        text = super().format_help().replace("usage:", "utilisation :", 1)
        return text.replace("\nà donner:", "\nà donner :").replace("\noptions:", "\noptions :")

    def error(self, message: str) -> None:
        for english, french in ENGLISH.items():
            message = message.replace(english, french)
        self.exit(2, f"{message}\n\n{self.format_help()}")


ENGLISH = {
    "the following arguments are required: ": "il manque : ",
    "unrecognized arguments: ": "je ne connais pas : ",
    "invalid choice: ": "je ne connais pas ",
    "choose from": "les choix sont",
    "expected one argument": "il manque ce qui vient après",
    "expected at least one argument": "il manque ce qui vient après",
    "not allowed with argument": "ne va pas avec",
    "argument ": "",
}


def subparser(**options) -> FrenchParser:
    return FrenchParser(options["prog"], options.get("description", ""))


def positive(text: str) -> int:
    if not text.isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"il faut un nombre à partir de 1, pas {text!r}")
    return int(text)


def port(text: str) -> int:
    if not text.isdecimal() or not 1 <= int(text) <= LAST_PORT:
        raise argparse.ArgumentTypeError(f"un port est un nombre de 1 à {LAST_PORT}, pas {text!r}")
    return int(text)


def complain(sentence: str) -> None:
    say(sentence, sys.stderr)


def say(text: str, stream: TextIO | None = None) -> None:
    """Without what a terminal would obey: pupils choose the names of their files."""
    print(seen(text), file=stream)


def seen(text: str) -> str:
    return clean_text(text.encode("utf-8", "replace").decode(), len(text))


def on_one_line(name: str) -> str:
    """A name of several lines could look like other pupils' results."""
    return seen(name).replace("\n", " ").replace("\t", " ")


@contextmanager
def progress(total: int, worth_it: int) -> Iterator[Callable[[], object]]:
    """A bar on stderr when there is enough to wait for; gives the function to call after each step."""
    if total < worth_it:
        yield lambda: None
        return
    from tqdm import tqdm

    with tqdm(total=total, desc="Correction", unit=" carnet", file=sys.stderr, disable=None) as bar:
        yield bar.update


def show_reports(reports: Sequence[Report]) -> None:
    if len(reports) == 1:
        show_one(reports[0])
    elif reports:
        show_class(reports)


def show_one(report: Report) -> None:
    say(f"{on_one_line(report.pupil)} – {report.lesson.title}")
    for verdict in report.verdicts:
        show_verdict(verdict)
    for note in report.notes:
        say(f"    {note}")
    if badge := report.lesson_badge:
        say(f"  Badge de la leçon : {badge.title}")
    say(f"  {points(report)} – {unlocking(report)}")


def show_verdict(verdict: Verdict) -> None:
    star = " ★" if verdict.bonus else ""
    say(f"  {SIGNS[verdict.outcome]} {verdict.name}{star} : {WORDS[verdict.outcome]}")
    if not verdict.passed:
        say(f"      {verdict.message}")
    if example := verdict.counterexample:
        say(f"      Pour {example.call}, tu donnes {example.got} ; on attend {example.expected}.")
    if verdict.badge:
        say(f"      Badge : {verdict.badge.title}")


def show_class(reports: Sequence[Report]) -> None:
    names = [on_one_line(report.pupil) for report in reports]
    width = min(30, max(map(len, names)))
    for name, report in zip(names, reports, strict=True):
        signs = "".join(SIGNS[verdict.outcome] for verdict in report.verdicts)
        say(f"{name[:width]:<{width}}  {signs}  {points(report):>15}  {unlocking(report)}")
    say("   ".join(f"{SIGNS[outcome]} {WORDS[outcome]}" for outcome in Outcome))


def points(report: Report) -> str:
    return f"{number(report.points)} / {report.max_points} points"


def unlocking(report: Report) -> str:
    """Which lesson opens, or how many required points are missing."""
    if report.unlocked:
        return f"la leçon « {report.unlocked.title} » est ouverte"
    missing = report.threshold * report.required_max - report.required_points
    if missing <= 1e-9:
        return "leçon réussie"
    count = math.ceil(missing - 1e-9)
    counted = " hors bonus" if report.required_max < report.max_points else ""
    return f"encore {count} point{'s' * (count > 1)}{counted} pour la leçon suivante"
