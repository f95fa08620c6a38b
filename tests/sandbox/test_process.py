"""The grader's process survives whatever the worker does, and the worker never survives the grader."""

import signal
import subprocess
import sys
import time
from pathlib import Path
from textwrap import dedent
from threading import Thread

import pytest

from autograder.sandbox import Sandbox, SandboxError, process, sandbox
from autograder.sandbox.job import Job, Limits, Stop, Unit

ROOT = Path(__file__).parents[2]
GOOD = Job((Unit("def f(x): return x + 1"),), "f", ((1,),))


def answer_of(sandbox):
    return sandbox.run(GOOD).answers[0].value


@pytest.fixture
def run_with(tmp_path, monkeypatch):
    """run_with(program): a sandbox whose worker is that program, and what its first job gives. The real worker takes
    its place when it is restarted. A program that answers is given all its time: it may be a busy machine."""
    opened = []

    def run_with(program, job=GOOD):
        false = tmp_path / "worker.py"
        false.write_text(dedent(PREAMBLE) + program)
        with monkeypatch.context() as patch:
            patch.setattr(process, "WORKER", false)
            if NEVER in program:
                patch.setattr(sandbox, "WALL", 0.5)
            opened.append(Sandbox(Limits(cpu=0.1)))
            return opened[0], opened[0].run(job)

    yield run_with
    for each in opened:
        each.close()


NEVER = "time.sleep(60)"
PREAMBLE = """
    import json, os, sys, time
    def send(content): os.write(1, len(content).to_bytes(4, "big") + content)
    def receive(): return os.read(0, int.from_bytes(os.read(0, 4), "big"))
    def reply(nonce, **fields): send(json.dumps({"nonce": nonce, "stop": None, "cpu": 0.1, **fields}).encode())
    GOOD = {"value": 2, "raised": None, "args": [1], "twins": False, "output": ""}
    GOOD = json.dumps({"entry": "function", "problems": [], "answers": [GOOD], "output": ""}).encode()
    send(b'{"mechanisms": []}')
    nonce = json.loads(receive())["nonce"]
"""


def test_a_worker_that_follows_the_protocol_is_believed(run_with):
    """Otherwise the tests below would prove nothing."""
    _, run = run_with("reply(nonce); send(GOOD); time.sleep(9)")
    assert run.answers[0].value == 2


@pytest.mark.parametrize(
    ("program", "stop"),
    [
        ("os._exit(0)", Stop.CRASH),
        ("reply(nonce)", Stop.CRASH),
        ("os.write(1, b'ab')", Stop.CRASH),
        ("os.write(1, (100).to_bytes(4, 'big'))", Stop.CRASH),
        ("os._exit(3)", Stop.CPU),
        (NEVER, Stop.CPU),
        (f"reply(nonce); {NEVER}", Stop.CPU),
        ("reply('0' * 32); send(GOOD)", Stop.TAMPERED),
        ("reply(None); send(GOOD)", Stop.TAMPERED),
        ("send(b'not json'); send(GOOD)", Stop.TAMPERED),
        ("send(b'\\xff'); send(GOOD)", Stop.TAMPERED),
        ("send(b'[]'); send(GOOD)", Stop.TAMPERED),
        ("reply(nonce, verdict='passed'); send(GOOD)", Stop.TAMPERED),
        ("reply(nonce, stop='passed'); send(b'')", Stop.TAMPERED),
        ("reply(nonce, stop=1); send(GOOD)", Stop.TAMPERED),
        ("reply(nonce, cpu='no'); send(GOOD)", Stop.TAMPERED),
        ("os.write(1, b'\\xff' * 4)", Stop.TAMPERED),
        ("reply(nonce); os.write(1, (2 << 20).to_bytes(4, 'big'))", Stop.TAMPERED),
        ("reply(nonce); send(b'{}')", Stop.TAMPERED),
    ],
)
def test_a_worker_that_misbehaves_is_replaced(run_with, program, stop):
    stays = "" if stop is Stop.CRASH or "_exit" in program else "\ntime.sleep(9)"
    opened, run = run_with(program + stays)
    assert (run.stopped, run.answers) == (stop, ())
    assert answer_of(opened) == 2


def test_a_worker_that_does_not_read_is_replaced(run_with):
    opened, run = run_with(NEVER, Job((Unit("#" * 2_000_000),), "f", ((1,),)))
    assert run.stopped is Stop.CPU
    assert answer_of(opened) == 2


def test_code_that_waits_a_moment_goes_on_and_the_worker_stays():
    """wasmtime's own threads keep its timers: the lock leaves them the system call in which they wait."""
    wait = Job((Unit("import select\nselect.select([], [], [], 0.05)\nx = 1"),), "x", None)
    with Sandbox() as opened:
        worker = opened.worker
        assert [opened.run(wait).answers[0].value for _ in range(3)] == [1, 1, 1]
        assert opened.worker is worker


def test_a_worker_that_died_between_two_jobs_is_replaced_silently():
    with Sandbox() as opened:
        opened.worker.process.kill()
        opened.worker.process.wait()
        assert answer_of(opened) == 2


def test_an_interrupted_job_does_not_answer_the_next_one(monkeypatch):
    """Ctrl-C while a worker computes: its late answer must not be taken for that of another job."""

    def interrupt(*_):
        raise KeyboardInterrupt

    with Sandbox() as opened:
        with monkeypatch.context() as patch, pytest.raises(KeyboardInterrupt):
            patch.setattr(process.Worker, "_answer", interrupt)
            opened.run(Job((Unit("x = 1"),), "x", None))
        assert answer_of(opened) == 2


def test_a_worker_that_does_not_start_says_why(tmp_path, monkeypatch):
    false = tmp_path / "worker.py"
    false.write_text("import sys; sys.exit('no more memory')")
    monkeypatch.setattr(process, "WORKER", false)
    with pytest.raises(SandboxError, match="no more memory"):
        Sandbox()


def test_a_worker_that_says_something_else_first_is_not_started(tmp_path, monkeypatch):
    false = tmp_path / "worker.py"
    false.write_text("print('what another package has to say')")
    monkeypatch.setattr(process, "WORKER", false)
    with pytest.raises(SandboxError, match="frame too long"):
        Sandbox()


def test_a_worker_that_ends_without_a_word_says_how(tmp_path, monkeypatch):
    false = tmp_path / "worker.py"
    false.write_text("import os; os._exit(7)")
    monkeypatch.setattr(process, "WORKER", false)
    with pytest.raises(SandboxError, match="exit status 7"):
        Sandbox()


def test_a_sandbox_outlives_the_thread_that_made_it():
    made = []
    thread = Thread(target=lambda: made.append(Sandbox()))
    thread.start()
    thread.join()
    with made[0] as opened:
        worker = opened.worker.process
        assert answer_of(opened) == 2
        assert opened.worker.process is worker


def test_several_sandboxes_work_side_by_side():
    values = {}

    def work(name):
        with Sandbox() as opened:
            job = Job((Unit(f"def f(x): return {name!r} * x"),), "f", ((3,),))
            values[name] = {opened.run(job).answers[0].value for _ in range(5)}

    threads = [Thread(target=work, args=(name,)) for name in "abc"]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert values == {name: {name * 3} for name in "abc"}


def test_a_closed_sandbox_leaves_no_process():
    opened = Sandbox()
    worker = opened.worker.process
    opened.close()
    assert worker.returncode is not None
    opened.close()


@pytest.mark.skipif(sys.platform != "linux", reason="looks in /proc")
@pytest.mark.parametrize("code", ["1", "while True: pass"], ids=["idle", "at work"])
def test_the_worker_leaves_with_the_grader(code):
    grader = dedent(f"""
        from autograder.sandbox import Sandbox
        from autograder.sandbox.job import *
        import time
        sandbox = Sandbox(Limits(cpu=600))
        print(sandbox.worker.process.pid, flush=True)
        sandbox.run(Job((Unit({code!r}),), "f", None))
        time.sleep(600)
    """)
    with subprocess.Popen([sys.executable, "-c", grader], stdout=subprocess.PIPE, text=True, cwd=ROOT) as parent:
        status = Path(f"/proc/{int(parent.stdout.readline())}/status")
        assert is_running(status)
        time.sleep(0.2)
        parent.send_signal(signal.SIGKILL)
    deadline = time.monotonic() + 60
    while is_running(status) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert not is_running(status)


def is_running(status):
    try:
        return "\nState:\tZ" not in status.read_text()
    except OSError:
        return False
