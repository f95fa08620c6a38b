import pytest

from autograder.batch import open_grader
from course_config import COURSE


@pytest.fixture(scope="session")
def grader():
    """The real course, one sandbox."""
    with open_grader(COURSE) as grader:
        yield grader


@pytest.fixture(scope="session")
def lesson_1():
    return COURSE.lessons[0]
