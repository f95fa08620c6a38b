"""Cells run as in a notebook: statement by statement, in one namespace."""

import pytest

from autograder.answer import Raised
from autograder.sandbox.job import Unit

USUAL_MODULES = "math random collections itertools statistics json re string dataclasses typing time".split()


def variable(run, *cells, entry="x"):
    return run(*cells, entry=entry, inputs=None).answers[0].value


def test_cells_share_one_namespace(run):
    assert variable(run, "a = 1", "def g(): return a", "x = g() + 1") == 2


def test_jobs_share_nothing(run):
    run("import math\nmath.pi = 3\nx = 1")
    assert run("", entry="x", inputs=None).entry == "missing"
    assert variable(run, "import math\nx = math.pi > 3.1")


def test_the_text_of_an_earlier_cell_is_not_left_in_memory(run):
    """The solutions of the earlier exercises come before the pupil's cell: nothing may read them out. That gc lists no
    object is another test (test_attacks)."""
    secret = "def earlier():\n    return 'the line to guess'"
    pupil = """
import sys
def f():
    waiting, seen, frame = [*sys.modules.values()], set(), sys._getframe()
    while frame:
        waiting += [frame.f_locals, frame.f_globals]
        frame = frame.f_back
    while waiting:
        thing = waiting.pop()
        if id(thing) in seen:
            continue
        seen.add(id(thing))
        if type(thing) is str and chr(100) + "ef earlier" in thing:
            return thing
        waiting += thing.values() if type(thing) is dict else thing if type(thing) in (list, tuple) else ()
        waiting += [vars(thing)] if hasattr(thing, "__dict__") else []
    return "nothing"
"""
    assert run(secret, pupil).answers[0].value == "nothing"


def test_a_statement_that_raises_does_not_stop_the_next(run):
    result = run("x = 1\n1 / 0\nx = 2\nexit()\nx = 3", "y = z", entry="x", inputs=None)
    assert result.answers[0].value == 3
    assert result.problems == (
        (0, Raised("ZeroDivisionError", "division by zero", 2)),
        (0, Raised("SystemExit", "None", 4)),
        (1, Raised("NameError", "name 'z' is not defined", 1)),
    )


def test_only_the_first_problems_are_told(run):
    assert len(run("1 / 0\n" * 50).problems) == 20


def test_a_cell_that_is_not_python_is_told_with_its_line(run):
    result = run("x = 1\nif x\n    y = 2", "x = 5", entry="x", inputs=None)
    assert result.problems == ((0, Raised("SyntaxError", "expected ':'", 2)),)
    assert result.answers[0].value == 5


@pytest.mark.parametrize("cell", ["x = '\ud800'", "x = '\0'", "(" * 5000, "-" * 9000 + "1"], ids=repr)
def test_a_cell_that_cannot_even_be_read_is_a_problem(run, cell):
    result = run(cell, "x = 2", entry="x", inputs=None)
    assert (len(result.problems), result.answers[0].value) == (1, 2)


class TestLines:
    """`line` counts from 1 in the cell that defines the entry, where the pupil can look."""

    def test_the_deepest_line_of_the_entry_s_cell(self, run):
        cell = "def g(x):\n    return 1 / x\n\ndef f(x):\n    return g(x)"
        assert run(cell, inputs=((0,),)).answers[0].raised.line == 2

    def test_another_cell_s_lines_are_not_told(self, run):
        helper = "\n\n\ndef g(x): return 1 / x"
        assert run(helper, "def f(x):\n    return g(x)", inputs=((0,),)).answers[0].raised.line == 2

    def test_a_library_s_lines_are_not_told(self, run):
        assert run("import json\ndef f():\n    return json.loads('{')").answers[0].raised.line == 3

    def test_a_call_with_too_few_arguments_has_no_line(self, run):
        assert run("def f(x): return x").answers[0].raised.line == 0

    @pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
    def test_every_kind_of_line_end(self, run, end):
        cell = end.join(["%time", "x = 'a\u2028b\x0c'", "def f():", "    return 1 / 0"])
        assert run(cell).answers[0].raised.line == 4

    def test_an_error_that_cannot_be_told_is_still_an_error(self, run):
        cell = "class E(Exception):\n    def __str__(self): raise SystemExit\ndef f(): raise E"
        assert run(cell).answers[0].raised == Raised("E", "", 3)


class TestMagics:
    @pytest.mark.parametrize(
        "cell",
        [
            "%time y = 2\nx = 1",
            "%%time\nx = 1",
            "!pip install torch\nx = 1",
            "y = !ls\nx = 1",
            "files = %who_ls\nx = 1",
            "print?\nx = 1",
            "?print\nprint.__doc__??\nx = 1",
            "for i in range(2):\n    %time i\nx = 1",
            "x = (7\n  % 2)",
            "x = 1\n%matplotlib inline",
        ],
    )
    def test_are_read_as_comments(self, run, cell):
        result = run(cell, entry="x", inputs=None)
        assert (result.answers[0].value, result.problems) == (1, ())

    def test_a_cell_in_another_language_is_a_comment(self, run):
        result = run("%%html\n<b>if</b>", "x = 1", entry="x", inputs=None)
        assert (result.answers[0].value, result.problems) == (1, ())

    def test_in_a_text_they_are_text(self, run):
        assert variable(run, "x = '''\n%time\n!ls\n'''") == "\n%time\n!ls\n"

    def test_lines_keep_their_number(self, run):
        assert run("%time 1\n!ls\n1 / 0").problems[0][1].line == 3

    def test_a_real_mistake_beside_a_magic_is_still_told(self, run):
        assert run("%time 1\nx = = 2").problems[0][1].line == 2


class TestDefinitionsOnly:
    CELL = """
import math
from math import pi as p
a = [1, 2]
b: dict = {"n": len(a)}
c = d = tuple(range(3))
def g(): return a
k = lambda n: abs(n)
class K: n = 1
async def h(): pass
e = math.floor(2.5)
l = lambda n=abs(1): n
print("no")
a.append(3)
a += [4]
for i in range(3): pass
if True: z = 1
x = sorted(globals())
"""

    def test_runs_imports_definitions_and_plain_assignments(self, run):
        result = run(Unit(self.CELL, definitions_only=True), "x = list(globals())", entry="x", inputs=None)
        names = {name for name in result.answers[0].value if not name.startswith("__")}
        assert names == {"math", "p", "a", "b", "c", "d", "g", "k", "K", "h"}
        assert result.output == ""

    def test_a_very_long_sum_is_read_without_harm(self, run):
        long = "y = " + "+".join(["1"] * 1500)
        assert variable(run, Unit(long, definitions_only=True), "x = 2") == 2

    def test_leaves_the_values_alone(self, run):
        assert variable(run, Unit(self.CELL, definitions_only=True), entry="a") == [1, 2]


class TestSkip:
    def test_solutions_already_in_place_are_kept(self, run):
        ours = "def f(): return 'ours'\ng = 'ours'"
        theirs = "def f(): return 'theirs'\ng = 'theirs'\nh = 'theirs'"
        units = (ours, Unit(theirs, skip=frozenset({"f", "g"})), "x = [f(), g, h]")
        assert variable(run, *units) == ["ours", "ours", "theirs"]

    @pytest.mark.parametrize(
        "cell",
        [
            "a, f = 1, 2",
            "for f in [2]: pass",
            "import math as f",
            "if True:\n    def f(): return 2",
            "def g():\n    global f\n    f = 2\ng()",
            "del f",
            "globals()['f'] = 2",
        ],
    )
    def test_by_whatever_statement(self, run, cell):
        assert run("def f(): return 1", Unit(cell, skip=frozenset({"f"}))).answers[0].value == 1

    def test_a_skipped_definition_is_not_run_at_all(self, run):
        assert run(Unit("f = ____", skip=frozenset({"f"}))).problems == ()

    def test_a_name_that_was_not_there_stays_away(self, run):
        assert run(Unit("import math as f", skip=frozenset({"f"}))).entry == "missing"


class TestOutput:
    def test_what_the_cells_print_and_what_each_call_prints(self, run):
        result = run("print('cell')\ndef f(x): print('call', x)", inputs=((1,), (2,)))
        assert result.output == "cell\n"
        assert [answer.output for answer in result.answers] == ["call 1\n", "call 2\n"]

    def test_it_is_cleaned(self, run):
        assert run("print('a\\x1b[2Jb\\u202e\\u2066\\u200f\\x00\\tc')").output == "a[2Jb\tc\n"

    def test_a_call_s_output_is_capped(self, run):
        assert len(run("def f(): print('é' * 10**6)").answers[0].output) == 2000

    def test_the_whole_output_is_capped(self, run, sandbox):
        cell = "print('é' * 10**6)\nprint(1)\ndef f(): print('é' * 10**6)"
        result = run(cell, inputs=((),) * 60)
        assert len(result.output) == sandbox.limits.output
        assert sum(len(answer.output) for answer in result.answers) == sandbox.limits.output

    def test_warnings_are_not_output(self, run):
        result = run("import warnings, sys\nwarnings.warn('w')\nx = '\\d'\nprint('e', file=sys.stderr)")
        assert (result.output, result.problems) == ("", ())


class TestNotebookHabits:
    def test_nobody_answers_input(self, run):
        assert run("def f(): return input('Ton nom ?')").answers[0].raised.kind == "EOFError"

    def test_sleeping_takes_no_time(self, run):
        assert run("from time import sleep\ndef f(): sleep(10**6)").answers[0].raised is None

    def test_display_needs_no_import(self, run):
        assert run("def f(): display(1, 'a')").answers[0].output == "1 a\n"

    def test_the_cells_are_the_main_module(self, run):
        assert variable(run, "import __main__\nif __name__ == '__main__': x = __main__.__name__") == "__main__"

    def test_a_file_is_not_there(self, run):
        assert run("def f(): return open('prenoms.txt').read()").answers[0].raised.kind == "FileNotFoundError"

    def test_a_missing_module_is_a_problem_like_another(self, run):
        assert run("import matplotlib.pyplot as plt\ndef f(): return 1").problems[0][1].kind == "ModuleNotFoundError"

    @pytest.mark.parametrize("name", USUAL_MODULES)
    def test_the_usual_modules_are_there(self, run, name):
        assert run(f"import {name}").problems == ()

    def test_dataclasses_work(self, run):
        cell = "from dataclasses import dataclass\n@dataclass\nclass P:\n    x: int = 1\ndef f(): return P(3).x"
        assert run(cell).answers[0].value == 3


class TestTrace:
    LOOP = "def f(n):\n    total = 0\n    while n != 0:\n        total += n\n        n -= 2\n    return total"

    def test_an_endless_loop_is_found_with_its_first_line(self, run):
        result = run(self.LOOP, inputs=((4,), (3,), (4,)), trace=True)
        assert [answer.value for answer in result.answers] == [6, None, None]
        assert [answer.raised for answer in result.answers] == [None, *[Raised("EndlessLoop", "", 3)] * 2]

    @pytest.mark.parametrize(
        "body",
        [
            ["while True: pass"],
            ["while True:", " try:", "  x = 1", " except BaseException:", "  x = 2"],
            ["if 1:", " try:", "  while True: pass", " except BaseException:", "  pass"],
            ["x = 1", "while True:", " g()"],
            ["import itertools", "for i in itertools.count():", " x = i", " y = x"],
            ["for i in range(3):", " for j in range(3):", "  while i < 3:", "   pass"],
            ["x = [1]", "for i in x:", " x.append(i)"],
        ],
        ids=" ".join,
    )
    def test_whatever_the_loop(self, run, body):
        cell = "\n".join(["def g():", "    for i in range(9): pass", "def f():", *(" " + line for line in body)])
        endless = next(line for line in body if "while" in line or "count" in line or "in x" in line)
        raised = run(cell, trace=True).answers[0].raised
        assert raised == Raised("EndlessLoop", "", 4 + body.index(endless))

    def test_in_a_cell_it_is_a_problem_and_nothing_more_runs(self, run):
        result = run("def f(): return 1\nx = 0\nwhile x < 1:\n    x -= 1\nf = None", trace=True)
        assert result.problems == ((0, Raised("EndlessLoop", "", 3)),)
        assert (result.entry, result.answers[0].raised) == ("function", Raised("EndlessLoop", "", 3))

    def test_in_another_cell_the_answer_has_no_line(self, run):
        result = run("def f(): return 1", "while True: pass", trace=True)
        assert (result.problems[0][1].line, result.answers[0].raised.line) == (1, 0)

    def test_what_ends_is_left_alone(self, run):
        assert run(self.LOOP, inputs=((2000,),), trace=True).answers == run(self.LOOP, inputs=((2000,),)).answers
