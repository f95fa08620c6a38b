"""The process that runs instances: python -I -B worker.py COMPONENT.

It stands between the grader and the pupil's code: it holds no secret, reads nothing but its stdin, writes nothing but
its stdout, and locks itself before the first job. Frames both ways are four bytes of length, then the content:

    hello    -> {"mechanisms": [...]} or {"damaged": why the component cannot be used}
    request  <- {"nonce", "op": "run", "cpu", "memory"}, then the job
    answer   -> {"nonce", "stop": null, a Stop or "refused", "cpu"}, then what the instance replied
    request  <- {"nonce", "op": "probe", "host": {...}}      answer -> {"nonce", "open": [...]}    (for tuto doctor)
"""

import json
import os
import struct
import sys
import threading
import time
import traceback
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))  # python -I leaves it out

import lock
import probes
import wasm
from checksum import is_intact
from wasmtime import ExitTrap, Store, WasiConfig, WasmtimeError
from wasmtime.component import Component

REPLY = 1 << 20  # bytes: wire.FRAME, which is on the other side
SLEPT = 3  # the exit status of a process whose instance waited too long: process.SLEPT, on the other side
TICK = 0.005  # seconds
WAITING = 600  # ticks
WARM_UP = "import os, select\nos.write(1, b'x')\nselect.select([], [], [], 0.001)"


class CpuClock:
    """Interrupts the instance when this process has used its CPU time: a busy machine changes no verdict.

    An instance that waits in a system call (sleep by way of select) computes nothing and cannot be interrupted: when
    this thread has been served 600 times in a row and the other not once, the process ends.
    """

    def __init__(self, engine):
        self.engine, self.guard, self.running = engine, threading.Lock(), threading.Event()
        self.parent, self.deadline = os.getppid(), 0.0

    def start(self, seconds):
        self.deadline = time.process_time() + seconds
        self.running.set()

    def stop(self):
        with self.guard:  # so that no late tick falls on the next job
            self.running.clear()

    def watch(self):
        computed, waiting = 0.0, 0
        while self.running.wait():
            time.sleep(TICK)
            now = time.process_time()
            with self.guard:
                if self.running.is_set() and now >= self.deadline:
                    self.running.clear()
                    self.engine.increment_epoch()
            others = now - time.thread_time()
            computed, waiting = (others, 0) if others > computed + TICK / 10 else (computed, waiting + 1)
            if waiting > WAITING:
                os._exit(SLEPT)
            if os.getppid() != self.parent:  # the grader is gone: nobody waits for the answer
                os._exit(1)


class Host:
    """Runs each job in an instance of its own."""

    def __init__(self, component):
        self.engine = wasm.make_engine()
        self.component = Component.deserialize_file(self.engine, component)
        self.linker = wasm.make_linker(self.engine)
        self.clock = CpuClock(self.engine)

    def run(self, job, cpu, memory):
        """(why it stopped or None, what the instance replied)"""
        self.clock.start(cpu)
        try:
            with Store(self.engine) as store:  # freed at once, even though wasmtime's exceptions hold on to it
                return self.run_instance(store, job, memory)
        except WasmtimeError as error:
            return why(error), ""
        finally:
            self.clock.stop()

    def run_instance(self, store, job, memory):
        store.set_limits(memory_size=memory)
        store.set_epoch_deadline(1)
        store.set_wasi(WasiConfig())
        instance = self.linker.instantiate(store, self.component)
        try:
            refused = instance.get_func(store, "prepare")(store, job)
        except WasmtimeError as error:
            refused = str(error)[-2000:]
        if refused:
            return "refused", refused[:2000]
        reply = instance.get_func(store, "run")(store)
        return ("tampered", "") if len(reply.encode()) > REPLY else (None, reply)


def why(error):
    """The Stop that tells what ended an instance. wasmtime gives the kind of trap in its message only."""
    message = str(error)
    if isinstance(error, ExitTrap) or "!os_abort" in message:
        return "exit"
    if "wasm trap: interrupt" in message:
        return "cpu"
    return "crash" if "wasm trap" in message else "memory"  # its first memory does not fit in the limit


def read(count):
    content = b""
    while len(content) < count:
        piece = os.read(0, count - len(content))
        if not piece:
            os._exit(0)  # the grader closed the pipe
        content += piece
    return content


def read_frame():
    return read(struct.unpack(">I", read(4))[0])


def write_frame(content):
    content = struct.pack(">I", len(content)) + content
    while content:
        content = content[os.write(1, content) :]


def answer(host, request):
    nonce = request["nonce"]
    if request["op"] == "probe":
        write_frame(json.dumps({"nonce": nonce, "open": probes.open_doors(request["host"])}).encode())
        return
    job = read_frame().decode()
    before = time.process_time()
    stop, reply = host.run(job, request["cpu"], request["memory"])
    header = {"nonce": nonce, "stop": stop, "cpu": time.process_time() - before}
    write_frame(json.dumps(header).encode())
    write_frame(reply.encode())


def serve(host, null, mechanisms):
    """Warm up, which loads and opens what the lock forbids later; lock; then work until the grader leaves."""
    try:
        job = {"units": [[WARM_UP, False, []]], "entry": "", "inputs": [], "tools": [], "trace": False, "output": 0}
        stop, reply = host.run(json.dumps(job), 60, 1 << 30)
        if stop:
            raise RuntimeError(f"{stop}: {reply}")
        os.dup2(null, 2)  # nobody reads the stderr of a worker that has come up
        mechanisms = [*mechanisms, *lock.lock_calls()]
        write_frame(json.dumps({"mechanisms": mechanisms}).encode())
        while True:
            answer(host, json.loads(read_frame()))
    except Exception:
        traceback.print_exc()
    finally:
        os._exit(1)


def main():
    component = sys.argv[1]
    try:
        if not is_intact(Path(component)):
            raise WasmtimeError("checksum")
        host = Host(component)
    except WasmtimeError as error:  # damaged, or compiled for another processor
        write_frame(json.dumps({"damaged": str(error)[:500]}).encode())
        return
    null = os.open(os.devnull, os.O_RDWR)
    mechanisms = ["wasm", *lock.lock_paths()]  # before the other thread starts, which inherits it
    threading.stack_size(wasm.THREAD_STACK)
    threading.Thread(target=serve, args=(host, null, mechanisms), daemon=True).start()
    host.clock.watch()


if __name__ == "__main__":
    main()
