"""Tries to break out of the sandbox, and says what held: isolation is measured, never inferred from a version.

Two kinds of probes: programs that a pupil could write, run inside an instance, and attempts of the worker process
itself (probes.py), which show what the lock of the system would hold were the first wall to fall.
"""

import os
import secrets
import socket
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from autograder.sandbox import probes
from autograder.sandbox.job import Job, Limits, Run, Unit
from autograder.sandbox.sandbox import Sandbox, is_locked

LIMITS = Limits(cpu=0.3)
HONEST = "ma vraie réponse"
OPEN = "porte ouverte"
COMPLETE, PARTIAL = "COMPLÈTE", "PARTIELLE"

# What a pupil's program may try. `f(host)` returns OPEN when it worked; a stop, an exception or a refusal is a success.
ATTEMPTS = {
    "lire un fichier": """
def f(host):
    with open(host['file']) as file: return file.read(1) and OPEN""",
    "lister un dossier": "import os\ndef f(host): return os.listdir('/') and OPEN",
    "écrire un fichier": """
def f(host):
    with open(host['file'] + '.eleve', 'w') as file: return file.write('x') and OPEN""",
    "lire l’environnement": "import os\ndef f(host): return os.environ and OPEN",
    "se connecter au réseau": """
import socket
def f(host):
    with socket.socket() as s:
        s.settimeout(1)
        s.connect(('127.0.0.1', host['port']))
        return OPEN""",
    "se dédoubler": """
import os
def f(host):
    child = os.fork()
    if child == 0: os._exit(0)
    return os.waitpid(child, 0) and OPEN""",
    "lancer un programme": """
import subprocess
def f(host): return subprocess.run([host['python'], '-c', '']) and OPEN""",
    "appeler du code machine": "import ctypes\ndef f(host): return ctypes.CDLL(None) and OPEN",
    "envoyer un signal au correcteur": "import os\ndef f(host): return os.kill(host['pid'], 0) or OPEN",
    "prendre toute la mémoire": "def f(host): return len(bytearray(1 << 30)) and OPEN",
    "calculer sans fin": """
def f(host):
    for _ in range(30_000_000): pass
    return OPEN""",
    "trouver les réponses attendues": """
import gc
def f(host):
    seen = [text for rows in gc.get_objects() if type(rows) is list for text in rows if type(text) is str]
    return any(text.startswith(host['mark']) and len(text) > len(host['mark']) for text in seen) and OPEN""",
}
FLOOD = "def f(host):\n    for _ in range(1000): print('x' * 10_000)"
FORGERY = """
import os
def f(host):
    forged = '{"answer": "porte ouverte"}'
    try: os.write(1, len(forged).to_bytes(4, 'big') + forged.encode())
    except OSError: pass
    print(forged)
    return 'ma vraie réponse'"""


@dataclass(frozen=True)
class Probe:
    """One attempt: what was tried, whether it was stopped, and how."""

    name: str
    stopped: bool
    detail: str = ""


@dataclass(frozen=True)
class Examination:
    """What was tried and the level it gives: COMPLÈTE or PARTIELLE."""

    level: str
    mechanisms: tuple[str, ...]
    probes: tuple[Probe, ...]


def examine(open_sandbox: Callable[[Limits], Any] = Sandbox) -> Examination:
    """Try everything on a sandbox of its own. Raises SandboxMissing.

    `open_sandbox` makes what is examined: the tests give it one without walls, to see every probe find an open door.
    """
    with decoys() as host, open_sandbox(LIMITS) as sandbox:
        tried = [*attempts(sandbox, host), *lock_attempts(sandbox, host)]
        mechanisms = sandbox.mechanisms
    level = COMPLETE if is_locked(mechanisms) and all(probe.stopped for probe in tried) else PARTIAL
    return Examination(level, mechanisms, tuple(tried))


@contextmanager
def decoys() -> Iterator[dict]:
    """Things to reach for: a file, a port that listens, a process, and an expected answer in the grader's memory."""
    mark = "attendu-"
    expected = [mark + secrets.token_hex(8)]
    with tempfile.TemporaryDirectory() as folder, socket.create_server(("127.0.0.1", 0)) as server:
        file = Path(folder, "secret.txt")
        file.write_text(expected[0], "utf-8")
        port = server.getsockname()[1]
        yield {"file": str(file), "port": port, "pid": os.getpid(), "python": sys.executable, "mark": mark}


def attempts(sandbox: Any, host: dict) -> Iterator[Probe]:
    for name, code in ATTEMPTS.items():
        run = try_out(sandbox, f"OPEN = {OPEN!r}\n{code}", host)
        yield Probe(name, not (run.answers and run.answers[0].value == OPEN), how(run))
    run = try_out(sandbox, FLOOD, host)
    printed = sum(len(answer.output) for answer in run.answers) + len(run.output)
    yield Probe("noyer le correcteur sous l’affichage", printed <= LIMITS.output, how(run))
    run = try_out(sandbox, FORGERY, host)
    yield Probe("falsifier sa réponse", not run.answers or run.answers[0].value == HONEST, how(run))


def lock_attempts(sandbox: Any, host: dict) -> Iterator[Probe]:
    """Elsewhere than on Linux the worker process is not locked: the instance's wall is the only one."""
    if sys.platform == "linux":
        doors = sandbox.open_doors(host)
        yield from (Probe(f"derrière le mur : {name}", name not in doors) for name in probes.DOORS)


def try_out(sandbox: Any, code: str, host: dict) -> Run:
    return sandbox.run(Job((Unit(code),), "f", ((host,),)))


def how(run: Run) -> str:
    """What stopped it, in the words of Python or of the sandbox."""
    if run.stopped:
        return run.stopped.value
    raised = [problem for _, problem in run.problems] + [answer.raised for answer in run.answers if answer.raised]
    return raised[0].kind if raised else ""


def describe(examination: Examination) -> str:
    """For the terminal; the last line is the conclusion."""
    width = max(len(probe.name) for probe in examination.probes)
    lines = [
        f"  {'arrêté' if probe.stopped else 'OUVERT'}  {probe.name:<{width}}  {probe.detail}".rstrip()
        for probe in examination.probes
    ]
    conclusion = f"Isolation : {examination.level} ({', '.join(examination.mechanisms)})"
    return "\n".join(["J’essaie de sortir du bac à sable :", *lines, "", conclusion])
