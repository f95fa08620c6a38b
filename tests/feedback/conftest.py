import pytest

from autograder.feedback import write_class_summary, write_pupil_page
from tests.feedback import demo_class
from tests.feedback.reading import read

DRAWING = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 120 120"><circle cx="60" cy="60" r="50"/></svg>'


@pytest.fixture
def course(tmp_path):
    """The invented course, with a drawing for each of its badges but one."""
    badges = tmp_path / "badges"
    badges.mkdir()
    drawn = (demo_class.T9, demo_class.COUNTER, demo_class.CAKE, demo_class.FIRST, demo_class.HUNTER, demo_class.SECOND)
    for badge in drawn:
        (badges / f"{badge.slug}.svg").write_text(DRAWING, encoding="utf-8")
    return demo_class.course(badges)


@pytest.fixture
def pupil_page(course, tmp_path):
    """Writes a report's page and reads it back."""
    return lambda report: read(write_pupil_page(report, course, tmp_path / "feedback"))


@pytest.fixture
def class_page(course, tmp_path):
    """Writes the summary of a class and reads it back."""

    def write(reports, failures=()):
        page, _ = write_class_summary(reports, failures, course, tmp_path / "feedback")
        return read(page)

    return write


@pytest.fixture
def results(course, tmp_path):
    """Writes resultats.csv and gives its lines as the text of a spreadsheet's cells."""

    def write(reports, failures=()):
        _, path = write_class_summary(reports, failures, course, tmp_path / "feedback")
        return [line.split(";") for line in path.read_text(encoding="utf-8-sig").splitlines()]

    return write
