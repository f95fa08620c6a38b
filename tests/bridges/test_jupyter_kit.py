# ruff: noqa: F811 - fixtures lent by tests/tuto
"""The kit beside a learner: what passed is never lost, the next lesson is shown, a blank comes back."""

import errno
import json
import multiprocessing
import os
import types

import pytest

from autograder.jupyter.work_folder import WorkFolder
from course_config import COURSE
from tests.tuto.conftest import cahier, new_session  # noqa: F401 - fixtures
from tuto import classe, historique, memoire, reprise, resultat, retrouve
from tuto.exemples import Verdict
from tuto.seance import SESSION, passed_key

LESSON, NEXT = COURSE.lessons[:2]
KEY = passed_key(LESSON.name)
RIGHT = "def entourer(prenom):\n    return '.' + prenom + '.'"
WRONG = "def entourer(prenom):\n    return prenom"
BLANK = "# À toi de jouer\ndef entourer(prenom):\n    return ____"


class Shell:
    """The part of IPython that the kit leans on."""

    def __init__(self, metadata=None):
        self.parent_header = {"metadata": metadata or {}}
        self.cells, self.shown = [], []
        self.history_manager = types.SimpleNamespace(input_hist_raw=self.cells)

    def set_next_input(self, text, replace=False):
        self.shown.append((text, replace))


@pytest.fixture
def shell(monkeypatch):
    shell = Shell()
    for module in (reprise, resultat, historique):
        monkeypatch.setattr(module, "jupyter", lambda: shell)
    return shell


def passes(*names):
    for name in names:
        item = next(item for item in SESSION.sheet["exercices"] + SESSION.sheet["questions"] if item["nom"] == name)
        resultat.show_verdict(item, Verdict("passed", ""), "")


@pytest.fixture
def work(tmp_path, monkeypatch):
    """Lesson 1 in a work folder of `tuto jupyter`; this test is in it, as its kernel would be."""
    folder = WorkFolder(tmp_path / "mes leçons", COURSE)
    folder.prepare()
    folder.refresh(LESSON)
    monkeypatch.chdir(folder.path / LESSON.name)
    return folder


# ---------- the memory


def keep_one_by_one(folder, names):
    os.chdir(folder)
    memoire.PATIENCE = 60  # the disk may be slow, and the other write again and again
    for name in names:
        assert memoire.change(KEY, lambda kept, name=name: sorted({*(kept or []), name}))


def test_two_kernels_of_one_notebook_lose_nothing(tmp_path):
    names = [[f"{letter}{number}" for number in range(40)] for letter in "ab"]
    kernels = [multiprocessing.get_context("spawn").Process(target=keep_one_by_one, args=(tmp_path, n)) for n in names]
    for kernel in kernels:
        kernel.start()
    for kernel in kernels:
        kernel.join()
    assert [kernel.exitcode for kernel in kernels] == [0, 0]
    assert set(retrouve(KEY)) == {*names[0], *names[1]}


def test_what_another_kernel_noted_meanwhile_is_kept(cahier):
    memoire.enregistre(KEY, ["paires"])
    passes("entourer")
    assert retrouve(KEY) == ["entourer", "paires"]


@pytest.mark.parametrize("damage", [b"{", b'{"perte": 2.4', b"\xff\xfe", b"[1]"])
def test_a_damaged_memory_is_put_aside_not_thrown_away(tmp_path, damage):
    memoire.FILE.write_bytes(damage)
    memoire.enregistre("perte", 2.4)
    assert retrouve("perte") == pytest.approx(2.4)
    assert memoire.DAMAGED.read_bytes() == damage


@pytest.mark.parametrize("refusing", ["fsync", "replace", "open"])
def test_a_disk_that_refuses_leaves_the_memory_whole_and_the_card_says_so(cahier, monkeypatch, capsys, refusing):
    passes("entourer")
    before = memoire.FILE.read_bytes()

    def full(*_, **__):
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(memoire.os, refusing, full)
        capsys.readouterr()
        passes("paires")
    assert "Je n’ai pas pu noter cette réussite" in capsys.readouterr().out
    assert memoire.FILE.read_bytes() == before
    assert os.listdir() == [memoire.FILE.name]
    passes("compter_paires")  # there is room again: all of it is noted
    assert retrouve(KEY) == ["compter_paires", "entourer", "paires"]


def test_the_lock_of_a_kernel_that_died_stops_nobody(cahier):
    memoire.LOCK.touch()
    os.utime(memoire.LOCK, (0, 0))
    passes("entourer")
    assert retrouve(KEY) == ["entourer"]
    assert not memoire.LOCK.exists()


def test_the_lock_of_a_kernel_at_work_is_waited_for_and_left_to_it(monkeypatch):
    memoire.LOCK.touch()
    monkeypatch.setattr(memoire, "PATIENCE", 0.1)
    memoire.enregistre("perte", 2.4)  # all the same: it is only a memory
    assert memoire.LOCK.exists()


# ---------- the next lesson


def test_the_card_shows_the_way_to_the_lesson_that_opens(work, cahier, capsys):
    passes("entourer", "paires", "compter_paires", "probabilites")
    assert not work.is_open(NEXT)
    assert "leçon suivante est prête" not in capsys.readouterr().out
    passes("generer")
    said = capsys.readouterr().out
    assert f"Ta leçon suivante est prête\u00a0: {NEXT.title} (../{NEXT.name}/{NEXT.name}.ipynb)" in said
    assert work.notebook(NEXT).is_file()


def test_away_from_a_work_folder_or_from_the_project_the_card_says_nothing_more(cahier, capsys, monkeypatch):
    passes("entourer", "paires", "compter_paires", "probabilites", "generer")
    monkeypatch.setitem(__import__("sys").modules, "course_config", None)
    passes("quiz_1")
    said = capsys.readouterr().out
    assert "C’est assez pour ouvrir" in said
    assert "leçon suivante est prête" not in said


def test_the_link_is_relative_and_plain(work, cahier):
    passes("entourer", "paires", "compter_paires", "probabilites", "generer")
    (_, page), _ = resultat.next_lesson()
    assert f'<a href="../{NEXT.name}/{NEXT.name}.ipynb">' in page


# ---------- begin again


def test_the_blank_takes_the_place_of_the_answer_and_the_answer_is_kept(work, cahier, shell, capsys):
    passes("entourer")
    shell.cells += [WRONG, RIGHT]
    cahier.run("recommence('entourer')")
    assert shell.shown == [(BLANK, True)]
    (copy,) = (work.path / LESSON.name / "sauvegardes").iterdir()
    assert copy.read_text("utf-8") == RIGHT + "\n"
    assert cahier.run("print(entourer)") == "None\n"
    assert retrouve(KEY) == ["entourer"]  # what passed stays passed


def test_an_answer_that_was_saved_but_not_run_today_is_kept_too(work, cahier, shell):
    notebook = work.notebook(LESSON)
    content = json.loads(notebook.read_text("utf-8"))
    next(cell for cell in content["cells"] if cell["id"] == "entourer")["source"] = [WRONG]
    notebook.write_text(json.dumps(content), encoding="utf-8")
    assert "Ta réponse d'avant est gardée" in cahier.run("recommence(entourer)")
    (copy,) = (work.path / LESSON.name / "sauvegardes").iterdir()
    assert copy.read_text("utf-8") == WRONG + "\n"


def test_an_untouched_cell_leaves_no_copy(work, cahier, shell):
    shell.cells.append(BLANK)
    assert "Elle n'avait pas changé." in cahier.run("recommence('entourer')")
    assert not (work.path / LESSON.name / "sauvegardes").exists()


@pytest.mark.parametrize(
    ("metadata", "elsewhere"),
    [
        ({"cellId": "entourer", "nbgrader": {"grade_id": "entourer"}}, False),
        ({"cellId": "test-entourer", "nbgrader": {"grade_id": "test_entourer"}}, True),
        ({"cellId": "ab12"}, True),  # a cell that the learner added
        ({"cellId": "vscode-notebook-cell:/a.ipynb#x"}, False),
        ({}, False),
        (None, False),
    ],
)
def test_in_another_cell_the_right_one_is_named(work, cahier, shell, metadata, elsewhere):
    shell.parent_header = {"metadata": metadata}
    said = cahier.run("recommence('entourer')")
    assert ("dans la case de `entourer`" in said) == elsewhere
    assert (shell.shown == []) == elsewhere


def test_without_jupyter_the_blank_is_shown_to_be_copied(work, cahier):
    said = cahier.run("recommence('entourer')")
    assert "Recopie-la" in said
    assert "return ____" in said


def test_what_is_not_an_exercise_gets_the_list(work, cahier, shell):
    said = cahier.run("recommence('x')")
    assert '`"entourer"`, `"paires"`' in said
    assert shell.shown == []


def test_without_the_project_it_is_said(cahier, shell, monkeypatch):
    monkeypatch.setitem(__import__("sys").modules, "course_config", None)
    for code in ("recommence('entourer')", "recommence()"):
        assert "je n'ai pas la version du départ" in cahier.run(code)
    assert shell.shown == []


def test_in_the_class_page_the_button_is_named(cahier, monkeypatch):
    monkeypatch.setattr(reprise, "lesson_page", lambda: True)
    for code in ("recommence('entourer')", "recommence()"):
        assert "`Remettre les trous`" in cahier.run(code)


def test_the_whole_lesson_begins_again(work, cahier, shell):
    work.notebook(LESSON).write_text("mon cahier")
    cahier.run(RIGHT)
    said = cahier.run("recommence()")
    assert "Un cahier tout neuf" in said
    (copy,) = (work.path / LESSON.name / "sauvegardes").iterdir()
    assert copy.name in said
    assert copy.read_text() == "mon cahier"
    assert cahier.run("print(entourer)") == "None\n"


def test_away_from_a_work_folder_the_lesson_stays(cahier, shell):
    assert "Le cahier n'a pas changé." in cahier.run("recommence()")


def test_a_lost_learner_is_told_the_way_back_only_after_the_last_hint(cahier, shell):
    item = SESSION.sheet["exercices"][0]
    for tries in range(1, len(item["indices"]) + 3):
        SESSION.tries["entourer"] = tries
        assert bool(resultat.way_back(item)) == (tries > len(item["indices"]))


def test_the_project_is_looked_for_only_by_name():
    assert classe.of_project("json") is json
    with pytest.raises(classe.NoJudge):
        classe.of_project("une_inconnue")
