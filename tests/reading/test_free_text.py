"""The words that a teacher reads, whatever happened to the cell they were written in."""

import pytest

from autograder.free_text import free_text
from autograder.master import load_master
from autograder.notebook import Cell, Notebook
from course_config import COURSE

LESSON = COURSE.lessons[0]
FREE = LESSON.free_texts[0]
BEFORE = "Écris ta réponse ici."


@pytest.fixture(scope="module")
def master():
    return load_master(COURSE, LESSON)


def words(master, *cells, labels=True):
    """With these cells in place of the answer's."""
    place = [cell.grade_id for cell in master.release].index(FREE.name)
    every = (*master.release[:place], *cells, *master.release[place + 1 :])
    bare = every if labels else (Cell(cell.kind, cell.source) for cell in every)
    return free_text(Notebook(tuple(bare)), FREE, master)


@pytest.mark.parametrize("labels", [True, False])
@pytest.mark.parametrize(
    ("texts", "read"),
    [
        ([BEFORE], ""),
        ([" \n"], ""),
        ([" Une part de gâteau.\n"], "Une part de gâteau."),
        (["Une part", "de gâteau."], "Une part\n\nde gâteau."),
        (["Une part", BEFORE, "Une part"], "Une part"),
        ([], ""),
    ],
)
def test_all_the_pupil_s_words_and_only_those(master, labels, texts, read):
    cells = [Cell("markdown", text, FREE.name) for text in texts]
    assert words(master, *cells, labels=labels) == read


def test_what_is_written_elsewhere_is_no_answer(master):
    assert words(master, *master.release[-1:], Cell("markdown", "Vive moi !"), Cell("code", "x = 1")) == ""
