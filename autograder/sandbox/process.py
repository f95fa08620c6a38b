"""The trusted side of the worker process: starts it, speaks to it, and survives whatever it does."""

import contextlib
import json
import os
import struct
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

from autograder import wire

WORKER = Path(__file__).resolve().with_name("worker.py")
SLEPT = 3  # the exit status of a worker that ended because its instance waited without computing
START = 60.0  # seconds of wall clock it may take to start on a very busy machine
HEADER = 4_096  # bytes
WATCH = 0.25  # how often the watchdog looks, in seconds


class WorkerDied(Exception):
    """The process is gone."""


class WorkerSlept(WorkerDied):
    """The process did not answer in time and was killed, or ended itself because its instance only waited."""


class WorkerLied(Exception):
    """The process did not follow the protocol."""


class ComponentDamaged(Exception):
    """The component is not what was built, or was compiled for another processor."""


class Worker:
    """One worker process. The frames are described in worker.py.

    Reads and writes block, on every system alike; a watchdog thread kills a process that does not answer in time,
    which ends them.

    The process ends with its parent because its stdin does, and looks during a job whether the parent is still there.
    PR_SET_PDEATHSIG is not used: it fires when the *thread* that started the process ends, and a Sandbox may well be
    made by one thread of a pool and used by another.
    """

    def __init__(self, component: Path):
        self.process = start(component)
        self.guard, self.deadline, self.closed = threading.Lock(), None, threading.Event()
        threading.Thread(target=self._watch, name="sandbox watchdog", daemon=True).start()
        try:
            self.mechanisms = self._hello()
        except BaseException:
            self.close()
            raise

    def run(self, job: bytes, *, cpu: float, memory: int, wall: float) -> tuple[str | None, float, bytes]:
        """(why it stopped or None, CPU seconds used, what the instance replied)"""
        with self._within(wall):
            nonce = self._ask({"op": "run", "cpu": cpu, "memory": memory}, job)
            stop, used = self._answer(nonce, "stop", "cpu")
            reply = self._read(wire.FRAME)
        if type(used) is not float or (stop is not None and type(stop) is not str):
            raise WorkerLied("header")
        return stop, used, reply

    def probe(self, host: dict) -> list[str]:
        """Which doors of the system the worker itself, not an instance, finds open."""
        with self._within(START):
            (doors,) = self._answer(self._ask({"op": "probe", "host": host}), "open")
        return doors

    def is_gone(self) -> bool:
        return self.process.poll() is not None

    def close(self) -> None:
        self.closed.set()
        self.process.kill()
        self.process.wait()
        for pipe in (self.process.stdin, self.process.stdout, self.process.stderr):
            pipe.close()

    def _hello(self) -> tuple[str, ...]:
        """The mechanisms in force; what went wrong, when the process does not come up, is on its stderr."""
        try:
            with self._within(START):
                hello = json.loads(self._read(HEADER))
        except WorkerDied:
            said = self.process.stderr.read().decode("utf-8", "replace").strip()[-500:]
            raise WorkerDied(said or f"exit status {self.process.returncode}") from None
        self.process.stderr.close()
        if "damaged" in hello:
            raise ComponentDamaged(hello["damaged"])
        return tuple(hello["mechanisms"])

    @contextlib.contextmanager
    def _within(self, seconds: float) -> Iterator[None]:
        """Give the process that long. An exchange that is interrupted ends it: its late answer must not be taken for
        the next one."""
        with self.guard:
            self.deadline = time.monotonic() + seconds
        try:
            yield
            if self.deadline is None:
                raise WorkerDied
        except BaseException as problem:
            slept = self.deadline is None
            self.process.kill()
            slept = self.process.wait() == SLEPT or slept
            raise WorkerSlept() if slept and isinstance(problem, WorkerDied) else problem from None
        finally:
            with self.guard:
                self.deadline = None

    def _watch(self) -> None:
        while not self.closed.wait(WATCH):
            with self.guard:
                if self.deadline is not None and time.monotonic() > self.deadline:
                    self.deadline = None
                    self.process.kill()

    def _ask(self, header: dict, *frames: bytes) -> str:
        nonce = os.urandom(16).hex()
        content = [json.dumps({**header, "nonce": nonce}).encode(), *frames]
        self._write(b"".join(struct.pack(">I", len(frame)) + frame for frame in content))
        return nonce

    def _answer(self, nonce: str, *names: str) -> list:
        try:
            found, *values = wire.fields(wire.loads(self._read(HEADER)), "nonce", *names)
        except wire.WireError as error:
            raise WorkerLied(str(error)) from None
        if found != nonce:
            raise WorkerLied("nonce")
        return values

    def _write(self, content: bytes) -> None:
        view = memoryview(content)
        while view:
            try:
                view = view[self.process.stdin.write(view) :]
            except OSError:
                raise WorkerDied from None

    def _read(self, cap: int) -> bytes:
        (length,) = struct.unpack(">I", self._read_exactly(4))
        if length > cap:
            raise WorkerLied("frame too long")
        return self._read_exactly(length)

    def _read_exactly(self, count: int) -> bytes:
        pieces = []
        while count:
            try:
                piece = self.process.stdout.read(count)
            except OSError:
                piece = b""
            if not piece:
                raise WorkerDied
            pieces.append(piece)
            count -= len(piece)
        return b"".join(pieces)


def start(component: Path) -> subprocess.Popen:
    """A clean process: of the environment what finding its libraries takes, three pipes, a session of its own."""
    env = {name: os.environ[name] for name in ("SYSTEMROOT", "LD_LIBRARY_PATH") if name in os.environ}
    apart = {"creationflags": subprocess.CREATE_NO_WINDOW} if os.name == "nt" else {"start_new_session": True}
    return subprocess.Popen(
        [sys.executable, "-I", "-B", str(WORKER), str(component)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        bufsize=0,
        cwd=component.anchor,
        env=env,
        **apart,
    )
