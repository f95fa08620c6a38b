"""The blanks still to fill in an answer, whatever else its cell holds."""

import pytest

from autograder.holes import blanks_left
from autograder.python_code import LONGEST

HALF = "def f(x):\n    return ____"


@pytest.mark.parametrize(
    ("code", "count"),
    [
        (HALF, 1),
        ("async def f(____, a=____): pass", 2),
        ("f = ____", 1),
        ("a, f = 1, ____", 1),
        ("f: int = ____", 1),
        ("def f(x): return x.____(____=f'{____}')", 3),
        ("def f(x):\n    '''____'''\n    return '____'  # ____", 0),
        ("def f(x): return x\n\ndef g(x): return ____", 0),
        ("____ = None\nf = 1\nprint(____)", 0),
        (f"{HALF}\n\ndef f(x): return x", 0),
        (f"def f(x): return x\n\n{HALF}", 1),
        ("def g(x): return ____", 1),
        ("if True:\n    f = ____", 1),
        ("%time f\nf = 1\nif f:\n  !ls\nf?\nprint('____')", 0),
        ("!ls\nf = ____", 1),
        ("f = ____ ____", 2),
        ("f = 1\nx = ____ (  # ____", 1),
        ("(" * 300 + "____", 1),
        (f"f = 1\nx = ____{' ' * LONGEST}", 1),
        ("f = __\ng = f____", 0),
    ],
    ids=range(20),
)
def test_only_those_of_what_the_answer_defines(code, count):
    assert blanks_left(code, "f") == count
