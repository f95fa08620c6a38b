"""The examples in the docstrings hold."""

import doctest

import pytest

from autograder.authoring import names, wiring
from autograder.authoring.checks import arguments, unfinished


@pytest.mark.parametrize("module", [names, wiring, arguments, unfinished], ids=lambda module: module.__name__)
def test_the_worked_examples_hold(module):
    outcome = doctest.testmod(module)
    assert outcome.attempted and not outcome.failed
