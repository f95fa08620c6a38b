"""Numbers that remember how they were made, so that every derivative comes by itself.

Does: + - × ÷, powers, comparisons, exp, log, square root and relu on numbers `V`; one backward pass gives the
derivative of a result with respect to every number it came from. Plain loops, a pupil's included, work unchanged.
Does not: work on whole lists at once (see tape.py, far faster), or turn into a plain float by itself: `math.exp(V)`
must fail rather than lose the derivative without a word, so `V` has no `__float__` and this file has its own `exp`.

How: each operation appends its result to a list, the tape. A number can only be made from older numbers, so the tape
read backwards meets every result before what it came from: backward is one loop, without recursion.
Source: reverse-mode differentiation, as in Karpathy's micrograd and microgpt, which sort a graph instead.
"""

from __future__ import annotations

import math


class V:
    """A number on a tape: its value, its derivative, and the one or two numbers it came from with their slopes.

    >>> tape = []
    >>> a, b = V(2.0, tape), V(3.0, tape)
    >>> backward(a * b + a)
    >>> a.grad, b.grad
    (4.0, 2.0)
    """

    __slots__ = ("data", "grad", "left", "left_slope", "right", "right_slope", "tape")

    def __init__(self, data, tape, left=None, left_slope=0.0, right=None, right_slope=0.0):
        self.data = data
        self.grad = 0.0
        self.tape = tape
        self.left = left
        if left is not None:
            self.left_slope = left_slope
            self.right = right
            self.right_slope = right_slope
            tape.append(self)

    def __add__(self, other: Number) -> V:
        if other.__class__ is V:
            return V(self.data + other.data, self.tape, self, 1.0, other, 1.0)
        if other == 0:  # every sum() and every `total = 0` starts here: not worth a place on the tape
            return self
        return V(self.data + other, self.tape, self, 1.0)

    def __sub__(self, other: Number) -> V:
        if other.__class__ is V:
            return V(self.data - other.data, self.tape, self, 1.0, other, -1.0)
        return V(self.data - other, self.tape, self, 1.0)

    def __mul__(self, other: Number) -> V:
        if other.__class__ is V:
            return V(self.data * other.data, self.tape, self, other.data, other, self.data)
        return V(self.data * other, self.tape, self, other)

    def __truediv__(self, other: Number) -> V:
        if other.__class__ is V:
            quotient = self.data / other.data
            return V(quotient, self.tape, self, 1 / other.data, other, -quotient / other.data)
        return V(self.data / other, self.tape, self, 1 / other)

    def __pow__(self, power: Number) -> V:
        if power.__class__ is V:
            return exp(log(self) * power)
        return V(self.data**power, self.tape, self, power * self.data ** (power - 1))

    def __rsub__(self, other: float) -> V:
        return V(other - self.data, self.tape, self, -1.0)

    def __rtruediv__(self, other: float) -> V:
        quotient = other / self.data
        return V(quotient, self.tape, self, -quotient / self.data)

    def __rpow__(self, base: float) -> V:
        result = base**self.data
        return V(result, self.tape, self, result * math.log(base))

    def __neg__(self) -> V:
        return V(-self.data, self.tape, self, -1.0)

    def __abs__(self) -> V:
        return -self if self.data < 0 else self

    __radd__ = __add__
    __rmul__ = __mul__

    def __lt__(self, other: Number) -> bool:
        return self.data < value(other)

    def __le__(self, other: Number) -> bool:
        return self.data <= value(other)

    def __gt__(self, other: Number) -> bool:
        return self.data > value(other)

    def __ge__(self, other: Number) -> bool:
        return self.data >= value(other)

    def __eq__(self, other: object) -> bool:
        return self.data == value(other)

    __hash__ = None  # equal values are not the same number on the tape: a set or a dictionary would mix them up

    def __bool__(self) -> bool:
        return self.data != 0

    def __repr__(self) -> str:
        return f"V({self.data})"


Number = V | float


def value(number: Number) -> float:
    """The plain value of a number, on a tape or not.

    >>> value(V(1.5, [])), value(2)
    (1.5, 2)
    """
    return number.data if number.__class__ is V else number


def exp(x: Number) -> Number:
    """e to the power x. Raises OverflowError above about 709.

    >>> exp(0)
    1.0
    """
    if x.__class__ is V:
        result = math.exp(x.data)
        return V(result, x.tape, x, result)
    return math.exp(x)


class LogOfZero(ValueError):
    """The logarithm of zero or below: in training, a probability that fell to nothing because the model exploded."""


def log(x: Number) -> Number:
    """The natural logarithm. Raises LogOfZero, a ValueError, at zero and below.

    >>> log(1)
    0.0
    """
    number = value(x)
    if number <= 0:
        raise LogOfZero(f"got log({number}): expected a number above 0")
    result = math.log(number)
    return V(result, x.tape, x, 1 / number) if x.__class__ is V else result


def sqrt(x: Number) -> Number:
    """The square root (« racine »). Raises ValueError below zero.

    >>> sqrt(9)
    3.0
    """
    if x.__class__ is V:
        result = math.sqrt(x.data)
        return V(result, x.tape, x, 0.5 / result)
    return math.sqrt(x)


def relu(x: Number) -> Number:
    """x when it is positive, else 0; its slope at 0 is 0.

    >>> relu(-2), relu(3)
    (0.0, 3)
    """
    return x if x > 0 else 0.0


def backward(result: V) -> None:
    """Add to `grad` of every number the derivative of `result` with respect to it, then empty the tape.

    Raises ValueError when the result is not on a tape: a computation left the numbers V on its way.

    >>> x = V(3.0, [])
    >>> backward(x**2)
    >>> x.grad
    6.0
    """
    if result.__class__ is not V:
        raise ValueError(f"cannot differentiate {result!r}: expected a V, made from V by this file's operations")
    tape = result.tape
    result.grad += 1.0
    for node in reversed(tape):
        grad = node.grad
        if grad:
            node.left.grad += node.left_slope * grad
            if node.right is not None:
                node.right.grad += node.right_slope * grad
    tape.clear()
