"""One hand-in through nbgrader's own Autograde: `autograde_one` says what came out, and never raises for a pupil."""

import logging
import tempfile
import warnings
from dataclasses import dataclass
from pathlib import Path

from nbgrader.converters import Autograde
from sqlalchemy.exc import SAWarning
from traitlets import Any

from autograder.batch import Grader, refuse_other_lesson
from autograder.build import Listener
from autograder.collect import Handed
from autograder.exercise import Course
from autograder.nbgrader import phrases
from autograder.nbgrader.collecting import refuse_name
from autograder.nbgrader.course_folder import TIMESTAMP, CourseFolder, is_graded, notebook_of, timestamp_in
from autograder.nbgrader.exporter import KEPT
from autograder.notebook import Unreadable, read_notebook
from autograder.report import Failure, Report
from autograder.typography import french

SECRET_BYTES = 10_000


class WarmAutograde(Autograde):
    """nbgrader's Autograde for one notebook, with a sandbox that already runs.

    nbgrader looks for notebooks with patterns: a pupil whose name holds `[` or `*` would not be found.
    """

    grader = Any()
    notebook = Any()

    def init_notebooks(self) -> None:
        self.notebooks = []
        self.assignments = {str(self.notebook.parent): [str(self.notebook)]}


@dataclass(frozen=True)
class AlreadyGraded:
    """Nothing new was handed in since the last time."""

    handed: Handed


def autograde_one(
    folder: CourseFolder, handed: Handed, grader: Grader, force: bool = False
) -> Report | Failure | AlreadyGraded:
    try:
        handed.pupil.encode()
        refuse_name(handed.pupil)
        if not force and is_graded(folder, handed):
            return AlreadyGraded(handed)
        with tempfile.TemporaryDirectory(prefix="tuto-rendu-") as aside:
            return run(folder, handed, grader, stage(folder.course, handed, Path(aside)))
    except UnicodeEncodeError:
        problem = phrases.BAD_NAME
    except Unreadable as unreadable:
        problem = str(unreadable)
    except (Exception, SystemExit) as error:  # whatever it is, the other pupils are graded
        problem = phrases.NBGRADER_STOPPED.format(reason=f"{type(error).__name__}: {error}"[:300])
    return Failure(str(handed.path), handed.pupil, french(problem))


def stage(course: Course, handed: Handed, aside: Path) -> Path:
    """A clean copy for nbgrader: the notebook under the lesson's name, when it was handed in, nothing else."""
    notebook = notebook_of(handed)
    refuse_other_lesson(read_notebook(notebook), course.lesson(handed.lesson), course)
    clean = aside / handed.pupil / handed.lesson
    clean.mkdir(parents=True)
    (clean / f"{handed.lesson}.ipynb").write_bytes(notebook.read_bytes())
    for name in KEPT:
        file = handed.path / name
        sound = timestamp_in(handed.path) if name == TIMESTAMP else file.is_file()
        if sound and file.stat().st_size < SECRET_BYTES:
            (clean / name).write_bytes(file.read_bytes())
    return clean / f"{handed.lesson}.ipynb"


def run(folder: CourseFolder, handed: Handed, grader: Grader, notebook: Path) -> Report | Failure:
    submitted = str(notebook.parent.parent.parent)
    coursedir = folder.directory(submitted_directory=submitted, assignment_id=handed.lesson, student_id_exclude="")
    heard = Listener()
    converter = WarmAutograde(coursedir=coursedir, config=folder.config, grader=grader, notebook=notebook)
    converter.log = logging.Logger("tuto.autograde", level=logging.ERROR)
    converter.log.addHandler(heard)
    converter.force = True  # what stands there is old, or half made by a run that was stopped
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", SAWarning)  # nbgrader 0.9.6 was written for an older SQLAlchemy
            converter.start()
    except Exception as error:
        reasons = [line.strip() for line in "\n".join(heard.lines).splitlines() if line.strip()]
        said = next((line for line in reversed(reasons) if "Error" in line), f"{type(error).__name__}: {error}")
        return Failure(str(handed.path), handed.pupil, french(phrases.NBGRADER_STOPPED.format(reason=said[:300])))
    return converter.exporter.graded
