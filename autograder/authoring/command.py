"""`tuto new`: its words on the command line."""

import argparse
import os
from types import ModuleType

from autograder import terminal
from autograder.authoring import phrases
from autograder.typography import french

COMMAND = "py start.py" if os.name == "nt" else "python3 start.py"
UNREAD = 2


def add_to(commands: argparse._SubParsersAction) -> None:
    making = commands.add_parser("new", help="préparer un nouvel exercice", description=phrases.NEW)
    making.add_argument("lesson", metavar="LEÇON", help="la leçon (son nom ou son numéro), ou celle à commencer")
    making.add_argument(
        "name", nargs="?", default="", metavar="NOM", help="la fonction que l'élève écrira, sans accents"
    )
    making.add_argument("--titre", default="", metavar="TEXTE", help="le titre de l'exercice, ou de la leçon")
    making.add_argument("--points", type=terminal.positive, default=2, metavar="N", help="les points (2 sinon)")
    making.add_argument("--bonus", action="store_true", help="un exercice ★, que l'élève peut passer")
    making.add_argument("--after", default="", metavar="NOM", help="après cet exercice (après le dernier sinon)")
    making.set_defaults(run=run_new)


def run_new(options: argparse.Namespace, config: ModuleType) -> int:
    from autograder.authoring.request import left_in, planned, then
    from autograder.authoring.writing import CannotMake, write_all

    try:
        plan, told = planned(config.COURSE, options, COMMAND)
        write_all(config.COURSE.root, plan.files)
    except CannotMake as obstacle:
        terminal.complain(french(str(obstacle)))
        return UNREAD
    for line in (*told, *left_in(plan.files), *map(french, plan.remarks), then(plan, COMMAND)):
        print(line)
    return 0
