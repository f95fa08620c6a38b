import pytest

from autograder.sandbox import Sandbox, component
from autograder.sandbox.job import Job, Unit


@pytest.fixture(scope="session", autouse=True)
def built():
    """The component, made when it is missing: half a minute, once per machine."""
    return component.build()


@pytest.fixture(scope="session")
def sandbox():
    """One sandbox for all the tests: whatever one of them does to it, the next must find it as new."""
    with Sandbox() as sandbox:
        yield sandbox


@pytest.fixture
def run(sandbox):
    """run(cell, …, entry="f", inputs=((),)): run cells, then call `f`."""

    def run(*cells, entry="f", inputs=((),), trace=False, cpu=None):
        units = tuple(cell if isinstance(cell, Unit) else Unit(cell) for cell in cells)
        return sandbox.run(Job(units, entry, inputs, trace, cpu))

    return run


@pytest.fixture
def answer(run):
    """answer(cell, arguments …): what `f` answers to these arguments."""

    def answer(cell, *args):
        return run(cell, inputs=(args,)).answers[0]

    return answer
