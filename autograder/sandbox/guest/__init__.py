"""The program inside the sandbox: CPython, this package and one pupil's code, in one throw-away instance.

Built into a WebAssembly component by autograder/sandbox/component.py: what is imported and done here when the module
loads is in the snapshot every instance starts from. It reads in this order: values, console, units, loops, session,
then the two exported functions. It decides nothing: it runs, and says what came out.
"""

import binascii
import builtins
import gc
import io
import json
import random
import sys
import time

from . import bytecode, heap, stdlib
from .session import CONSOLE, SILENCE, Session
from .values import FRAME, TooBig

SESSION = []


class WitWorld:
    """What the component exports: see sandbox.wit."""

    def prepare(self, job: str) -> str:
        sys.path.clear()  # nothing to import from: no search through folders that do not exist
        random.seed(binascii.crc32(job.encode()))  # the same job always rolls the same dice
        try:
            SESSION.append(Session(json.loads(job)))
        except Exception as error:
            return f"{type(error).__name__}: {error}"[:500]
        return ""

    def run(self) -> str:
        try:
            reply = SESSION.pop().run()
        except TooBig:
            reply = {"stopped": "answer_too_big"}
        except MemoryError:
            reply = {"stopped": "memory"}
        return to_text(reply)


def to_text(reply):
    text = json.dumps(reply, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
    content = text.encode("utf-8", "replace")  # a lone surrogate becomes "?"
    return content.decode() if len(content) <= FRAME else '{"stopped":"answer_too_big"}'


def leave(code=None):
    raise SystemExit(code)


def display(*values, **options):
    """Every notebook has it, without an import."""
    print(*values)


def rehearse():
    """Run a small job before the snapshot: Python is faster, and touches fewer pages, on code that has already run."""
    code = "import math\ndef f(x, d):\n    d['a'] = x\n    print(x)\n    return [v / 2 for v in x]\nn = 1"
    inputs = [[[1, 2, 3], {"d": [["a", {"t": [1, 2.5]}]]}], ["a", None]] * 20
    job = {"units": [[code, False, []]], "entry": "f", "inputs": inputs, "tools": [], "trace": False, "output": 1000}
    main = sys.modules["__main__"]
    for _ in range(3):
        to_text(Session(json.loads(json.dumps(job))).run())
    sys.modules["__main__"] = main


stdlib.load()
sys.stdin, sys.stdout, sys.stderr = io.StringIO(""), CONSOLE, SILENCE  # input() finds the end of the file at once
time.sleep = lambda seconds: None
builtins.exit = builtins.quit = leave
builtins.display = display
rehearse()
bytecode.close()
gc.collect()
gc.freeze()
PLUGS = heap.fill_holes()
