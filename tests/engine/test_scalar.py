"""Derivatives found by the scalar tape."""

import math
import random
import sys

import pytest

from engine.scalar import V, backward, exp, log, relu, sqrt

FORMULAS = {
    "sum": lambda a, b: a + b + 3 + a,
    "reversed sum": lambda a, b: 0 + a + (2 + b),
    "difference": lambda a, b: a - b - 2 + (5 - a),
    "product": lambda a, b: a * b * 3 * a,
    "quotient": lambda a, b: a / b + 2 / a + b / 4,
    "power": lambda a, b: a**3 + b**-0.5 + a**0,
    "power of powers": lambda a, b: a**b + 2**b,
    "sign": lambda a, b: -a * abs(b - 5) * abs(a),
    "exp and log": lambda a, b: exp(a * 0.3) + log(b) * a,
    "root": lambda a, b: sqrt(a * a + b),
    "relu": lambda a, b: relu(a - b) + relu(b - a) * 2,
    "loops": lambda a, b: sum([a * b, b * b, a]) / max([a, b]),
}


@pytest.mark.parametrize("formula", FORMULAS.values(), ids=FORMULAS)
def test_derivatives_are_the_slopes(formula):
    a, b, h = 1.3, 0.7, 1e-5
    tape = []
    x, y = V(a, tape), V(b, tape)
    result = formula(x, y)
    backward(result)
    assert result.data == pytest.approx(formula(a, b), abs=1e-12)
    assert x.grad == pytest.approx((formula(a + h, b) - formula(a - h, b)) / (2 * h), abs=1e-6)
    assert y.grad == pytest.approx((formula(a, b + h) - formula(a, b - h)) / (2 * h), abs=1e-6)


def test_comparisons_look_at_the_values():
    a, b = V(1.0, []), V(2.0, [])
    assert a < b and a <= b and b > a and b >= a and a != b
    assert a < 2 and a > 0 and a == 1 and a >= 1.0
    assert max([a, b]) is b and not V(0.0, []) and a


def test_a_plain_function_never_drops_the_derivative_silently():
    for function in (math.exp, math.log, math.sqrt, float):
        with pytest.raises(TypeError):
            function(V(1.0, []))


def test_plain_numbers_stay_plain():
    assert [type(f(2.0)) for f in (exp, log, sqrt, relu)] == [float] * 4


def test_a_long_computation_needs_no_recursion():
    x = V(1.0, [])
    total = x
    for _ in range(10 * sys.getrecursionlimit()):
        total = total + x
    backward(total)
    assert x.grad == pytest.approx(10 * sys.getrecursionlimit() + 1)


def test_backward_empties_the_tape_and_adds_to_the_derivatives():
    tape = []
    x = V(random.random(), tape)
    for _ in range(2):
        backward(x * 3)
        assert tape == []
    assert x.grad == pytest.approx(6)


def test_a_result_off_the_tape_is_refused():
    with pytest.raises(ValueError, match="expected a V"):
        backward(2.0)
