"""What a pupil may try, by accident or not. Each ends as an answer or a stop, and the sandbox goes on."""

from dataclasses import dataclass

import pytest

from autograder.sandbox import Sandbox
from autograder.sandbox.job import Job, Limits, Stop, Unit

GOOD = Job((Unit("def f(x): return x + 1"),), "f", ((1,),))


@dataclass(frozen=True)
class Attack:
    """`f()` is called after the code has run; `ends` are the stops, or the exceptions, it may end with."""

    story: str
    ends: tuple[Stop | str, ...]
    code: str


CPU, CRASH, EXIT, TAMPERED = (Stop.CPU,), (Stop.CRASH,), (Stop.EXIT,), (Stop.TAMPERED,)
MEMORY = (Stop.MEMORY, Stop.CRASH, Stop.CPU, "MemoryError")
RECURSION, DEEP = ("RecursionError",), (Stop.CRASH, "RecursionError")
REPLY = "import json\ndumps = json.dumps\njson.dumps = lambda reply, **options: "
SECONDS = 0.3
LATE = 1.0  # seconds of processor that a slow machine may take to notice; without any limit it would be Limits.cpu, 2
ATTACKS = [
    Attack("an endless loop in a cell", CPU, "while True: pass"),
    Attack("an endless loop in the function", CPU, "def f():\n while True: pass"),
    Attack(
        "a loop that catches everything",
        CPU,
        "def f():\n while True:\n  try:\n   while True: pass\n  except BaseException: pass",
    ),
    Attack("an endless destructor", CPU, "class A:\n def __del__(self):\n  while True: pass\ndef f(): A()"),
    Attack(
        "an exception that cannot be told",
        CPU,
        "class E(Exception):\n def __str__(self):\n  while True: pass\ndef f(): raise E",
    ),
    Attack("a catastrophic regular expression", CPU, "import re\ndef f(): re.match('(a+)+$', 'a' * 60 + 'b')"),
    Attack("a huge power", CPU, "def f(): return 10 ** 10 ** 8"),
    Attack("a loop inside a builtin", CPU, "def f(): return sum(range(10**12))"),
    Attack("an endless search", CPU, "import itertools\ndef f(): return 0 in itertools.repeat(1)"),
    Attack("an endless list", MEMORY, "import itertools\ndef f(): return list(itertools.repeat(1))"),
    Attack("two gigabytes", (*MEMORY, "OverflowError"), "def f(): return len(bytearray(2 << 30))"),
    Attack("one gigabyte", MEMORY, "def f(): return len(bytearray(1 << 30))"),
    Attack("a list that grows", MEMORY, "def f():\n rows = []\n while True: rows.append([0] * 100_000)"),
    Attack("a text that doubles", MEMORY, "def f():\n s = 'x'\n while True: s += s"),
    Attack("output without end", CPU, "def f():\n while True: print('x' * 65536)"),
    Attack("small lines without end", CPU, "def f():\n while True: print('x')"),
    Attack("endless recursion", RECURSION, "def f(): return f()"),
    Attack("endless recursion through sorted", RECURSION, "def f(*_): return sorted([1, 2], key=f)"),
    Attack("endless recursion through map", RECURSION, "def f(*_): return list(map(f, [1]))"),
    Attack(
        "endless recursion through repr", RECURSION, "class A:\n def __repr__(s): return repr(s)\ndef f(): repr(A())"
    ),
    Attack("no recursion limit", MEMORY, "import sys\ndef f():\n sys.setrecursionlimit(10**9)\n def g(): g()\n g()"),
    Attack("a list in a list in a list", DEEP, "def f():\n a = 0\n for _ in range(10**5): a = [a]\n return repr(a)"),
    Attack("two of them", DEEP, "def f():\n a = b = 0\n for _ in range(10**5): a, b = [a], [b]\n return a == b"),
    Attack("a very long sum", (*DEEP, Stop.CPU), "def f(): return " + "+".join(["1"] * 50_000)),
    Attack("a very long chain of attributes", DEEP, "def f(): return " + "a." * 20_000 + "a"),
    Attack("leaving", ("SystemExit",), "import sys\ndef f(): sys.exit(0)"),
    Attack("leaving with exit()", ("SystemExit",), "def f(): exit()"),
    Attack("a false Ctrl-C", ("KeyboardInterrupt",), "def f(): raise KeyboardInterrupt"),
    Attack("a false closing", ("GeneratorExit",), "def f(): raise GeneratorExit"),
    Attack("an exception of its own", ("Mine",), "class Mine(BaseException): pass\ndef f(): raise Mine"),
    Attack("os._exit in a cell", EXIT, "import os\nos._exit(0)"),
    Attack("os._exit in the function", EXIT, "import os\ndef f(): os._exit(0)"),
    Attack("os.abort", EXIT, "import os\ndef f(): os.abort()"),
    Attack(
        "bytecode that is none",
        (*CRASH, "NameError"),
        "exec(compile('', '', 'exec').replace(co_code=bytes([100, 255] * 30), co_consts=()))",
    ),
    Attack("waiting in a system call", CPU, "import select\ndef f(): select.select([], [], [], 100)"),
    Attack("a frame on the worker's stdout", ("None",), "import os\ndef f(): os.write(1, b'\\0\\0\\0\\x02{}')"),
    Attack("reading the worker's stdin", ("None",), "import os\ndef f(): os.read(0, 100) and 1 / 0"),
    Attack("closing every file", ("None",), "import os\ndef f(): os.closerange(0, 100)"),
    Attack("an empty reply", TAMPERED, REPLY + "'{}'"),
    Attack("a reply that is not JSON", TAMPERED, REPLY + "'[' * 100_000"),
    Attack("no reply", CRASH, REPLY + "None"),
    Attack("a reply of ten megabytes", TAMPERED, "import guest\nguest.to_text = lambda reply: 'x' * 10**7"),
    Attack("a verdict in the reply", TAMPERED, REPLY + "dumps({**reply, 'passed': True})"),
    Attack("more answers than asked", TAMPERED, REPLY + "dumps({**reply, 'answers': reply['answers'] * 2})"),
    Attack("a reply with NaN", TAMPERED, REPLY + "dumps({**reply, 'output': float('nan')})"),
    Attack("a field twice", TAMPERED, REPLY + 'dumps(reply)[:-1] + \',"output":""}\''),
    Attack("a false reason to stop", TAMPERED, REPLY + "dumps({'stopped': 'refused'})"),
    Attack("the guest's code replaced", CRASH, "import guest\nguest.session.Session.answer = None"),
    Attack("the builtins replaced", CRASH, "import builtins\nbuiltins.len = builtins.type = None\ndef f(): return 1"),
]


@pytest.mark.parametrize("attack", ATTACKS, ids=lambda attack: attack.story)
def test_an_attack_ends_and_the_next_job_runs(sandbox, run, attack):
    result = run(attack.code, cpu=SECONDS)
    assert ending(result) in attack.ends
    assert result.cpu < SECONDS + LATE
    assert sandbox.run(GOOD).answers[0].value == 2


@pytest.mark.parametrize(
    "code",
    [
        "import marshal\nf = marshal.loads(marshal.dumps(compile('1', '', 'eval')))",
        "import marshal, io\nf = marshal.load(io.BytesIO(marshal.dumps(compile('1', '', 'eval'))))",
        "f = compile('1', '', 'eval').replace(co_name='g')",
        "import _imp, marshal\nf = _imp.get_frozen_object('g', marshal.dumps(compile('1', '', 'eval')))",
        "def g(): pass\ng.__code__ = g.__code__\nf = g",
        "import guest.bytecode as door\ndoor.refuse.__cantrace__ = True",
        "import gc\nf = [found for found in gc.get_objects() if getattr(found, '__name__', '') == 'refuse']",
    ],
)
def test_no_function_is_made_of_bytes(run, code):
    """Bytecode can be read off the author's solutions of the exercises before, and brought back in an answer."""
    ((_, raised),) = run(code).problems
    assert raised.kind in ("PermissionError", "AttributeError")


def ending(run):
    if run.stopped:
        assert run.answers == ()
        return run.stopped
    raised = run.answers[0].raised
    return raised.kind if raised else str(run.answers[0].value)


def test_one_bad_input_costs_the_answers_of_its_job_only(run):
    cell = "def f(n):\n while n: pass\n return n"
    assert run(cell, inputs=((0,), (1,)), cpu=SECONDS).stopped is Stop.CPU
    assert [answer.value for answer in run(cell, inputs=((0,), (0,))).answers] == [0, 0]


def test_the_cpu_limit_is_for_the_whole_job(run):
    """No more time for having more cells, or more inputs."""
    spin = "for _ in range(2_000_000): pass"
    assert run(*[spin] * 20, f"def f():\n {spin}", inputs=((),) * 50, cpu=SECONDS).stopped is Stop.CPU


def test_the_sandbox_s_limit_holds_without_a_job_s_own_and_over_a_longer_one():
    with Sandbox(Limits(cpu=0.1)) as hurried:
        for cpu in (None, 60.0):
            run = hurried.run(Job((Unit("while True: pass"),), "f", ((),), cpu=cpu))
            assert run.stopped is Stop.CPU
            assert run.cpu < 0.1 + LATE


def test_the_memory_of_an_instance_is_given_back_whatever_ended_it(run):
    """Twenty times 150 MB is more than the worker may have."""
    hoard = "import os\ndef f():\n rows = bytearray(150 << 20)\n os._exit(0)"
    assert {run(hoard).stopped for _ in range(20)} == {Stop.EXIT}


def test_an_instance_that_does_not_even_fit_is_out_of_memory():
    with Sandbox(Limits(memory=1 << 20)) as small:
        assert small.run(GOOD).stopped is Stop.MEMORY


def test_a_loop_that_hides_from_the_trace_is_stopped_all_the_same(run):
    assert run("def f(): return sum(range(10**12))", trace=True, cpu=SECONDS).stopped is Stop.CPU
