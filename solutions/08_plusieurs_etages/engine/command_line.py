"""What `python -m engine` understands, and how it says that it does not.

Does: the options, their French help, the reading of numbers written « 0,5 » or « 0.5 ».
Does not: do anything with them (see __main__.py).
"""

import argparse

from engine import words_for_people as say


class _Parser(argparse.ArgumentParser):
    """argparse speaks English: a line it does not understand ends with a French sentence."""

    def error(self, message: str) -> None:
        why = message.partition("«")
        self.exit(2, say.NOT_UNDERSTOOD.format(why="«" + why[2] if why[1] else say.MISSING_VALUE) + "\n")


def make_parser() -> argparse.ArgumentParser:
    """The commands and their options."""
    parser = _Parser(prog="python -m engine", description=say.TITLE, add_help=False, allow_abbrev=False)
    _add_help(parser)
    commands = parser.add_subparsers(dest="command", title="commandes", metavar="commande", parser_class=_Parser)
    learn = commands.add_parser("train", help=say.HELP["train"], add_help=False, allow_abbrev=False)
    speak = commands.add_parser("generate", help=say.HELP["generate"], add_help=False, allow_abbrev=False)
    for command in (learn, speak):
        _add_help(command)
        command.add_argument("--fichier", dest="file", metavar="F", default="modele.json", help=say.HELP["file"])
    numbers = [("--pas", "steps", None), ("--taille", "width", 16), ("--tetes", "heads", 4), ("--etages", "layers", 1)]
    for option, name, default in numbers:
        learn.add_argument(option, dest=name, type=_whole, default=default, metavar="N", help=say.HELP[name])
    learn.add_argument("--vitesse", dest="rate", type=_number, default=0.01, metavar="X", help=say.HELP["rate"])
    learn.add_argument("--dropout", type=_share, metavar="X", help=say.HELP["dropout"])
    for option, name in (("--gpt2", "gpt2"), ("--accents", "accents"), ("--reprendre", "resume")):
        learn.add_argument(option, dest=name, action="store_true", help=say.HELP[name])
    learn.add_argument("--moteur", dest="backend", type=_backend_name, default="python", help=say.HELP["backend"])
    speak.add_argument("--nombre", dest="count", type=_whole, default=10, metavar="N", help=say.HELP["count"])
    speak.add_argument("--temperature", dest="heat", type=_number, default=0.8, metavar="X", help=say.HELP["heat"])
    speak.add_argument("--meilleures", dest="keep", type=_whole, metavar="K", help=say.HELP["keep"])
    speak.add_argument("--debut", dest="start", default="", metavar="LETTRES", help=say.HELP["start"])
    for command in (learn, speak):
        command.add_argument("--graine", dest="seed", type=_whole, default=42, metavar="N", help=say.HELP["seed"])
    return parser


def check(parser: argparse.ArgumentParser, wishes: argparse.Namespace) -> None:
    """End with a sentence when two options do not go together."""
    if wishes.command == "train" and wishes.width % wishes.heads:
        parser.error(say.NOT_A_MULTIPLE.format(width=wishes.width, heads=wishes.heads))


def _add_help(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("-h", "--aide", "--help", action="help", help=say.HELP["help"])


def _whole(text: str) -> int:
    return int(_checked(text, lambda number: number >= 1 and number == int(number)))


def _number(text: str) -> float:
    return _checked(text, lambda number: 0 < number < float("inf"))


def _share(text: str) -> float:
    return _checked(text, lambda number: 0 <= number <= 0.9)


def _checked(text: str, fits) -> float:
    """The number written in French or in English. Raises argparse's error, with a French sentence, unless it fits."""
    try:
        number = float(text.replace(",", "."))
        if fits(number):
            return number
    except (ValueError, OverflowError):
        pass
    raise argparse.ArgumentTypeError(say.NOT_A_NUMBER.format(text=text))


def _backend_name(text: str) -> str:
    if text not in ("python", "numpy", "torch"):
        raise argparse.ArgumentTypeError(say.NOT_A_BACKEND.format(text=text))
    return text
