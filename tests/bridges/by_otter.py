"""The points that `otter run` gives, run as a teacher would: the zip of `tuto build --otter`, one copy at a time."""

import json
import os
import subprocess
import sys
from pathlib import Path

from autograder.otter.archive import write_archive
from course_config import COURSE

OTTER = Path(sys.executable).with_name("otter")
Points = dict[str, float]


def verdicts_by_otter(lesson: str, notebooks: dict[str, bytes], folder: Path) -> dict[str, Points]:
    """Points by pupil and item. {} for a notebook that otter itself cannot read: it stops before any plugin."""
    archive = write_archive(COURSE, COURSE.lesson(lesson), folder / "autograder.zip")
    return {pupil: points_of(run_otter(archive, raw, folder / pupil)) for pupil, raw in notebooks.items()}


def run_otter(archive: Path, raw: bytes, folder: Path) -> dict | None:
    """What Gradescope would read of one copy, None when otter stopped. Nothing of the project is on PYTHONPATH."""
    folder.mkdir()
    (folder / "carnet.ipynb").write_bytes(raw)
    env = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    command = [str(OTTER), "run", "--no-logo", "-a", str(archive), "carnet.ipynb"]
    subprocess.run(command, cwd=folder, env=env, capture_output=True, check=False, timeout=300)
    written = folder / "results.json"
    return json.loads(written.read_text("utf-8")) if written.exists() else None


def points_of(results: dict | None) -> Points:
    tests = results["tests"] if results else ()
    return {test["extra_data"]["exercise"]: test.get("score", 0) for test in tests if "extra_data" in test}
