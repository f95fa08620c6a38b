"""Small mistakes nobody listed: nearly all are refused, and nearly all refusals say why.

The full report, with the survivors: python benchmarks/mutation.py (benchmarks/mutation.md keeps the last one).
"""

import pytest

from benchmarks.mutation import every_result, mutants


def test_what_a_mutant_is():
    made = list(mutants("def f(x):\n    return x[0] + 1"))
    assert "def f(x):\n    return x[0] - 1" in made
    assert "def f(x):\n    return x[0 + 1] + 1" in made
    assert "def f(x):\n    return" in made
    assert len(made) == len(set(made)) > 6


@pytest.mark.slow
def test_mutants_are_refused_and_explained():
    results = list(every_result(set()))
    refused = [result for result in results if result.rejected]
    explained = [result for result in refused if result.explained]
    assert len(results) > 500
    assert len(refused) / len(results) >= 0.97
    assert len(explained) / len(refused) >= 0.85
