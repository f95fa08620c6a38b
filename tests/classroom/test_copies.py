"""A pupil's copy of a lesson: nothing typed is lost, two tabs never overwrite each other in silence."""

import pytest

from classroom import course
from classroom.lesson.copies import MAX_CELL, copy_of, differences, notebook_of, save, too_long, unknown_cells
from classroom.lesson.release import release_of
from classroom.models import FreeAnswer, Standing

pytestmark = pytest.mark.django_db

LESSON = course.lesson_named("01_deviner_la_suite")
BLANK = release_of(LESSON).writable["paires"].source


def test_what_was_typed_comes_back(pupil):
    saved = save(pupil, LESSON, {"paires": "def paires(mot):\n    return []"}, base=0)
    assert (saved.version, saved.cells, saved.clash) == (1, {}, False)
    assert differences(copy_of(pupil, LESSON), LESSON) == {"paires": "def paires(mot):\n    return []"}


def test_saving_the_same_again_changes_nothing(pupil):
    save(pupil, LESSON, {"paires": "a = 1"}, base=0)
    again = save(pupil, LESSON, {"paires": "a = 1"}, base=0)
    assert (again.version, again.clash) == (1, False)


def test_two_tabs_on_different_cells_are_merged(pupil):
    save(pupil, LESSON, {"paires": "tab A"}, base=0)
    second = save(pupil, LESSON, {"entourer": "tab B"}, base=0)
    assert second.cells == {"paires": "tab A"}  # B learns what A typed, or it would overwrite it later
    assert not second.clash
    assert differences(copy_of(pupil, LESSON), LESSON) == {"paires": "tab A", "entourer": "tab B"}


def test_two_tabs_on_the_same_cell_clash_and_the_other_cells_are_saved(pupil):
    save(pupil, LESSON, {"paires": "tab A"}, base=0)
    second = save(pupil, LESSON, {"paires": "tab B", "entourer": "tab B"}, base=0)
    assert second.clash
    assert second.cells == {"paires": "tab A"}
    assert differences(copy_of(pupil, LESSON), LESSON) == {"paires": "tab A", "entourer": "tab B"}
    again = save(pupil, LESSON, {"paires": "tab B, knowingly"}, base=second.version)
    assert not again.clash


def test_one_tab_may_go_on_from_its_own_version(pupil):
    first = save(pupil, LESSON, {"paires": "1"}, base=0)
    second = save(pupil, LESSON, {"paires": "12"}, base=first.version)
    assert not second.clash


def test_putting_the_blank_back_is_a_change_that_the_other_tab_learns(pupil):
    first = save(pupil, LESSON, {"paires": "typed"}, base=0)
    reset = save(pupil, LESSON, {"paires": BLANK}, base=first.version)
    assert differences(copy_of(pupil, LESSON), LESSON) == {}
    other = save(pupil, LESSON, {"paires": "typed by the other tab"}, base=first.version)
    assert other.clash
    assert other.cells == {"paires": BLANK}
    assert other.version == reset.version


def test_a_page_from_before_a_restored_backup_is_heard(pupil):
    save(pupil, LESSON, {"paires": "old"}, base=0)
    assert not save(pupil, LESSON, {"paires": "new"}, base=40).clash


@pytest.mark.parametrize("cell", ["outils-1", "test-paires", "titre", "donnees-quiz", "nulle-part"])
def test_locked_cells_prose_and_unknown_cells_are_not_the_pupils(cell):
    assert unknown_cells(LESSON, {cell: "x"})


def test_answers_experiments_and_free_texts_are_the_pupils():
    assert not unknown_cells(LESSON, {"paires": "x", "paires-experience": "x", "explique-1": "x", "quiz-1": "x"})


def test_limits():
    assert too_long({"paires": "x" * (MAX_CELL + 1)})
    assert not too_long({"paires": "x" * MAX_CELL})


def test_a_free_text_reaches_the_teacher_and_its_blank_does_not(pupil):
    save(pupil, LESSON, {"explique-1": "C’est une part du gâteau."}, base=0)
    assert FreeAnswer.objects.get(pupil=pupil).text == "C’est une part du gâteau."
    save(pupil, LESSON, {"explique-1": release_of(LESSON).writable["explique-1"].source}, base=1)
    assert FreeAnswer.objects.get(pupil=pupil).text == ""


def test_an_answer_that_changes_says_when_and_an_experiment_does_not(pupil):
    save(pupil, LESSON, {"paires-experience": "print(1)"}, base=0)
    assert not Standing.objects.exists()
    save(pupil, LESSON, {"paires": "print(1)"}, base=1)
    assert Standing.objects.get(pupil=pupil).edited_at


def test_the_grader_reads_the_pupils_cells_in_the_released_notebook(pupil):
    save(pupil, LESSON, {"paires": "def paires(mot): return 7"}, base=0)
    cells = notebook_of(copy_of(pupil, LESSON), LESSON).cells
    assert "def paires(mot): return 7" in [cell.source for cell in cells if cell.grade_id == "paires"]
    assert len(cells) == len(release_of(LESSON).cells)
