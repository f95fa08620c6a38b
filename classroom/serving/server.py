"""Open a class: the database made ready, the addresses said, a production server started. Ctrl-C closes it."""

import contextlib
import logging
import os
import socket
import sys
from io import StringIO

import django
import segno
import uvicorn

from autograder.system_words import reason
from classroom.serving.addresses import lan_addresses
from classroom.serving.lock import AlreadyOpen, only_server

LINE = "─" * 66
OPEN = """
{line}
  La classe est ouverte.

  Adresse pour les élèves :  {address}
{more}{teacher}
  Les données sont dans :    {data}
  Pour fermer la classe :    Ctrl + C (rien n’est perdu)
{line}
"""
SOLO = "\n  Ton cours t’attend ici :   {local}\n"
TEACHER = "\n  Page du professeur :       {local}/prof/\n"
FIRST = """
  Professeur, première fois : ouvrez ce lien sur cet ordinateur. Il ne sert qu’une fois.
  {link}
"""
DEMO = """
  Page du professeur :       {local}/prof/   nom : {name}   mot de passe : {password}
  Pour entrer comme une élève : code {code}, mots {words}
  Cette classe est inventée : tout y est permis. Elle vit à part, dans son propre dossier.
"""
NO_NETWORK = "  (Aucun réseau local trouvé : pour l’instant, seul cet ordinateur peut ouvrir la classe.)\n"
OTHERS = "  Si elle ne s’ouvre pas :   {others}\n"
BUSY_PORT = (
    "Le port {port} est déjà pris, peut-être par une classe déjà ouverte. Fermez l’autre programme, "
    "ou choisissez un autre port : --port {next}"
)
NO_SITE = "Les pages de la classe ne sont pas encore fabriquées. Lancez : python3 start.py"
NO_DATA = "Je ne peux pas écrire dans {data} ({reason}). Choisissez un autre dossier avec --data."
CLOSED = "La classe est fermée. Tout est gardé."
NO_TEACHER = "Il n’y a pas de professeur nommé « {name} » dans {data}. Les noms connus : {names}."
NEW_PASSWORD = (
    "Ouvrez ce lien pendant que la classe est ouverte. Il ne sert qu’une fois.\n  http://localhost:8000{path}"
)


def open_class(port: int, demo: bool = False) -> int:
    """Serve until interrupted. Exit status: 0 closed, 1 something to do first."""
    from django.conf import settings

    try:
        data = settings.DATA
    except OSError as problem:
        return complain(NO_DATA.format(data=os.environ.get("TUTO_DATA", ".tuto/classe"), reason=reason(problem)))
    if not settings.SITE.folder.is_dir():
        return complain(NO_SITE)
    if not is_free(port):
        return complain(BUSY_PORT.format(port=port, next=port + 1))
    try:
        with only_server(data):
            prepare(demo)
            start_grading()
            print(welcome(port, demo), flush=True)
            serve(port)
    except (AlreadyOpen, CannotGrade) as problem:
        return complain(str(problem))
    print(CLOSED)
    return 0


def prepare(demo: bool = False) -> None:
    """Django started, the database at its last form; for a visit, the invented class."""
    django.setup()
    from django.core.management import call_command

    call_command("migrate", verbosity=0, interactive=False)
    if demo:
        from classroom.demo.play import open_demo

        open_demo()


class CannotGrade(Exception):
    """No sandbox can hold pupils' code here; the message says what is missing."""


def start_grading() -> None:
    """Before the doors open: a class that could not grade anything would help nobody. Raises CannotGrade."""
    from autograder.batch import IsolationTooWeak
    from autograder.sandbox import SandboxError, SandboxMissing
    from classroom.grading.pool import pool

    try:
        pool().start()
    except (IsolationTooWeak, SandboxMissing, SandboxError) as problem:
        raise CannotGrade(str(problem)) from problem


def serve(port: int) -> None:
    """One process; the sandboxes are processes of their own. Streams that stay open do not hold up the end."""
    logging.getLogger("uvicorn.error").setLevel(logging.WARNING)
    config = uvicorn.Config(
        "classroom.asgi:application",
        host="0.0.0.0",
        port=port,
        log_level="warning",
        access_log=False,
        lifespan="on",
        server_header=False,
        backlog=512,
        timeout_keep_alive=30,
        timeout_graceful_shutdown=2,
    )
    server = uvicorn.Server(config)
    with contextlib.suppress(KeyboardInterrupt):
        server.run()


def welcome(port: int, demo: bool) -> str:
    """All that must be said when the class opens, the QR of its address included."""
    from django.conf import settings

    local = f"http://localhost:{port}"
    lan = [f"http://{address}:{port}" for address in lan_addresses()]
    address = os.environ.get("TUTO_ADDRESS") or next(iter(lan), local)
    more = OTHERS.format(others="  ".join(lan[1:])) if lan[1:] else "" if lan else NO_NETWORK
    said = OPEN.format(line=LINE, address=address, more=more, teacher=for_teacher(local, demo), data=settings.DATA)
    return said if settings.SOLO or not sys.stdout.isatty() else said + terminal_qr(address)


def for_teacher(local: str, demo: bool) -> str:
    from django.conf import settings

    from classroom.gates.invitations import first_link

    if settings.SOLO:
        return SOLO.format(local=local)
    if demo:
        from classroom.demo.play import demo_access

        return DEMO.format(local=local, **demo_access())
    link = first_link(local)
    return FIRST.format(link=link) if link else TEACHER.format(local=local)


def terminal_qr(address: str) -> str:
    """The address as a QR, in half blocks."""
    drawn = StringIO()
    segno.make(address, error="l").terminal(drawn, compact=True, border=2)
    return drawn.getvalue()


def is_free(port: int) -> bool:
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as probe:
        if os.name != "nt":  # there, this option would let two programs share a port
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("0.0.0.0", port))
        except OSError:
            return False
    return True


def forgotten_password(name: str) -> int:
    """A one-time link for a teacher who cannot come in any more; only who holds this machine can ask for it."""
    prepare()
    from django.conf import settings
    from django.contrib.auth.models import User

    from classroom.gates.invitations import reset_link

    names = list(User.objects.order_by("username").values_list("username", flat=True))
    if name not in names:
        return complain(NO_TEACHER.format(name=name, data=settings.DATA, names=", ".join(names) or "aucun"))
    print(NEW_PASSWORD.format(path=reset_link(name)))
    return 0


def complain(sentence: str) -> int:
    print(sentence, file=sys.stderr)
    return 1
