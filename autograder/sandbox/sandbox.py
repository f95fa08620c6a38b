"""Runs a pupil's code where it can do no harm, and says what came out: `Sandbox.run(Job) -> Run`."""

import inspect
import json
import sys
import textwrap
from collections.abc import Callable
from typing import Self

from autograder import wire
from autograder.exercise import Tool
from autograder.sandbox.errors import SandboxError, SandboxMissing
from autograder.sandbox.job import Job, Limits, Run, Stop
from autograder.sandbox.process import ComponentDamaged, Worker, WorkerDied, WorkerLied, WorkerSlept
from autograder.sandbox.reply import read_reply

OUTPUT = 256 << 10  # characters: a reply has room for no more
WALL = 20.0  # seconds of wall clock on top of ten times the CPU time: a backstop, for code that waits without computing
REFUSED = "refused"
NO_START = (
    "Le bac à sable n’a pas démarré. Ferme d’autres programmes : la mémoire manque peut-être. Puis recommence. "
    "Détail : {detail}"
)
BUILD_IT = "Le bac à sable n’est pas prêt : lance « python3 start.py », puis recommence."


def is_locked(mechanisms: tuple[str, ...]) -> bool:
    """On Linux the system stands behind the WebAssembly wall, one way at least; elsewhere that wall is all."""
    return sys.platform != "linux" or bool({"seccomp", "landlock"} & set(mechanisms))


class Sandbox:
    """A worker process that runs one job at a time, each in a fresh instance. Used by one thread at a time.

    Whatever a job does, `run` returns a Run and the next job finds the sandbox as new.
    """

    def __init__(self, limits: Limits = Limits()):  # noqa: B008 (a frozen value)
        self.limits = limits
        self.sources: dict[Callable, list[str]] = {}
        self.worker: Worker | None = start_worker()
        self.mechanisms = self.worker.mechanisms

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        if self.worker:
            self.worker.close()
            self.worker = None

    def run(self, job: Job) -> Run:
        """Run one job. Raises SandboxError when the job is not right, SandboxMissing when the component is gone."""
        content = self._encode(job)
        cpu = self.limits.cpu if job.cpu is None else min(job.cpu, self.limits.cpu)
        run = self._attempt(content, job, cpu)
        if run.stopped is Stop.CRASH and self.worker is None:
            # The whole process fell, not just the instance: a system short of memory does that to the innocent too.
            # Code that is to blame does it again.
            run = self._attempt(content, job, cpu)
        return run

    def _attempt(self, content: bytes, job: Job, cpu: float) -> Run:
        self._ready()
        try:
            stop, used, reply = self.worker.run(content, cpu=cpu, memory=self.limits.memory, wall=WALL + 10 * cpu)
            if stop == REFUSED:
                raise SandboxError(wire.clean_text(reply.decode("utf-8", "replace")))
            if stop == Stop.TAMPERED:
                raise WorkerLied("reply too long")
            if stop is None:
                return read_reply(reply, job, self.limits.output, used)
            return Run("missing", (), stopped=Stop(stop), cpu=used)
        except WorkerSlept:
            return self._restart(Stop.CPU)
        except WorkerDied:
            return self._restart(Stop.CRASH)
        except (WorkerLied, wire.WireError, ValueError):
            return self._restart(Stop.TAMPERED)

    def open_doors(self, host: dict) -> list[str]:
        """Which doors of probes.py the worker process itself finds open. For the doctor."""
        self._ready()
        try:
            return self.worker.probe(host)
        except (WorkerDied, WorkerLied) as problem:
            self.close()
            raise SandboxError(f"the worker did not try its own doors: {problem!r}") from None

    def _ready(self) -> None:
        """Start a worker when there is none; one that died between two jobs is nobody's fault."""
        if self.worker and self.worker.is_gone():
            self.close()
        self.worker = self.worker or start_worker()

    def _restart(self, stop: Stop) -> Run:
        """Drop the worker: the next job starts another."""
        self.close()
        return Run("missing", (), stopped=stop)

    def _encode(self, job: Job) -> bytes:
        tools: list[list[str]] = []
        inputs = job.inputs and [[self._argument(value, tools) for value in args] for args in job.inputs]
        content = {
            "units": [[unit.code, unit.definitions_only, sorted(unit.skip)] for unit in job.units],
            "entry": job.entry,
            "inputs": inputs,
            "tools": tools,
            "trace": job.trace,
            "output": min(self.limits.output, OUTPUT),
        }
        return json.dumps(content).encode()

    def _argument(self, value: object, tools: list[list[str]]) -> object:
        try:
            if type(value) is not Tool:
                return wire.encode(value)
            source = self._source(value.factory)
            if source not in tools:
                tools.append(source)
            return {"tool": [tools.index(source), [wire.encode(arg) for arg in value.args]]}
        except (TypeError, OSError) as error:
            raise SandboxError(str(error)) from error

    def _source(self, factory: Callable) -> list[str]:
        """[source, name] of a tool's factory, read once."""
        if factory not in self.sources:
            self.sources[factory] = [textwrap.dedent(inspect.getsource(factory)), factory.__name__]
        return self.sources[factory]


def start_worker() -> Worker:
    from autograder.sandbox import component  # here, so that `python -m autograder.sandbox.component` loads it once

    if not component.is_built():
        raise SandboxMissing(BUILD_IT)
    file = component.component_file()
    try:
        return Worker(file)
    except ComponentDamaged:
        component.discard(file)
        raise SandboxMissing(BUILD_IT) from None
    except (WorkerDied, WorkerLied) as problem:
        raise SandboxError(NO_START.format(detail=problem)) from None
