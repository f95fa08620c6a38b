"""Makes the WebAssembly component the sandbox runs, once per machine: `python -m autograder.sandbox.component`.

It lies in a folder named after everything it depends on, so a new version never meets an old file:

    .tuto/sandbox/<key>/sandbox.bin     the component, compiled for this machine
    .tuto/sandbox/<key>/checksum        its size and CRC-32: a damaged file is rebuilt, never run
"""

import hashlib
import math
import os
import platform
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from importlib import metadata
from pathlib import Path

from autograder.sandbox.checksum import checksum, is_intact
from autograder.sandbox.errors import SandboxMissing
from autograder.system_words import reason

HERE = Path(__file__).resolve().parent
GUEST = HERE / "guest"
TOOLS = ("componentize-py", "wasmtime")
ABANDONED = 3600  # seconds after which a build that was cut short is removed
OUTDATED = 30 * 86400  # and an old version
COMPONENTIZE = "import sys; from componentize_py import script; sys.exit(script())"
PRECOMPILE = (
    "import sys; from pathlib import Path; sys.path.insert(0, sys.argv[1]); import wasm;"
    "wasm.precompile(Path(sys.argv[2]), Path(sys.argv[3]))"
)

READY = "Le bac à sable est prêt."
NOT_MADE = "Le bac à sable n’a pas pu être construit. Relance « python3 start.py ». Détail : {detail}"
NO_TOOL = "Il manque le paquet {tool} : lance « python3 start.py »."
CANNOT_WRITE = (
    "Impossible d’écrire dans {parent} ({reason}). Libère de la place, donne les droits d’écriture, "
    "ou choisis un autre dossier avec la variable TUTO_SANDBOX_DIR."
)

Report = Callable[[str, float], None]


def home() -> Path:
    """Where components are kept."""
    chosen = os.environ.get("TUTO_SANDBOX_DIR")
    return Path(chosen).absolute() if chosen else HERE.parents[1] / ".tuto" / "sandbox"


def key() -> str:
    """A name for everything the compiled component depends on."""
    parts = [platform.system(), platform.machine(), (HERE / "wasm.py").read_text("utf-8")]
    for tool in TOOLS:
        try:
            parts.append(f"{tool} {metadata.version(tool)}")
        except metadata.PackageNotFoundError:
            raise SandboxMissing(NO_TOOL.format(tool=tool)) from None
    parts += [path.name + path.read_text("utf-8") for path in sorted(GUEST.iterdir()) if path.is_file()]
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()[:16]


def component_file() -> Path:
    return home() / key() / "sandbox.bin"


def is_built() -> bool:
    """The component is there and has its full size. Cheap: the content is checked when a sandbox starts."""
    try:
        file = component_file()
        size, _ = file.with_name("checksum").read_text("ascii").split()
        return file.stat().st_size == int(size)
    except (SandboxMissing, OSError, ValueError):
        return False


def discard(file: Path) -> None:
    """Forget a component that is damaged or refused by this machine, so that the next build makes it again."""
    file.with_name("checksum").unlink(missing_ok=True)


def build(report: Report = lambda label, part: None) -> Path:
    """Make the component unless an intact one is there.

    `report(sentence in French, part done from 0 to 1)` is called about twice a second. Raises SandboxMissing.
    """
    target = component_file()
    if is_intact(target):
        report(READY, 1.0)
        return target
    parent = target.parent.parent
    work = parent / f"part-{os.urandom(8).hex()}"
    try:
        parent.mkdir(parents=True, exist_ok=True)
        sweep(parent, keep=target.parent)
        work.mkdir()
        make(work, report)
        install(work, target.parent)
    except OSError as error:
        raise SandboxMissing(CANNOT_WRITE.format(parent=parent, reason=reason(error))) from None
    finally:
        shutil.rmtree(work, ignore_errors=True)
    report(READY, 1.0)
    return target


def make(work: Path, report: Report) -> None:
    """Both steps in processes of their own: Ctrl-C stops them at once and their memory is given back."""
    shutil.copytree(GUEST, work / "guest", ignore=shutil.ignore_patterns("__pycache__"))
    world = ["-d", "guest/sandbox.wit", "-w", "sandbox", "componentize", "guest", "-o", "sandbox.wasm"]
    step(work, ["-c", COMPONENTIZE, *world], report, ("Je prépare Python pour le bac à sable…", 0.0, 0.6, 20))
    args = ["-c", PRECOMPILE, str(HERE), "sandbox.wasm", "sandbox.bin"]
    step(work, args, report, ("Je le compile pour cet ordinateur…", 0.6, 1.0, 10))
    shutil.rmtree(work / "guest")
    (work / "sandbox.wasm").unlink()
    (work / "checksum").write_text(checksum(work / "sandbox.bin"), "ascii")


def step(work: Path, args: list[str], report: Report, progress: tuple[str, float, float, float]) -> None:
    """Run one step; how far it is can only be guessed from the time it usually takes."""
    label, start, end, usual = progress
    env = {name: value for name, value in os.environ.items() if name not in ("VIRTUAL_ENV", "PYTHONPATH")}
    log = work / "log"
    began = time.monotonic()
    with log.open("wb") as output:
        process = subprocess.Popen([sys.executable, *args], cwd=work, env=env, stdout=output, stderr=output)
        try:
            while process.poll() is None:
                report(label, start + (end - start) * (1 - math.exp((began - time.monotonic()) / usual)))
                try:
                    process.wait(0.5)
                except subprocess.TimeoutExpired:
                    continue
        finally:
            process.kill()
            process.wait()
    if process.returncode != 0:
        raise SandboxMissing(NOT_MADE.format(detail=log.read_text("utf-8", "replace").strip()[:300]))
    log.unlink()


def install(work: Path, folder: Path) -> None:
    """Put the finished folder in place in one move; another build may have been faster, or a damaged one be there."""
    if folder.exists() and not is_intact(folder / "sandbox.bin"):
        shutil.rmtree(folder, ignore_errors=True)
    try:
        work.rename(folder)
    except OSError:
        if not is_intact(folder / "sandbox.bin"):
            raise


def sweep(parent: Path, keep: Path) -> None:
    """Remove what interrupted builds and versions of long ago left behind."""
    for folder in parent.iterdir():
        with suppress(FileNotFoundError):  # another build has just put it in its place
            age = time.time() - folder.stat().st_mtime
            if folder != keep and age > (ABANDONED if folder.name.startswith("part-") else OUTDATED):
                shutil.rmtree(folder, ignore_errors=True)


def show(label: str, part: float) -> None:
    """One line on the terminal, rewritten as it advances; elsewhere (a log) the end only."""
    if sys.stdout.isatty():
        print(f"\r{label:<42} {round(100 * part):3d} %", end="\n" if part >= 1 else "", flush=True)
    elif part >= 1:
        print(label, flush=True)


def main() -> int:
    try:
        build(show)
    except SandboxMissing as missing:
        print(missing, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130
    return 0


if __name__ == "__main__":
    sys.exit(main())
