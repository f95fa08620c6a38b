"""A program of the build, with one line of progress while it runs."""

import math
import os
import subprocess
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

Report = Callable[[str, float], None]


@dataclass(frozen=True)
class Step:
    """What is said meanwhile, the part of the whole it stands for, and the seconds it usually takes."""

    label: str
    start: float
    end: float
    usual: float


def run(command: list[str], folder: Path, step: Step, report: Report, **variables: str) -> str | None:
    """Run a program in `folder`, with more environment variables. None when it went well, else what it wrote."""
    began, around = time.monotonic(), environment(command[0]) | variables
    with tempfile.TemporaryFile() as output:
        process = subprocess.Popen(command, cwd=folder, env=around, stdout=output, stderr=output)
        try:
            while process.poll() is None:
                guess = 1 - math.exp((began - time.monotonic()) / step.usual)
                report(step.label, step.start + (step.end - step.start) * guess)
                try:
                    process.wait(0.5)
                except subprocess.TimeoutExpired:
                    continue
        finally:
            process.kill()
            process.wait()
        output.seek(0)
        return output.read().decode("utf-8", "replace") if process.returncode else None


def environment(program: str) -> dict[str, str]:
    """Ours; and npm, which looks for `node` on the PATH, finds the one it came with."""
    return os.environ | {"PATH": str(Path(program).parent) + os.pathsep + os.environ.get("PATH", "")}
