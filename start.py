#!/usr/bin/env python3
"""Set the project up, then do what is asked. Nothing is needed but Python and its standard library.

    python3 start.py              set up, then open the class (--port, --data, --demo, --solo)
    python3 start.py test         set up, then run the tests with pytest
    python3 start.py grade PATH   set up, then any words of the `tuto` command

Setting up is a list of steps. A step that is done leaves a stamp in .tuto/setup/, a hash of what it was made from.
While the stamps are right there is nothing to do; an interrupted set-up goes on with the first step that has none.
"""

import contextlib
import errno
import glob
import hashlib
import importlib.util
import os
import re
import shutil
import signal
import subprocess
import sys
import sysconfig
import time
import zipfile
from pathlib import Path
from typing import NamedTuple

if os.name == "nt":
    import msvcrt
else:
    import fcntl

# ------------------------------------------------------------------------------------------- sentences

COMMAND = "py start.py" if os.name == "nt" else "python3 start.py"

HELP = f"""\
Tuto LLM : écrire soi-même un petit modèle de langage.

  {COMMAND}             prépare tout, puis ouvre la classe
      --port 8080               sur un autre port
      --data DOSSIER            avec les données d’un autre dossier
      --demo                    une classe de 12 élèves inventés, pour visiter
      --solo                    pour apprendre seul, sans carte ni professeur
  {COMMAND} backup FICHIER     copie toute la classe dans un fichier (restore la remet)
  {COMMAND} test        prépare tout, puis lance les tests (la suite va à pytest)
  {COMMAND} grade …     corrige des notebooks
  {COMMAND} autograde   corrige un dossier de cours nbgrader
  {COMMAND} build       fabrique release/ et solutions/ à partir de source/
  {COMMAND} doctor      vérifie que le bac à sable tient bon
  {COMMAND} new …       prépare un nouvel exercice, à compléter
  {COMMAND} jupyter …   ouvre les leçons dans Jupyter (--auteur : pour les écrire)

La première fois, il faut Internet et quelques minutes ; ensuite, tout démarre aussitôt.
Les autres mots sont transmis à la commande « tuto » (par exemple : {COMMAND} grade --help).
"""

OLD_PYTHON = "Il faut Python {wanted} ou plus récent ; ici, c’est Python {found}. {advice}"
OTHER_PYTHON = "Essayez plutôt : {other} start.py"
NEW_PYTHON = "Installez une version récente (python.org, ou la logithèque de l’ordinateur), puis relancez."

AGAIN = "Relancez la même commande : elle reprendra là où elle s’est arrêtée."
FIRST_TIME = "Première mise en place : quelques minutes, une seule fois."
ONCE_MORE = "Le dossier ou Python a changé : tout est remis en place, en quelques minutes."
READY = "Tout est prêt ({seconds} s)."
STOPPED = "L’étape « {label} » n’a pas abouti. " + AGAIN
INTERRUPTED = "Arrêté. " + AGAIN
WAITING = "Une autre commande start.py prépare déjà ce dossier : celle-ci attend qu’elle ait fini…"
LAST_LINES = "Dernières lignes du journal {log} :"

NO_VENV = (
    "Il manque à ce Python de quoi créer un environnement (les modules venv et ensurepip). "
    "Sous Debian ou Ubuntu : sudo apt install python3-venv. Ailleurs, réinstallez Python depuis python.org. " + AGAIN
)
NO_NETWORK = (
    "Les paquets n’ont pas pu être téléchargés : Internet ne répond pas. Vérifiez la connexion ; "
    "dans un établissement, il faut parfois indiquer le proxy (variable HTTPS_PROXY). " + AGAIN
)
NO_TRUST = (
    "La connexion n’est pas sûre : le certificat présenté est inconnu, souvent à cause du filtre d’un établissement. "
    "Demandez le certificat de ce filtre et indiquez son fichier dans la variable PIP_CERT. " + AGAIN
)
NO_DISK = (
    "Il n’y a plus assez de place sur le disque. Libérez environ 3 Go, pour le dossier {root} "
    "et pour le dossier temporaire. " + AGAIN
)
LITTLE_DISK = "Il faut encore {needed} Mo sur le disque de {root} ; il en reste {free}. Libérez de la place. " + AGAIN
READ_ONLY = (
    "Impossible d’écrire dans {root}. Copiez le projet dans un dossier à vous (pas un partage en lecture seule), "
    "fermez les programmes qui s’en servent, puis relancez."
)
BAD_PATH = "Le chemin {root} contient « {sign} », ce que Python n’accepte pas ici. Renommez ce dossier, puis relancez."
LONG_PATH = "Le chemin {root} est trop long. Déplacez le projet plus près de la racine du disque, puis relancez."
INCOMPLETE = "Le dossier du projet est incomplet : il y manque {file}. Récupérez-le de nouveau, puis relancez."
DAMAGED = "Un paquet téléchargé n’est pas celui attendu : il a été abîmé ou modifié en route. " + AGAIN
NO_PACKAGE = (
    "Un paquet n’existe pas pour cette machine ({machine}, Python {python}). "
    "Essayez avec une autre version de Python, de 3.11 à 3.14."
)

# What a failed program wrote, and the sentence that says it better. The first that matches is the cause.
CLUES = (
    (r"No space left on device|Errno 28\b|WinError 112|Disk quota exceeded|File too large", NO_DISK),
    (r"File name too long|WinError 206|Windows Long Path", LONG_PATH),
    (r"Permission denied|PermissionError|WinError (5|32)\b|Read-only file system", READ_ONLY),
    (r"CERTIFICATE_VERIFY_FAILED|SSLCertVerificationError", NO_TRUST),
    (r"DO NOT MATCH THE HASHES", DAMAGED),
    (
        r"NewConnectionError|ConnectTimeoutError|ReadTimeoutError|ProxyError|ProtocolError|SSLError|[Tt]imed out|"
        r"Failed to establish a new connection|name resolution|getaddrinfo failed|Network is unreachable|"
        r"Connection (refused|reset|aborted)",
        NO_NETWORK,
    ),
    (r"No matching distribution found|is not a supported wheel", NO_PACKAGE),
    (r"No module named '?ensurepip|ensurepip is not available", NO_VENV),
)


class Obstacle(Exception):
    """Something is missing on this machine; the text says what, and what to do."""


def explain(place, written, otherwise):
    """The sentence for what a failed program wrote."""
    for clue, sentence in CLUES:
        if re.search(clue, written):
            python = ".".join(map(str, sys.version_info[:2]))
            return sentence.format(root=place.root, machine=sysconfig.get_platform(), python=python)
    return otherwise


def say(text, end="\n", file=None):
    """Write for people: on stderr, because stdout belongs to the job (`grade --json`)."""
    file = file or sys.stderr
    encoding = file.encoding or "ascii"
    if not encoding.lower().startswith("utf"):  # old Windows code pages have every French sign but the narrow space
        text = text.replace("\u202f", "\u00a0").encode(encoding, "replace").decode(encoding)
    print(text, end=end, file=file, flush=True)


# ------------------------------------------------------------------------------------------ old Pythons

PYTHON = (3, 11)


def too_old(version):
    """What to tell the owner of a Python that is too old, None for one that will do.

    Nothing in this file is newer than Python 3.6 in syntax or in what it imports at the top, so that even that one
    comes as far as saying so.
    """
    if version[:2] >= PYTHON:
        return None
    others = [name for name in (f"python3.{minor}" for minor in range(14, 10, -1)) if runs(name)]
    advice = OTHER_PYTHON.format(other=others[0]) if others else NEW_PYTHON
    wanted, found = (".".join(map(str, numbers[:2])) for numbers in (PYTHON, version))
    return OLD_PYTHON.format(wanted=wanted, found=found, advice=advice)


def runs(python):
    """True when this command is there and works: pyenv leaves commands for the Pythons that are not chosen."""
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    return bool(shutil.which(python)) and subprocess.call([python, "-c", ""], **quiet) == 0


if too_old(sys.version_info):
    sys.exit(too_old(sys.version_info))


# ---------------------------------------------------------------------------------------------- places


class Place(NamedTuple):
    """One copy of the project on a disk, and where things are in it."""

    root: Path

    @property
    def venv(self):
        return self.root / ".venv"

    @property
    def stamps(self):
        return self.root / ".tuto" / "setup"

    @property
    def log(self):
        return self.root / ".tuto" / "setup.log"

    @property
    def site_packages(self):
        return Path(sysconfig.get_path("purelib", "venv", vars={"base": str(self.venv)}))

    def program(self, name):
        """A program of the environment, such as python or tuto."""
        return self.venv / "Scripts" / f"{name}.exe" if os.name == "nt" else self.venv / "bin" / name


def environment(place):
    """The variables for the environment's programs: its folder comes first, and nothing leads them elsewhere.

    Without .pyc files every import is slow: PYTHONDONTWRITEBYTECODE is not handed on.
    """
    unwanted = ("PYTHONDONTWRITEBYTECODE", "PYTHONHOME", "PYTHONPATH", "__PYVENV_LAUNCHER__")
    kept = {name: value for name, value in os.environ.items() if name not in unwanted}
    path = os.pathsep.join([str(place.program("python").parent), os.environ.get("PATH", os.defpath)])
    return dict(kept, PATH=path, VIRTUAL_ENV=str(place.venv), PIP_USER="0")


# ----------------------------------------------------------------------------------------------- steps


class Step(NamedTuple):
    """A part of the set-up. It is done again when a file that matches `files` changes: what it reads, or leaves."""

    name: str
    label: str
    megabytes: int
    files: tuple = ()


def component_files():
    """What the sandbox component is made from, and the marks it leaves: see autograder/sandbox/component.py."""
    home = os.environ.get("TUTO_SANDBOX_DIR") or os.path.join(".tuto", "sandbox")
    return ("autograder/sandbox/*.py", "autograder/sandbox/guest/*.*", os.path.join(glob.escape(home), "*", "checksum"))


# What the class's pages are built from, and the mark their build leaves: see classroom/assets/.
SITE_FILES = (
    *("classroom/assets/*.*", "classroom/assets/src/*/*.*", "classroom/static/classroom/*.*"),
    *("release/*/*.*", "release/*/*/*.*", "release/*/*/*/*.*", "exercises/badges/*.svg"),
    os.path.join(".tuto", "site", "current"),
)

GRADING = ("venv", "class", "project", "component")
CLASS = (*GRADING, "site")
AUTHORING = (*GRADING, "author")
TESTING = (*AUTHORING, "site", "test", "postgres")
WORDS = {"": CLASS, "classe": CLASS, "test": TESTING, **dict.fromkeys(("build", "jupyter", "autograde"), AUTHORING)}
NODE = (20, 0)


def word_of(arguments):
    """The first word of the command line; options alone are for the class."""
    return arguments[0] if arguments and not arguments[0].startswith("-") else ""


def steps_for(place, arguments):
    """The steps that the words of the command line need."""
    names = WORDS.get(word_of(arguments), GRADING)
    if os.environ.get("DATABASE_URL", "").startswith("postgres"):
        names = (*names, "postgres")
    every = (
        Step("venv", "Environnement Python", 100),
        Step("class", "Paquets pour corriger", 300, ("requirements/class.lock",)),
        Step("project", "Commande tuto", 1, ("pyproject.toml",)),
        Step("component", "Bac à sable", 300, component_files()),
        Step("author", "Paquets pour écrire les leçons", 900, ("requirements/author.lock",)),
        Step("test", "Paquets pour tester", 400, ("requirements/test.lock",)),
        Step("postgres", "Paquets pour PostgreSQL", 50, ("requirements/postgres.lock",)),
        Step("node", "Node, pour fabriquer les pages", 150, ("requirements/node.lock",)),
        Step("site", "Pages de la classe", 200, SITE_FILES),
    )
    if "site" in names and not is_done(place, every[-1]) and not has_node():
        names = (*names, "node")
    return [step for step in every if step.name in names]


def has_node():
    """Whether this machine has a Node that can build the pages; else one comes from the Python packages."""
    node = shutil.which("node")
    try:
        written = subprocess.run([node, "--version"], capture_output=True, text=True).stdout if node else ""
    except OSError:
        return False
    numbers = re.match(r"v(\d+)\.(\d+)", written)
    return bool(numbers and shutil.which("npm")) and tuple(map(int, numbers.groups())) >= NODE


def identity(place):
    """Which environment this is: it changes when .venv is made again, the folder moves or another Python runs."""
    made = (place.venv / "pyvenv.cfg").stat().st_mtime_ns if place.program("python").exists() else None
    return (str(place.root), sys.implementation.cache_tag, sysconfig.get_platform(), made)


def digest(place, step):
    """What the stamp of this step says when there is nothing to do."""
    content = hashlib.sha256(repr((step.name, identity(place))).encode("utf-8", "surrogateescape"))
    for pattern in step.files:
        for name in sorted(glob.glob(pattern, root_dir=place.root)):
            content.update(name.encode("utf-8", "surrogateescape") + (place.root / name).read_bytes())
    return content.hexdigest()


def is_done(place, step):
    stamp = place.stamps / step.name
    try:
        return stamp.read_bytes() == digest(place, step).encode()
    except OSError:
        return False


def missing(place, steps):
    return [step for step in steps if not is_done(place, step)]


# ------------------------------------------------------------------------------------- doing the steps


def set_up(place, steps):
    """Do the steps that are missing. When none is, nothing is started and nothing is written."""
    if not missing(place, steps):
        return
    began = time.monotonic()
    check_machine(place)
    try:
        with only_one(place):
            place.log.write_bytes(b"")
            todo = missing(place, steps)
            if todo and todo[0].name == "venv":
                say(ONCE_MORE if place.venv.exists() else FIRST_TIME)
            for number, step in enumerate(todo, 1):
                check_disk(place, sum(later.megabytes for later in todo[number - 1 :]))
                do(place, step, f"[{number}/{len(todo)}] {step.label}")
    except OSError as error:
        raise Obstacle(explain(place, str(error), str(error))) from error
    say(READY.format(seconds=round(time.monotonic() - began)))


def do(place, step, title):
    if step.name == "venv":
        make_environment(place, title)
    elif step.name == "project":
        install_project(place, title)
    elif step.name in BUILDERS:
        build(place, title, BUILDERS[step.name])
    else:
        install_layer(place, step, title)
    (place.stamps / step.name).write_bytes(digest(place, step).encode())


def make_environment(place, title):
    if place.venv.is_symlink() or place.venv.is_file():
        place.venv.unlink()
    elif place.venv.exists():
        shutil.rmtree(place.venv)
    # Not sys.executable: that may be the environment which has just been removed.
    run_logged(place, [sys._base_executable, "-m", "venv", "--without-pip", str(place.venv)], title)
    # On its own, because venv hides why ensurepip stopped.
    run_logged(place, [str(place.program("python")), "-m", "ensurepip", "--default-pip"], f"{title} (pip)")


def install_layer(place, step, title):
    """Install what a lock lists, nothing else: wheels only, for building one would fetch what no lock names."""
    (lock,) = (place.root / name for name in step.files)
    if not lock.is_file():
        raise Obstacle(INCOMPLETE.format(file=lock))
    forget_half_installed(place.site_packages)
    total = len(re.findall(r"(?m)^[\w.-]+==", lock.read_text("utf-8")))
    command = pip_install(place, "--only-binary", ":all:", "--require-hashes", "-r", str(lock))
    run_logged(place, command, title, lambda written: packages_seen(written, total))


def packages_seen(written, total):
    """How far pip is, told from what it wrote."""
    if "Installing collected packages" in written:
        return "installation, "
    seen = len(re.findall(r"(?m)^(?:Collecting|Requirement already satisfied)", written))
    return f"{min(seen, total)}/{total}, "


def forget_half_installed(site_packages):
    """Remove the marks of packages that a killed pip left incomplete: the next pip would believe them installed.

    INSTALLER and then RECORD are written when all the rest is there; `~name` is what was being replaced.
    """
    for folder in site_packages.glob("*.dist-info"):
        if not ((folder / "INSTALLER").exists() and (folder / "RECORD").exists()):
            shutil.rmtree(folder)
    for folder in site_packages.glob("~*"):
        shutil.rmtree(folder, ignore_errors=True)


def install_project(place, title):
    """Make the project importable and give it its `tuto` command, building nothing and asking the network nothing."""
    forget_half_installed(place.site_packages)
    wheel = write_wheel(place)
    run_logged(place, pip_install(place, "--no-index", "--force-reinstall", str(wheel)), title)
    wheel.unlink()


def write_wheel(place):
    """A wheel without code: the way to the project's folder, and the commands that pyproject.toml lists."""
    import tomllib  # not at the top: Python 3.6 must be able to start reading this file

    project = tomllib.loads((place.root / "pyproject.toml").read_text("utf-8"))["project"]
    name = "{}-{}".format(project["name"].replace("-", "_"), project["version"])
    info = f"{name}.dist-info"
    files = {
        # Relative, hence plain ASCII wherever the project is: old Pythons read .pth files in the machine's encoding.
        f"{name}.pth": os.path.relpath(place.root, place.site_packages) + "\n",
        f"{info}/METADATA": "Metadata-Version: 2.1\nName: {name}\nVersion: {version}\n".format(**project),
        f"{info}/WHEEL": "Wheel-Version: 1.0\nGenerator: start.py\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
        f"{info}/entry_points.txt": "[console_scripts]\n"
        + "".join(f"{command} = {function}\n" for command, function in project["scripts"].items()),
    }
    files[f"{info}/RECORD"] = "".join(f"{file},,\n" for file in (*files, f"{info}/RECORD"))
    wheel = place.stamps / f"{name}-py3-none-any.whl"
    with zipfile.ZipFile(wheel, "w") as archive:
        for file, content in files.items():
            archive.writestr(file, content)
    return wheel


BUILDERS = {"component": "autograder.sandbox.component", "site": "classroom.assets"}


def build(place, title, module):
    say(f"{title}…")
    command = [str(place.program("python")), "-m", module]
    with running(place, command, output=2) as process:  # it shows its own progress, and says what it lacks
        process.wait()
    if process.returncode:
        raise Obstacle(STOPPED.format(label=title))


def check_machine(place):
    """What can be known to be missing before anything is begun."""
    if not all(importlib.util.find_spec(module) for module in ("venv", "ensurepip")):
        raise Obstacle(NO_VENV)
    if os.pathsep in str(place.root):
        raise Obstacle(BAD_PATH.format(root=place.root, sign=os.pathsep))


def check_disk(place, megabytes):
    free = shutil.disk_usage(place.root).free // 1_000_000
    if free < megabytes:
        raise Obstacle(LITTLE_DISK.format(needed=megabytes, free=free, root=place.root))


# ----------------------------------------------------------------------------------- running a program


@contextlib.contextmanager
def only_one(place):
    """One set-up at a time in this folder; a second one waits. The system forgets the lock of a process that dies."""
    place.stamps.mkdir(parents=True, exist_ok=True)
    with (place.stamps / "lock").open("ab") as lock:
        # A pip that outlives a killed start.py holds on to the lock too, until it has finished.
        os.set_inheritable(lock.fileno(), True)
        if not take(lock):
            say(WAITING)
            while not take(lock):
                time.sleep(0.2)
        yield


def take(lock):
    """True when the lock is ours, or when this file system knows no locks."""
    try:
        if os.name == "nt":
            lock.seek(0)
            msvcrt.locking(lock.fileno(), msvcrt.LK_NBLCK, 1)
        else:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        return error.errno not in (errno.EAGAIN, errno.EWOULDBLOCK, errno.EACCES, errno.EDEADLK)
    return True


def pip_install(place, *words):
    quiet = ("--no-input", "--disable-pip-version-check", "--progress-bar", "off")
    return [str(place.program("python")), "-m", "pip", "install", "--no-deps", *quiet, *words]


@contextlib.contextmanager
def running(place, command, output):
    """A program of the set-up, stopped when the set-up is."""
    process = subprocess.Popen(
        command,
        cwd=place.root,
        env=environment(place),
        stdin=subprocess.DEVNULL,
        stdout=output,
        stderr=subprocess.STDOUT,
        close_fds=False,  # the lock stays with it
    )
    try:
        yield process
    finally:
        stop(process)


def stop(process):
    """Ctrl-C in a terminal has reached the program too: let it tidy up, then insist."""
    interrupt = process.terminate if os.name == "nt" else lambda: process.send_signal(signal.SIGINT)
    for insist in (lambda: None, interrupt, process.kill):
        insist()
        with contextlib.suppress(subprocess.TimeoutExpired):
            process.wait(2)
            return


def run_logged(place, command, title, detail=lambda written: ""):
    """Run a program that writes in the log, with one line of progress; a failure becomes a sentence."""
    began = time.monotonic()
    show = progress_line(title)
    with place.log.open("ab") as log:
        log.write(b"\n$ " + os.fsencode(" ".join(command)) + b"\n")
        log.flush()
        start = log.tell()
        with running(place, command, log) as process:
            while process.poll() is None:
                show(detail(written_since(place, start)), time.monotonic() - began)
                with contextlib.suppress(subprocess.TimeoutExpired):
                    process.wait(0.3)
    show("", time.monotonic() - began, last=True)
    if process.returncode:
        written = written_since(place, start)
        lines = [f"    {line[:200]}" for line in written.splitlines() if line.strip()][-5:]
        sentence = explain(place, written, STOPPED.format(label=title))
        raise Obstacle("\n".join([sentence, "", LAST_LINES.format(log=place.log), *lines]))


def written_since(place, start):
    with place.log.open("rb") as log:
        log.seek(start)
        return log.read().decode("utf-8", "replace")


def progress_line(title):
    """A line that is rewritten on a terminal; elsewhere one at the start, one every 15 seconds, one at the end."""
    live = sys.stderr.isatty()
    spoken = [0.0]

    def show(detail, seconds, last=False):
        text = f"{title}… {detail}{seconds:.0f} s"
        if live:
            say("\r" + text.ljust(70), end="\n" if last else "")
        elif last or seconds - spoken[0] >= 15:
            spoken[0] = seconds
            say(text)

    if not live:
        say(f"{title}…")
    return show


# --------------------------------------------------------------------------------------------- the job


# Shared among the processors, a file of tests staying together: what a file prepares is prepared once.
WHOLE_SUITE = ["-n", "logical", "--maxprocesses", "4", "--dist", "loadfile"]


def command_for(place, arguments, here):
    """The program that the words of the command line stand for, and the folder it runs in."""
    python = str(place.program("python"))
    word, rest = word_of(arguments), arguments[1:]
    if not word:
        return [str(place.program("tuto")), "classe", *arguments], here
    if word == "test":
        how = [seen_from(here, argument) for argument in rest] or WHOLE_SUITE
        return [python, "-m", "pytest", *how], place.root
    return [str(place.program("tuto")), *arguments], here


def seen_from(here, argument):
    """pytest runs in the project's folder: a file named from elsewhere, even `file::test`, gets its full path."""
    file, colons, test = argument.partition("::")
    is_file = not argument.startswith("-") and (here / file).exists()
    return f"{here / file}{colons}{test}" if is_file else argument


def become(place, command, folder):
    """Hand over to the program: its exit status, and Ctrl-C, are its own."""
    if os.name != "nt":
        os.chdir(folder)
        os.execve(command[0], command, environment(place))
    process = subprocess.Popen(command, cwd=folder, env=environment(place))
    while True:
        try:
            return process.wait()
        except KeyboardInterrupt:  # the program has received it as well, and decides
            continue


def main(arguments):
    place = Place(Path(__file__).resolve().parent)
    try:
        if arguments and arguments[0] in ("-h", "--help", "help", "aide"):
            say(HELP, file=sys.stdout)
            ready = not missing(place, steps_for(place, ["grade"]))
            return become(place, [str(place.program("tuto")), "--help"], Path.cwd()) if ready else 0
        set_up(place, steps_for(place, arguments))
        return become(place, *command_for(place, arguments, Path.cwd()))
    except Obstacle as obstacle:
        say(f"\n{obstacle}")
        return 1
    except KeyboardInterrupt:
        say(f"\n{INTERRUPTED}")
        return 130


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
