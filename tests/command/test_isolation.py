"""Pupils' code is not run where nothing but WebAssembly stands around it, unless the teacher says so."""

import sys

import pytest

from autograder import cli
from autograder.batch import IsolationTooWeak, open_grader
from autograder.sandbox import Sandbox, is_locked, process
from course_config import COURSE, ROOT

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


@pytest.mark.parametrize("words", [["grade", str(ROOT / "release")], ["doctor"]])
def test_a_sandbox_that_does_not_start_is_said_in_french(words, tmp_path, monkeypatch, capsys):
    false = tmp_path / "worker.py"
    false.write_text("import sys; sys.exit('no more memory')")
    monkeypatch.setattr(process, "WORKER", false)
    assert cli.main(words) == 2
    said = capsys.readouterr().err
    assert "Le bac à sable n’a pas démarré." in said
    assert "no more memory" in said
