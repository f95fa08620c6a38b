"""Every worked example in a docstring of the engine is run."""

import doctest
import importlib
import pkgutil

import pytest

import engine

OPTIONAL = {
    "engine.beyond.numpy_learner": "numpy",
    "engine.beyond.torch_learner": "torch",
    "engine.beyond.torch_ops": "torch",
}
MODULES = [module.name for module in pkgutil.walk_packages(engine.__path__, "engine.") if "__main__" not in module.name]


@pytest.mark.parametrize("name", MODULES)
def test_worked_examples_are_true(name):
    if name in OPTIONAL:
        pytest.importorskip(OPTIONAL[name])
    assert doctest.testmod(importlib.import_module(name)).failed == 0


@pytest.mark.parametrize("name", MODULES)
def test_a_file_says_what_it_does_and_does_not(name):
    if name in OPTIONAL:
        pytest.importorskip(OPTIONAL[name])
    header = importlib.import_module(name).__doc__
    assert "Does:" in header and "Does not:" in header
