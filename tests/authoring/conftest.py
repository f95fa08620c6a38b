import json
import shutil
from dataclasses import replace

import pytest

from autograder.authoring.checks import problems_of_one, problems_of_the_whole
from autograder.authoring.draft import read_draft
from autograder.authoring.places import find_definitions
from course_config import COURSE
from tests.authoring.reading import LESSON, plain


@pytest.fixture(scope="session")
def draft():
    """A real lesson, without fault."""
    return read_draft(COURSE, COURSE.lesson(LESSON), find_definitions(COURSE.root))


@pytest.fixture
def said(draft):
    """What is said when one exercise, other parts of the lesson, or its cells are changed; others are not judged."""

    def problems(exercise=None, cells=None, **lesson):
        changed = draft.lesson
        if exercise:
            first, _, *others = changed.exercises
            changed = replace(changed, exercises=(first, exercise, *others))
        changed = replace(draft, lesson=replace(changed, **lesson), cells=cells or draft.cells)
        told = [*problems_of_the_whole(changed), *(problems_of_one(changed, exercise) if exercise else ())]
        return [plain(problem) for problem in told]

    return problems


def copy_of_the_course(root):
    """What `tuto new` touches, as a course of its own."""
    stories = [f"tests/submissions/{exercise.name}" for exercise in COURSE.lesson(LESSON).exercises]
    for folder in ("exercises", f"source/{LESSON}", *stories):
        shutil.copytree(COURSE.root / folder, root / folder, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(COURSE.root / "course_config.py", root)
    return replace(COURSE, root=root, badges=root / "exercises" / "badges")


@pytest.fixture
def course(tmp_path):
    return copy_of_the_course(tmp_path)


@pytest.fixture(scope="session")
def spared_course(tmp_path_factory):
    """For the tests where nothing may be written."""
    return copy_of_the_course(tmp_path_factory.mktemp("course"))


@pytest.fixture
def notebook(course):
    return course.root / "source" / LESSON / f"{LESSON}.ipynb"


@pytest.fixture
def written_cells():
    """The cells of a notebook on the disk, by identifier."""
    return lambda path: {cell["id"]: cell for cell in json.loads(path.read_text("utf-8"))["cells"]}
