"""What the classroom adds to the `tuto` command. Django is imported only when one of them runs."""

import argparse
import os
from pathlib import Path
from types import ModuleType

from autograder import terminal

CLASS = "Ouvre la classe : les élèves travaillent dans leur navigateur, le professeur suit en direct."
BACKUP = "Copie toute la classe (élèves, essais, notes) dans un seul fichier, même pendant qu’elle tourne."
RESTORE = "Remet en place une classe copiée par « tuto backup »."
PASSWORD = "Donne un lien pour choisir un nouveau mot de passe de professeur."
DATA = "le dossier des données de la classe"
ROOT = Path(__file__).resolve().parent.parent
DEMO = ROOT / ".tuto" / "demo"
SOLO = ROOT / ".tuto" / "solo"


def add_to(commands: argparse._SubParsersAction) -> None:
    opening = commands.add_parser("classe", help="ouvrir la classe", description=CLASS)
    opening.add_argument("--port", type=terminal.port, default=8000, help="le port du serveur (8000 sinon)")
    opening.add_argument("--data", type=Path, metavar="DOSSIER", help=DATA)
    opening.add_argument("--isolation-partielle", action="store_true", help="ouvrir même si un verrou manque")
    kinds = opening.add_mutually_exclusive_group()
    kinds.add_argument("--demo", action="store_true", help="une classe de 12 élèves inventés, pour visiter")
    kinds.add_argument("--solo", action="store_true", help="pour apprendre seul, sans carte ni professeur")
    opening.set_defaults(run=run_class)
    for name, verb, what, run in (
        ("backup", "copier la classe dans un fichier", BACKUP, run_backup),
        ("restore", "remettre une classe copiée", RESTORE, run_restore),
    ):
        parser = commands.add_parser(name, help=verb, description=what)
        parser.add_argument("file", type=Path, metavar="FICHIER", help="le fichier de la copie")
        parser.add_argument("--data", type=Path, metavar="DOSSIER", help=DATA)
        parser.set_defaults(run=run)
    password = commands.add_parser("password", help="mot de passe oublié", description=PASSWORD)
    password.add_argument("name", metavar="NOM", help="le nom du professeur")
    password.add_argument("--data", type=Path, metavar="DOSSIER", help=DATA)
    password.set_defaults(run=run_password)


def choose_data(folder: Path | None, otherwise: Path | None = None) -> None:
    """Settings read the environment: what was asked on the command line goes there, before Django starts."""
    if chosen := folder or otherwise:
        os.environ["TUTO_DATA"] = str(chosen.resolve())
    os.environ["DJANGO_SETTINGS_MODULE"] = "classroom.settings"


def run_class(options: argparse.Namespace, config: ModuleType) -> int:
    choose_data(options.data, DEMO if options.demo else SOLO if options.solo else None)
    if options.solo:
        os.environ["TUTO_SOLO"] = "1"
    if options.isolation_partielle:
        os.environ["TUTO_PARTIAL"] = "1"
    from classroom.serving.server import open_class

    return open_class(options.port, demo=options.demo)


def run_backup(options: argparse.Namespace, config: ModuleType) -> int:
    choose_data(options.data)
    from classroom.serving.backup import backup

    return backup(options.file)


def run_restore(options: argparse.Namespace, config: ModuleType) -> int:
    choose_data(options.data)
    from classroom.serving.backup import restore

    return restore(options.file)


def run_password(options: argparse.Namespace, config: ModuleType) -> int:
    choose_data(options.data)
    from classroom.serving.server import forgotten_password

    return forgotten_password(options.name)
