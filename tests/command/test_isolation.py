"""Pupils' code is not run where nothing but WebAssembly stands around it, unless the teacher says so."""

import sys

import pytest

from autograder.batch import IsolationTooWeak, open_grader
from autograder.sandbox import Sandbox, is_locked
from course_config import COURSE

linux = pytest.mark.skipif(sys.platform != "linux", reason="elsewhere, WebAssembly is all the isolation there is")


@linux
@pytest.mark.parametrize(
    ("mechanisms", "locked"),
    [(("wasm", "landlock", "rlimits", "seccomp"), True), (("wasm", "landlock"), True), (("wasm", "rlimits"), False)],
)
def test_what_counts_as_locked(mechanisms, locked):
    assert is_locked(mechanisms) is locked


@linux
def test_partial_isolation_refuses_to_grade(monkeypatch):
    class Weak(Sandbox):
        def __init__(self, limits):
            super().__init__(limits)
            self.mechanisms = ("wasm", "rlimits")

    monkeypatch.setattr("autograder.batch.Sandbox", Weak)
    with pytest.raises(IsolationTooWeak, match="isolation-partielle"), open_grader(COURSE):
        pass
    with open_grader(COURSE, accept_partial=True) as grader:
        assert not grader.sandboxes.empty()
