"""What `nbgrader autograde` reads with: any file a pupil may hand in becomes a notebook that nbgrader can take.

nbgrader reads the file before its first preprocessor sees it, so this is the one place where a damaged notebook, or one
that would abort the whole run, can be mended. Set by `c.Autograde.exporter_class`.
"""

import hashlib
import json
import weakref
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path
from typing import Any

import nbformat
from nbconvert.exporters import NotebookExporter
from nbconvert.exporters.exporter import ResourcesDict
from traitlets import Any as AnyTrait
from traitlets import Bool, default

from autograder.batch import Grader, open_grader, refuse_other_lesson
from autograder.collect import Handed
from autograder.exercise import Course, Lesson
from autograder.nbgrader import phrases
from autograder.nbgrader.collecting import refuse_name
from autograder.nbgrader.rebuild import rebuild
from autograder.notebook import Notebook, Unreadable, read_notebook
from autograder.report import Report
from autograder.typography import french

KEPT = ("timestamp.txt", "submission_secret.txt")  # the only other files of a hand-in that nbgrader needs


class PupilExporter(NotebookExporter):
    """Reads submitted/ as `tuto grade` does, rebuilds the notebook, and keeps the sandbox for the marking that follows.

    Its parent is nbgrader's Autograde, which reads every notebook twice: from submitted/, then from autograded/.
    """

    course = AnyTrait(help="gives the course").tag(config=True)
    accept_partial = Bool(False, help="grade even where the isolation is only partial").tag(config=True)
    grader = AnyTrait(help="the sandbox and the masters, opened with the first notebook")
    handed: tuple[Handed, Notebook] | None = None  # the notebook read last
    digest: str = ""  # of its file
    graded: Report | None = None

    @default("grader")
    def _open_grader(self) -> Grader:
        if shared := getattr(self.parent, "grader", None):
            return shared
        stack = ExitStack()
        weakref.finalize(self, stack.close)
        course = course_at(self.course(), Path(self.parent.coursedir.root))
        return stack.enter_context(open_grader(course, accept_partial=self.accept_partial))

    def from_filename(self, filename: str, resources: dict[str, Any] | None = None, **kw: Any):
        where = resources["nbgrader"]
        handed = Handed(Path(filename), where["student"], where["assignment"])
        if not self.is_handed_in(handed):
            return super().from_filename(filename, resources, **kw)
        try:
            lesson = self.lesson(handed)
            refuse_name(handed.pupil)
            refuse_link(handed.path.parent)
            notebook = read_notebook(handed.path)
            refuse_other_lesson(notebook, lesson, self.course())
            made = rebuild(self.release_of(handed), notebook, lesson, self.grader.master_of(lesson))
        except Unreadable as problem:
            sentence = french(str(problem))
            self.log.error("%s : %s", handed.pupil, sentence)
            ask_for_a_person(where)
            raise Unreadable(f"{handed.pupil} : {sentence}") from None
        self.handed, self.digest = (handed, notebook), digest_of(handed.path)
        self.remove_what_came_beside(handed)
        resources["metadata"] = ResourcesDict(name=handed.path.stem, path=str(handed.path.parent))
        return self.from_notebook_node(nbformat.from_dict(made), resources=resources, **kw)

    def is_handed_in(self, handed: Handed) -> bool:
        return handed.path.parent == self.folder("submitted", handed)

    def folder(self, step: str, handed: Handed, pupil: str | None = None) -> Path:
        coursedir = self.parent.coursedir
        name = getattr(coursedir, f"{step}_directory")
        return Path(coursedir.format_path(name, handed.pupil if pupil is None else pupil, handed.lesson))

    def lesson(self, handed: Handed) -> Lesson:
        lesson = self.course().lesson(handed.lesson)
        if lesson is None or not lesson.items:
            raise Unreadable(phrases.NO_SUCH_LESSON.format(lesson=handed.lesson))
        return lesson

    def release_of(self, handed: Handed) -> dict[str, Any]:
        """The course folder's own release; else this project's."""
        inside = Path(handed.lesson) / f"{handed.path.stem}.ipynb"
        for place in (self.folder("release", handed, ".") / inside.name, self.course().root / "release" / inside):
            if place.is_file():
                return json.loads(place.read_text(encoding="utf-8"))
        raise Unreadable(phrases.NO_RELEASE.format(lesson=handed.lesson))

    def remove_what_came_beside(self, handed: Handed) -> None:
        """nbgrader copies everything a pupil hands in beside the notebook: formgrader would serve it as its own."""
        folder, ours = self.folder("autograded", handed), self.folder("source", handed, ".")
        for path in sorted(folder.rglob("*"), reverse=True):
            if path.is_dir() and not path.is_symlink():
                if not any(path.iterdir()):
                    path.rmdir()
            elif path.name not in KEPT and not (ours / path.relative_to(folder)).is_file():
                if not path.is_symlink():
                    path.chmod(0o600)  # Windows removes nothing that is read-only
                path.unlink()

    def report(self, where: dict[str, str]) -> Report:
        """The grading of the notebook read last; `where` is nbgrader's own description of it."""
        if self.handed is None or (self.handed[0].pupil, self.handed[0].lesson) != (
            where["student"],
            where["assignment"],
        ):
            raise Unreadable(phrases.OTHER_PASS)
        handed, notebook = self.handed
        self.graded = self.grader.grade_read(notebook, self.lesson(handed), handed)
        return self.graded


def course_at(course: Course, folder: Path) -> Course:
    """The course with its lessons in this folder, when it holds lessons of the course."""
    held = any((folder / "source" / lesson.name / f"{lesson.name}.ipynb").is_file() for lesson in course.lessons)
    return replace(course, root=folder) if held else course


def digest_of(file: Path) -> str:
    with file.open("rb") as opened:
        return hashlib.file_digest(opened, "sha256").hexdigest()


def refuse_link(hand_in: Path) -> None:
    """It, or the pupil's folder, could lead to source/, where the solutions are, or to another pupil's work."""
    if hand_in.is_symlink() or hand_in.parent.is_symlink():
        raise Unreadable(phrases.LINK)


def ask_for_a_person(where: dict[str, str]) -> None:
    """nbgrader has already noted the hand-in, without points: nobody may take that for a zero."""
    from nbgrader.api import Gradebook

    with Gradebook(where["db_url"]) as book:
        for grade_ in book.find_submission_notebook(where["notebook"], where["assignment"], where["student"]).grades:
            grade_.needs_manual_grade = grade_.manual_score is None
        book.db.commit()
