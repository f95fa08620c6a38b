"""What the engine costs to start and to run."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


def fresh(code):
    """What this code prints in a new Python that may keep its compiled files."""
    environment = {name: text for name, text in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    run = subprocess.run([sys.executable, "-c", code], cwd=ROOT, env=environment, check=True, capture_output=True)
    return run.stdout.decode()


def seconds_to_import(module):
    code = f"import time; start = time.process_time(); import {module}; print(time.process_time() - start)"
    return float(fresh(code))


def test_import_costs_no_more_than_three_imports_of_unittest():
    """Side by side: a slow or busy machine slows both."""
    pairs = [(seconds_to_import("engine.training"), seconds_to_import("unittest")) for _ in range(5)]
    ours, theirs = (min(times) for times in zip(*pairs, strict=True))
    assert ours < 3 * theirs


def test_neither_numpy_nor_torch_is_imported_unless_asked_for():
    code = "import sys, engine.__main__; print([name for name in ('numpy', 'torch') if name in sys.modules])"
    assert fresh(code).strip() == "[]"


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="only Linux tells the peak memory this way")
def test_training_fits_in_60_mb():
    code = (
        "from engine.training import *; from engine.names import *\n"
        "for progress in train(new_session(Recipe(steps=100)), load_names()): pass\n"
        "print(next(line.split()[1] for line in open('/proc/self/status') if line.startswith('VmHWM')))"
    )
    assert float(fresh(code)) / 1024 < 60
