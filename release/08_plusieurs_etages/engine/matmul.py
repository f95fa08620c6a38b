"""One operation takes nearly all the time of a GPT: the product of two matrices. Here it is made fast in plain Python.

Does: A · Bᵀ (every row of A dotted with every row of B) and the transpose, on lists of rows of floats.
Does not: differentiate (see tape.py), or use more than one core.

How: adding `a[j] * b[j]` in a loop costs mostly the loop. For each length k a function is written and compiled once,
where the loop over j is spelled out on local variables (`a0*b0+a1*b1+…`) and four rows of B are read per pass over A.
Measured on CPython 3.11: 17 to 20 ns per multiply-add, against 26 to 56 for `sum(map(mul, a, b))`, about 100 for a
generator.
"""

from collections.abc import Callable, Sequence
from functools import cache

Rows = Sequence[Sequence[float]]

_ROWS_PER_PASS = (4, 2, 1)


def matmul(A: Rows, B: Rows) -> list[list[float]]:
    """A · Bᵀ: len(A) rows of len(B) numbers. Raises ValueError when the rows of A and B have different lengths.

    >>> matmul([[1.0, 2.0]], [[3.0, 4.0], [5.0, 6.0], [0.0, 1.0]])
    [[11.0, 17.0, 2.0]]
    """
    if len(A[0]) != len(B[0]):
        raise ValueError(f"got rows of {len(A[0])} and {len(B[0])} numbers: expected the same length")
    return _kernel(len(B[0]))(A, B)


def transpose(A: Rows) -> list[tuple[float, ...]]:
    """Rows become columns.

    >>> transpose([[1, 2], [3, 4]])
    [(1, 3), (2, 4)]
    """
    return list(zip(*A, strict=True))


@cache
def _kernel(k: int) -> Callable[[Rows, Rows], list[list[float]]]:
    """The function that multiplies rows of k numbers."""
    namespace: dict = {}
    exec(_source(k), namespace)
    return namespace["product"]


def _source(k: int) -> str:
    """Its text: for each block of rows of B, bring them into local variables, then pass over A.

    >>> print(_source(2).split("while")[3])  # the block of one row
     i + 1 <= n:
      b0_0, b0_1, = B[i + 0]
      for (a0, a1,), row in zip(A, out):
       row += (a0*b0_0+a1*b0_1,)
      i += 1
     return out
    """
    a = "".join(f"a{j}, " for j in range(k)).rstrip()
    lines = ["def product(A, B):", " i, n, out = 0, len(B), [[] for _ in A]"]
    for block in _ROWS_PER_PASS:
        lines.append(f" while i + {block} <= n:")
        lines += [f"  {', '.join(f'b{r}_{j}' for j in range(k))}, = B[i + {r}]" for r in range(block)]
        lines.append(f"  for ({a}), row in zip(A, out):")
        dots = ["+".join(f"a{j}*b{r}_{j}" for j in range(k)) for r in range(block)]
        lines.append(f"   row += ({', '.join(dots)},)")
        lines.append(f"  i += {block}")
    return "\n".join([*lines, " return out"])
