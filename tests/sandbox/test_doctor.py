"""The doctor's probes find doors shut here, and open where there is no wall."""

import contextlib
import io
import json
import sys

import pytest

from autograder.answer import Answer
from autograder.sandbox import doctor, probes
from autograder.sandbox.doctor import Examination, Probe, describe, examine
from autograder.sandbox.job import Run


class NoWalls:
    """Runs the pupil's code in the grader's own process, and believes what it prints."""

    mechanisms = ()

    def __init__(self, limits):
        pass

    def __enter__(self):
        return self

    def __exit__(self, *_):
        pass

    def run(self, job):
        names, printed = {}, io.StringIO()
        exec(job.units[0].code, names)
        with contextlib.redirect_stdout(printed):
            value = names["f"](*job.inputs[0])
        with contextlib.suppress(ValueError, TypeError):
            value = json.loads(printed.getvalue())["answer"]
        return Run("function", (Answer(value=value, output=printed.getvalue()),))

    def open_doors(self, host):
        return probes.open_doors(host)


@pytest.fixture(scope="module")
def here():
    return examine()


@pytest.fixture(scope="module")
def without_walls():
    return examine(NoWalls)


@pytest.mark.skipif(sys.platform != "linux", reason="the lock is Linux's")
def test_nothing_gets_out_here(here):
    assert [probe.name for probe in here.probes if not probe.stopped] == []
    assert here.level == "COMPLÈTE"
    assert here.mechanisms[0] == "wasm"


@pytest.mark.filterwarnings("ignore:.*fork:DeprecationWarning")
@pytest.mark.skipif(sys.platform == "win32", reason="no fork, no signal to try")
def test_every_probe_sees_an_open_door(without_walls):
    assert [probe.name for probe in without_walls.probes if probe.stopped] == []
    assert without_walls.level == "PARTIELLE"


def test_each_door_of_the_system_is_tried_where_there_is_a_lock(here):
    behind = [probe.name for probe in here.probes if probe.name.startswith("derrière le mur")]
    assert len(behind) == (len(probes.DOORS) if sys.platform == "linux" else 0)


class OneDoorOpen(NoWalls):
    """A sandbox that holds everything but one thing."""

    mechanisms = ("wasm", "seccomp")
    opens = "se connecter"

    def run(self, job):
        return Run("function", (Answer(value=doctor.HONEST),))

    def open_doors(self, host):
        return [self.opens]


class NoLock(OneDoorOpen):
    mechanisms = ("wasm", "rlimits")
    opens = "aucune"


@pytest.mark.skipif(sys.platform != "linux", reason="the lock is Linux's")
@pytest.mark.parametrize("weak", [OneDoorOpen, NoLock])
def test_one_open_door_or_no_lock_is_a_partial_isolation(weak):
    assert examine(weak).level == "PARTIELLE"


def test_the_description_ends_with_the_conclusion():
    probes = (Probe("lire un fichier", True, "FileNotFoundError"), Probe("se dédoubler", False))
    lines = describe(Examination("PARTIELLE", ("wasm", "rlimits"), probes)).splitlines()
    assert lines[-1] == "Isolation : PARTIELLE (wasm, rlimits)"
    assert lines[1:3] == ["  arrêté  lire un fichier  FileNotFoundError", "  OUVERT  se dédoubler"]
