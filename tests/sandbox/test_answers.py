"""What a function answers crosses the wall as it is."""

import math
from textwrap import dedent

import pytest

from autograder.answer import Opaque, Raised
from autograder.exercise import Tool
from autograder.sandbox import SandboxError
from autograder.sandbox.job import Job, Stop, Unit

ECHO = "def f(x): return x"


@pytest.mark.parametrize(
    "value",
    [
        None,
        True,
        0,
        -(10**999),
        "été 🙂 \u0000 \u2028",
        "",
        [],
        [1, True, "a", None, [2]],
        (1, (2,), []),
        set(),
        {1, "a", (1, 2)},
        {},
        {"a": [1], 2: {"b": (3,)}, (1, "b"): None, None: 0, True: 1},
        [[0] * 30] * 30,
    ],
)
def test_a_plain_value_comes_back_with_its_exact_types(answer, value):
    assert repr(answer(ECHO, value).value) == repr(value)


def test_floats_come_back_to_the_last_bit(answer):
    floats = [0.1, -0.0, 1e-320, 1e308, 1 / 3, math.inf, -math.inf, math.nan]
    assert [value.hex() for value in answer(ECHO, floats).value] == [value.hex() for value in floats]


@pytest.mark.parametrize(
    ("code", "type_name"),
    [
        ("(i for i in range(3))", "generator"),
        ("range(3)", "range"),
        ("frozenset({1})", "frozenset"),
        ("b'a'", "bytes"),
        ("1j", "complex"),
        ("f", "function"),
        ("type('Liste', (list,), {})([1])", "Liste"),
        ("type('Nombre', (int,), {})(1)", "Nombre"),
        ("10**1000", "int"),
        ("{frozenset(): 1}", "dict[frozenset]"),
        ("{frozenset()}", "set[frozenset]"),
    ],
)
def test_another_type_crosses_as_its_name_only(answer, code, type_name):
    assert answer(f"def f(): return [{code}]").value == [Opaque(type_name)]


@pytest.mark.parametrize(
    "code", ["Counter('aab')", "defaultdict(int, a=2, b=1)", "OrderedDict(a=2, b=1)", "Spoiled({'a': 2, 'b': 1})"]
)
def test_every_kind_of_dict_counts_as_a_dict(answer, code):
    cell = dedent(f"""
        from collections import *
        class Spoiled(dict):
            def items(self): raise ValueError
        def f(): return {code}
    """)
    assert answer(cell).value == {"a": 2, "b": 1}


def test_a_generator_is_not_consumed(run):
    cell = "seen = []\ndef f(): return (seen.append(i) for i in range(3))\ndef g(): return seen"
    assert run(cell + "\nf()", entry="g").answers[0].value == []


@pytest.mark.parametrize(
    "code",
    [
        "'a' * 2_000_000",
        "list(range(200_000))",
        "[[i] for i in range(60_000)]",
        "{i: 0 for i in range(3000)}",
        "loop",
        "chr(10) * 800_000",
    ],
)
def test_an_answer_over_the_caps_is_told_as_such(run, code):
    result = run(f"loop = []\nloop.append(loop)\ndef f(): return {code}")
    assert (result.stopped, result.answers) == (Stop.ANSWER_TOO_BIG, ())


def test_a_lone_surrogate_does_not_cross(answer):
    assert answer("def f(): return ['\\ud800a', '🙂']").value == ["?a", "🙂"]


def test_one_answer_per_input_in_order(run):
    assert [answer.value for answer in run(ECHO, inputs=((1,), ("b",), ([],))).answers] == [1, "b", []]


def test_no_input_no_answer(run):
    result = run(ECHO, inputs=())
    assert (result.answers, result.entry, result.stopped) == ((), "function", None)


def test_each_call_has_its_own_copy_of_the_arguments(run):
    rows = [1]
    first, second = run("def f(x):\n    x.append(2)\n    return x", inputs=((rows,), (rows,))).answers
    assert first.value == second.value == [1, 2]
    assert rows == [1]


def test_the_arguments_are_seen_after_the_call(answer):
    result = answer("def f(rows, table, n):\n    rows[0].append(2)\n    table.clear()\n    n += 1", [[1]], {"a": 1}, 3)
    assert result.args_after == ([[1, 2]], {}, 3)


def test_the_arguments_are_seen_even_when_it_raises(answer):
    result = answer("def f(x):\n    x.append(2)\n    return 1 / 0", [1])
    assert (result.args_after, result.raised.kind) == (([1, 2],), "ZeroDivisionError")


@pytest.mark.parametrize(
    ("code", "twins"),
    [
        ("[[0] * 2] * 2", True),
        ("([0], [0])", False),
        ("dict.fromkeys('ab', [])", True),
        ("{'a': {}, 'b': {}}", False),
        ("[1, 1, 'a', 'a', (), ()]", False),
        ("7", False),
    ],
)
def test_rows_that_are_one_object_are_noticed(answer, code, twins):
    assert answer(f"def f(): return {code}").twins is twins


def test_a_variable_is_read_when_there_is_no_input(run):
    result = run("x = [1, 2]", entry="x", inputs=None)
    assert (result.entry, result.answers[0].value) == ("value", [1, 2])


@pytest.mark.parametrize(("cell", "entry"), [("def f(): pass", "function"), ("f = 3", "value"), ("", "missing")])
def test_what_the_entry_is(run, cell, entry):
    assert run(cell, inputs=()).entry == entry
    assert run(cell, inputs=None).entry == entry


def test_a_missing_entry_answers_that_its_name_is_unknown(run):
    for inputs in (((1,), (2,)), None):
        result = run("", inputs=inputs)
        assert {answer.raised for answer in result.answers} == {Raised("NameError", "name 'f' is not defined")}
        assert len(result.answers) == (2 if inputs else 1)


def test_random_draws_are_the_same_each_time_a_job_is_run(run):
    cell = "import random\ndef f(): return [random.randrange(10**9) for _ in range(5)]"
    first = run(cell, inputs=((), ())).answers
    assert first == run(cell, inputs=((), ())).answers
    assert first[0] != first[1]
    assert first[0] != run(cell + "\n", inputs=((),)).answers[0]


def loaded_dice(faces, start=0):
    """Rolls the faces in order."""
    import itertools

    rolls = itertools.cycle(faces[start:] + faces[:start])
    return lambda: next(rolls)


class TestTools:
    ROLL = "def f(roll, n): return [roll() for _ in range(n)]"

    def test_a_tool_is_made_afresh_for_every_call(self, run):
        dice = Tool(loaded_dice, ([1, 2, 6], 1))
        assert [answer.value for answer in run(self.ROLL, inputs=((dice, 2), (dice, 3))).answers] == [[2, 6], [2, 6, 1]]

    def test_a_tool_is_not_an_argument_to_look_at_after_the_call(self, run):
        assert run(self.ROLL, inputs=((Tool(loaded_dice, ([1],)), 2),)).answers[0].args_after == (None, 2)

    def test_the_names_of_the_pupil_do_not_reach_it(self, run):
        cell = "import sys\nnext = itertools = len = None\n" + self.ROLL
        assert run(cell, inputs=((Tool(loaded_dice, ([5],)), 1),)).answers[0].value == [5]

    def test_a_method_of_a_tool_factory_may_be_local(self, run):
        def spy(answer):
            def model(question):
                return f"{question} {answer}"

            return model

        assert run("def f(m): return m('a')", inputs=((Tool(spy, ("b",)),),)).answers[0].value == "a b"

    @pytest.mark.parametrize("factory", [lambda: undefined, len], ids=["raises", "has no source"])  # noqa: F821
    def test_a_tool_that_cannot_be_made_is_our_fault(self, sandbox, factory):
        with pytest.raises(SandboxError):
            sandbox.run(Job((Unit(ECHO),), "f", ((Tool(factory),),)))

    def test_so_is_an_input_that_cannot_cross(self, sandbox):
        with pytest.raises(SandboxError):
            sandbox.run(Job((Unit(ECHO),), "f", ((object(),),)))

    def test_and_the_next_job_runs(self, answer):
        assert answer(ECHO, 1).value == 1
