"""What leaves the classroom: marks for a spreadsheet, reports, notebooks, nbgrader's gradebook."""

import contextlib
import csv
import io
import json
import sqlite3
import subprocess
import sys
import zipfile

import pytest

from autograder.batch import grade_all, open_grader
from autograder.collect import collect
from autograder.notebook import read_notebook
from classroom.course import course, written_lessons
from classroom.gradebook import gradebook_export
from classroom.gradebook.exports import folder_names, marks_csv
from classroom.gradebook.gradebook_export import CannotPush, push
from classroom.models import Copy, EarnedBadge, FreeAnswer, Standing

pytestmark = pytest.mark.django_db
LESSON = written_lessons()[0]
FIRST = LESSON.name
PAGES = "/prof/classe/LUNE/exports/"


def table(text):
    return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff")), delimiter=";"))


def cell(line, name):
    """The one column whose title holds this word."""
    (title,) = (title for title in line if f" {name} " in title)
    return line[title]


def copied(pupil, **sources):
    cells = {name.replace("_", "-"): {"source": source, "at": 1} for name, source in sources.items()}
    return Copy.objects.create(pupil=pupil, lesson=FIRST, cells=cells, version=1)


def opened(response):
    return zipfile.ZipFile(io.BytesIO(response.content))


# ---------- marks ----------


def test_the_table_has_a_line_a_pupil_with_french_numbers(classroom, make_pupil):
    zoe, _ = make_pupil("Zoé"), make_pupil("Élise")
    Standing.objects.create(pupil=zoe, lesson=FIRST, item="paires", tries=3, best_points=1.5)
    FreeAnswer.objects.create(pupil=zoe, lesson=FIRST, name="explique_1", text="Un gâteau.", points=2)
    EarnedBadge.objects.create(pupil=zoe, slug=next(item.badge.slug for item in LESSON.items if item.badge))
    text = marks_csv(classroom)
    elise, line = table(text)
    assert text.startswith("\ufeffÉlève;Leçon 1 (sur ")
    assert (elise["Élève"], line["Élève"]) == ("Élise", "Zoé")
    assert cell(line, "paires") == "1,5"
    assert cell(line, "explique_1") == "2"
    assert cell(line, "entourer") == ""
    assert next(value for title, value in line.items() if title.startswith("Leçon 1 ")) == "3,5"
    assert line["Badges"]
    assert not any(value for title, value in elise.items() if title != "Élève")


def test_the_teachers_points_come_first_even_when_lower(classroom, pupil):
    Standing.objects.create(pupil=pupil, lesson=FIRST, item="paires", tries=1, best_points=2, override=0.5)
    assert cell(table(marks_csv(classroom))[0], "paires") == "0,5"


@pytest.mark.parametrize("name", ["=1+1", "+33", "-2", "@x", "\t=1"])
def test_no_name_is_a_formula(classroom, make_pupil, name):
    make_pupil(name)
    assert table(marks_csv(classroom))[0]["Élève"].startswith("'")


def test_bonuses_are_not_in_the_lessons_total(classroom, pupil):
    bonus = next(item for item in LESSON.items if item.bonus)
    Standing.objects.create(pupil=pupil, lesson=FIRST, item=bonus.name, tries=1, best_points=bonus.points)
    line = table(marks_csv(classroom))[0]
    assert cell(line, bonus.name) == str(bonus.points)
    assert next(value for title, value in line.items() if title.startswith("Leçon 1 ")) == "0"


def test_the_table_is_downloaded_and_an_empty_class_has_one_too(teacher_client, classroom):
    answer = teacher_client.get(f"{PAGES}notes.csv")
    assert answer["Content-Type"] == "text/csv; charset=utf-8"
    assert answer["Content-Disposition"].endswith('.csv"')
    assert answer.content.startswith(b"\xef\xbb\xbf")


# ---------- reports ----------


def test_a_report_says_points_reasons_and_the_teachers_words_and_shows_no_html_of_the_pupil(teacher_client, pupil):
    Standing.objects.create(
        pupil=pupil, lesson=FIRST, item="paires", tries=1, best_points=0, override=1.5, override_reason="À l’oral."
    )
    FreeAnswer.objects.create(
        pupil=pupil, lesson=FIRST, name="explique_1", text="<img src=x>", points=2.5, comment="Belle image."
    )
    page = teacher_client.get(f"/prof/eleve/{pupil.key}/bulletin/").text
    for words in ("1,5 / 2", "À l’oral.", "2,5 / 3", "Belle image.", "&lt;img src=x&gt;", "4 / "):
        assert words in page
    assert "<img src=x" not in page


def test_the_whole_class_has_one_report_each(teacher_client, classroom, make_pupil):
    for name in ("Zoé", "Léa", "Tom"):
        make_pupil(name)
    page = teacher_client.get(f"{PAGES}bulletins/").text
    assert page.count('<article class="paper">') == 3
    assert page.count("Aucune leçon commencée") == 3


# ---------- notebooks ----------


def test_folders_have_names_every_system_takes(classroom, make_pupil):
    for name in ("Léa B.", "Léa B", "Con", "Zoé la brave", "..."):
        make_pupil(name)
    names = list(folder_names(classroom).values())
    assert names[0] == "Léa_B"
    assert names[3] == "Zoé_la_brave"
    assert len({name.casefold() for name in names}) == 5
    assert all(name.strip(". ") == name and name and name.casefold() != "con" for name in names)


def test_a_notebook_is_the_release_with_the_pupils_cells(teacher_client, pupil):
    copied(pupil, paires="def paires(mot):\n    return [mot]", outils_1="import os", inconnue="x")
    FreeAnswer.objects.create(pupil=pupil, lesson=FIRST, name="explique_1", text="Un gâteau.")
    archive = opened(teacher_client.get(f"{PAGES}carnets.zip"))
    folder = f"submitted/{pupil.pseudonym}/{FIRST}"
    assert sorted(archive.namelist()) == [f"{folder}/{FIRST}.ipynb", f"{folder}/timestamp.txt"]
    made = json.loads(archive.read(f"{folder}/{FIRST}.ipynb"))
    released = json.loads((course().root / "release" / FIRST / f"{FIRST}.ipynb").read_text("utf-8"))
    changed = {
        new["id"]: "".join(new["source"])
        for new, old in zip(made["cells"], released["cells"], strict=True)
        if new["source"] != old["source"]
    }
    assert changed == {"paires": "def paires(mot):\n    return [mot]", "explique-1": "Un gâteau."}
    assert made["metadata"] == released["metadata"]


def test_who_did_nothing_has_no_notebook(teacher_client, pupil):
    assert opened(teacher_client.get(f"{PAGES}carnets.zip")).namelist() == []


@pytest.mark.slow
def test_the_command_reads_the_notebooks_and_gives_the_points_the_code_is_worth(
    teacher_client, pupil, solution, tmp_path
):
    copied(pupil, entourer=solution(FIRST, "entourer"), paires="def paires(mot):\n    return []")
    opened(teacher_client.get(f"{PAGES}carnets.zip")).extractall(tmp_path)
    (handed,) = collect([tmp_path / "submitted"], course())
    assert (handed.pupil, handed.lesson) == (pupil.pseudonym, FIRST)
    assert read_notebook(handed.path).lesson == FIRST
    with open_grader(course(), 1, accept_partial=True) as grader:
        (report,) = grade_all(grader, [handed], 1, lambda: None)
    points = {verdict.name: verdict.points for verdict in report.verdicts if verdict.points}
    assert points == {"entourer": 1}


# ---------- nbgrader ----------


def scores(database, pupil):
    """Cell -> (score by the machine, score by a person, waiting for a person), read with nbgrader's own words."""
    program = """if True:
        import json, sys
        from nbgrader.api import Gradebook
        with Gradebook(sys.argv[1], course_id="tuto_llm") as book:
            one = book.find_submission_notebook(sys.argv[2], sys.argv[2], sys.argv[3])
            grades = {g.name: [g.auto_score, g.manual_score, g.needs_manual_grade] for g in one.grades}
            said = {c.name: c.comment for c in one.comments if c.comment}
            print(json.dumps([grades, said, one.score, one.max_score]))
    """
    command = [sys.executable, "-c", program, f"sqlite:///{database}", FIRST, pupil]
    return json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)


@pytest.fixture
def marked(pupil):
    copied(pupil, entourer="x")
    Standing.objects.create(pupil=pupil, lesson=FIRST, item="entourer", tries=2, best_points=1)
    Standing.objects.create(
        pupil=pupil, lesson=FIRST, item="paires", tries=2, best_points=0.5, override=1.5, override_reason="À l’oral."
    )
    Standing.objects.create(pupil=pupil, lesson=FIRST, item="choisir", tries=1, best_points=3, override=0)
    return FreeAnswer.objects.create(pupil=pupil, lesson=FIRST, name="explique_1", text="Un gâteau.")


@pytest.mark.slow
def test_nbgrader_knows_the_points_and_what_is_still_to_read(marked, classroom, tmp_path):
    pytest.importorskip("nbgrader")
    database = tmp_path / "gradebook.db"
    assert push(classroom, database) == 1
    grades, said, score, highest = scores(database, "Zoé")
    assert grades["test_entourer"] == [1.0, None, False]
    assert grades["test_paires"] == [0.5, 1.5, False]
    assert grades["test_choisir"] == [3.0, 0.0, False]
    assert grades["explique_1"] == [None, None, True]
    assert said == {"paires": "À l’oral."}
    assert score == pytest.approx(2.5)
    assert highest == sum(one.points for one in (*LESSON.items, *LESSON.free_texts))


@pytest.mark.slow
def test_pushing_again_updates_and_keeps_what_was_marked_in_formgrader(marked, classroom, tmp_path):
    pytest.importorskip("nbgrader")
    database = tmp_path / "gradebook.db"
    push(classroom, database)
    with contextlib.closing(sqlite3.connect(database)) as book, book:
        book.execute("UPDATE grade SET manual_score = 3 WHERE needs_manual_grade")
    Standing.objects.filter(item="entourer").update(best_points=0.5)
    push(classroom, database)
    grades = scores(database, "Zoé")[0]
    assert grades["test_entourer"] == [0.5, None, False]
    assert grades["explique_1"][1:] == [3.0, False]


@pytest.mark.slow
def test_nbgraders_own_export_has_the_total(marked, classroom, tmp_path):
    pytest.importorskip("nbgrader")
    push(classroom, tmp_path / "gradebook.db")
    command = [sys.executable, "-m", "nbgrader", "export", "--CourseDirectory.course_id=tuto_llm", "--to", "notes.csv"]
    subprocess.run(command, cwd=tmp_path, check=True, capture_output=True)
    (line,) = csv.DictReader(io.StringIO((tmp_path / "notes.csv").read_text("utf-8")))
    assert (line["student_id"], line["first_name"], line["assignment"]) == ("Zoé", "Zoé", FIRST)
    assert float(line["score"]) == pytest.approx(2.5)


def test_without_nbgrader_the_teacher_is_told_how_to_get_it(teacher_client, classroom, monkeypatch):
    monkeypatch.setattr(gradebook_export.importlib.util, "find_spec", lambda name: None)
    page = teacher_client.post(f"{PAGES}nbgrader/", follow=True)
    assert "nbgrader n’est pas installé ici" in page.text


def test_a_database_that_cannot_be_written_is_told(classroom, tmp_path):
    pytest.importorskip("nbgrader")
    with pytest.raises(CannotPush, match=r"n’a pas pu écrire"):
        push(classroom, tmp_path / "nulle" / "part" / "gradebook.db")


def test_the_button_says_how_many_notebooks_went(teacher_client, classroom, monkeypatch, tmp_path):
    monkeypatch.setenv("TUTO_GRADEBOOK", str(tmp_path / "gradebook.db"))
    monkeypatch.setattr("classroom.teacher.exports.push", lambda classroom, database: len(database.name))
    assert f"{len('gradebook.db')} carnets" in teacher_client.post(f"{PAGES}nbgrader/", follow=True).text
