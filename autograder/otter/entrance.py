"""Where Gradescope starts (run_otter.py in the zip): reception first, then otter, and a result whatever happens.

`otter run` starts in otter itself, which reads the notebook before any plugin: a file that is not a notebook stops it.
"""

import json
from pathlib import Path

from autograder.otter.archive import PAYLOAD, PLUGIN
from autograder.otter.correction import broken_down, course_of
from autograder.otter.gradescope import results
from autograder.otter.reception import receive_folder


def main(folder: Path) -> None:
    """`folder` has otter's `source/`, `submission/` and `results/`; results/results.json is written."""
    lesson = lesson_name(folder / "source" / "otter_config.json")
    written = folder / "results" / "results.json"
    written.unlink(missing_ok=True)  # an earlier copy's, where the folder serves again
    try:
        mend_metadata(folder / "submission_metadata.json")
        receive_folder(folder / "submission", lesson)
        from otter.run.run_autograder import main as run_otter

        run_otter(str(folder))
    except BaseException:
        if not written.exists():
            written.parent.mkdir(exist_ok=True)
            written.write_text(json.dumps(fault(lesson, folder)), encoding="utf-8")
        raise


def lesson_name(config: Path) -> str:
    plugins = json.loads(config.read_text(encoding="utf-8"))["plugins"]
    return next(plugin[PLUGIN]["lesson"] for plugin in plugins if PLUGIN in plugin)


def mend_metadata(file: Path) -> None:
    """`otter grade` leaves an empty file, which otter then cannot read."""
    try:
        json.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        file.write_text("{}", encoding="utf-8")


def fault(lesson: str, folder: Path) -> dict:
    """Otter itself stopped: our fault, told to the pupil and shown to the teacher."""
    course = course_of(folder / "source" / "files" / PAYLOAD)
    return results(broken_down(course.lesson(lesson)), course)
