"""The learner's folder: lessons open when they are deserved, and nothing a learner wrote is ever replaced."""

import dataclasses
import errno
import json
import logging
import os
import shutil
import socket
import subprocess
import sys
from pathlib import Path

import pytest
import tornado.websocket

from autograder.cli import main
from autograder.jupyter import command, copies, desk, work_folder
from autograder.jupyter.copies import COPIES, keep_content, write_whole
from autograder.jupyter.fresh_start import begin_exercise_again, begin_lesson_again
from autograder.jupyter.server import is_worth_saying
from autograder.jupyter.work_folder import MARK, MEMORY, NotReleased, WorkFolder
from course_config import COURSE, ROOT

FIRST, SECOND, THIRD = COURSE.lessons[:3]
LAST = [lesson for lesson in COURSE.lessons if lesson.items][-1]
OURS = f"{FIRST.name}.ipynb"


@pytest.fixture
def work(tmp_path):
    """A folder where the first lesson is open; the course's release/ may be changed."""
    course = dataclasses.replace(COURSE, root=tmp_path / "projet")
    for lesson in (FIRST, SECOND, THIRD):
        left = shutil.ignore_patterns("__pycache__", "engine", MEMORY, ".ipynb_checkpoints")
        shutil.copytree(COURSE.root / "release" / lesson.name, course.root / "release" / lesson.name, ignore=left)
    folder = WorkFolder(tmp_path / "mes leçons", course)
    folder.prepare()
    folder.refresh(FIRST)
    return folder


def remember(work, lesson, names):
    (work.path / lesson.name).mkdir(parents=True, exist_ok=True)
    content = names if isinstance(names, str) else json.dumps({f"reussis_{lesson.name}": names})
    (work.path / lesson.name / MEMORY).write_text(content, encoding="utf-8")


def required(lesson):
    return [item.name for item in lesson.items if not item.bonus]


def released(work, lesson, name):
    return work.course.root / "release" / lesson.name / name


def plain(text):
    return text.replace("\u00a0", " ").replace("\u202f", " ").replace("’", "'")


def names(lessons):
    return [lesson.name for lesson in lessons]


def write_answer(work, source="def entourer(prenom):\n    return 'à moi'"):
    path = work.notebook(FIRST)
    content = json.loads(path.read_text("utf-8"))
    cell = next(cell for cell in content["cells"] if cell["id"] == "entourer")
    cell["source"], cell["outputs"], cell["execution_count"] = source, [{"output_type": "stream"}], 3
    path.write_text(json.dumps(content), encoding="utf-8")
    return path.read_bytes()


def sources(path):
    cells = json.loads(path.read_text("utf-8"))["cells"]
    return {cell["id"]: "".join(cell["source"]) for cell in cells}


# ---------- what is open


def test_at_first_only_the_first_lesson_is_there(work):
    assert sorted(path.name for path in work.path.iterdir()) == [MARK, FIRST.name]
    for path in (work.course.root / "release" / FIRST.name).rglob("*.*"):
        copy = work.path / FIRST.name / path.relative_to(work.course.root / "release" / FIRST.name)
        assert copy.is_dir() or copy.read_bytes() == path.read_bytes()


def test_a_lesson_that_is_won_is_deserved_and_those_after_it_are_not(work):
    remember(work, FIRST, required(FIRST))
    assert names(work.deserved()) == [FIRST.name, SECOND.name]


def test_bonuses_alone_open_nothing(work):
    remember(work, FIRST, [item.name for item in FIRST.items if item.bonus])
    assert names(work.deserved()) == [FIRST.name]


@pytest.mark.parametrize("damage", ["", "{", "[1]", '{"reussis_01_deviner_la_suite": 3}', '{"a": 1', "[" * 100_000])
def test_a_damaged_memory_closes_nothing(work, damage):
    work.refresh(SECOND)
    remember(work, FIRST, damage)
    assert names(work.deserved()) == [FIRST.name, SECOND.name]


def test_every_written_lesson_opens_the_next_and_the_last_opens_none():
    written = [lesson for lesson in COURSE.lessons if lesson.items]
    for lesson, following in zip(written, [*written[1:], None], strict=True):
        assert work_folder.reaches(COURSE, lesson, required(lesson))
        assert COURSE.after(lesson) is following
    assert not work_folder.reaches(COURSE, COURSE.lessons[-1], ())


def test_the_memory_has_the_name_that_the_kit_gives_it():
    from tuto import memoire, seance

    assert memoire.FILE.name == MEMORY
    assert seance.passed_key(FIRST.name) == f"reussis_{FIRST.name}"


# ---------- nothing half done


def full_disk(*_, **__):
    raise OSError(errno.ENOSPC, "No space left on device")


def test_a_full_disk_leaves_no_half_lesson(work, monkeypatch):
    with monkeypatch.context() as patch:
        patch.setattr(work_folder, "write_record", full_disk)
        with pytest.raises(OSError, match="space"):
            work.refresh(SECOND)
    assert not work.is_open(SECOND)
    assert list((work.path / MARK).iterdir()) == []
    assert work.refresh(SECOND).is_new


def test_what_a_process_left_that_was_cut_short_is_no_part_of_a_lesson(work):
    left = work.path / MARK / f"{SECOND.name}.{os.getpid()}" / "tuto" / "ancien.py"
    left.parent.mkdir(parents=True)
    left.write_text("")
    assert work.refresh(SECOND).is_new
    assert not (work.path / SECOND.name / "tuto" / "ancien.py").exists()


def interrupted(*_, **__):
    raise KeyboardInterrupt


def test_an_interruption_leaves_nothing_half_written(work, monkeypatch):
    with monkeypatch.context() as patch:
        patch.setattr(copies.os, "fsync", interrupted)
        with pytest.raises(KeyboardInterrupt):
            work.refresh(SECOND)
        with pytest.raises(KeyboardInterrupt):
            write_whole(work.notebook(FIRST), b"{}")
    assert not work.is_open(SECOND)
    assert list((work.path / MARK).iterdir()) == []
    assert list((work.path / FIRST.name).glob("*.tmp")) == []


def test_a_lesson_that_another_process_has_just_opened_is_left_alone(work):
    files = work_folder.released(work.course, FIRST)
    mine = write_answer(work)
    assert work.copy_whole(FIRST, files) is False
    assert work.notebook(FIRST).read_bytes() == mine


def test_a_lesson_that_is_not_built_is_said(work):
    shutil.rmtree(work.course.root / "release" / SECOND.name)
    with pytest.raises(NotReleased, match="build"):
        work.refresh(SECOND)


# ---------- when the course changes


def change(path):
    path.write_bytes(path.read_bytes() + b"\n")
    return path.read_bytes()


def test_nothing_new_changes_nothing(work):
    mine = write_answer(work)
    assert work.refresh(FIRST) == work_folder.Refreshed(FIRST, is_new=False)
    assert work.notebook(FIRST).read_bytes() == mine


def test_a_new_release_never_replaces_a_notebook_that_was_worked_on(work):
    mine = write_answer(work)
    change(released(work, FIRST, OURS))
    for _ in range(2):  # it is said until the learner decides
        assert work.refresh(FIRST).kept == (OURS,)
    assert work.notebook(FIRST).read_bytes() == mine


def test_a_notebook_that_was_never_touched_follows_the_course(work):
    new = change(released(work, FIRST, OURS))
    assert work.refresh(FIRST).kept == ()
    assert work.notebook(FIRST).read_bytes() == new


def test_the_kit_follows_the_course_and_what_was_tried_in_it_is_kept(work):
    mine = work.path / FIRST.name / "tuto" / "debut.py"
    mine.write_text("curieux = True\n")
    new = change(released(work, FIRST, "tuto/debut.py")), change(released(work, FIRST, "tuto/fiche.py"))
    assert work.refresh(FIRST).kept == ()
    assert (mine.read_bytes(), mine.with_name("fiche.py").read_bytes()) == new
    assert [copy.read_text() for copy in (work.path / FIRST.name / COPIES).iterdir()] == ["curieux = True\n"]


def test_a_list_of_names_of_ones_own_is_kept(work):
    mine = work.path / FIRST.name / "prenoms.txt"
    mine.write_text("zoe\n")
    assert work.refresh(FIRST).kept == ()
    change(released(work, FIRST, "prenoms.txt"))
    assert work.refresh(FIRST).kept == ("prenoms.txt",)
    assert mine.read_text() == "zoe\n"


def test_what_was_deleted_comes_back(work):
    work.notebook(FIRST).unlink()
    shutil.rmtree(work.path / FIRST.name / "tuto")
    work.refresh(FIRST)
    assert work.notebook(FIRST).read_bytes() == released(work, FIRST, OURS).read_bytes()
    assert (work.path / FIRST.name / "tuto" / "debut.py").is_file()


@pytest.mark.parametrize("record", ["", "{", "[]"])
def test_a_lost_record_loses_nothing(work, record):
    mine = write_answer(work)
    (work.path / FIRST.name / work_folder.RECORD).write_text(record)
    work.refresh(FIRST)
    assert work.notebook(FIRST).read_bytes() == mine


def test_a_lesson_put_there_by_hand_is_an_open_lesson(work):
    shutil.copytree(work.course.root / "release" / THIRD.name, work.path / THIRD.name)
    assert names(work.deserved()) == [FIRST.name, THIRD.name]
    assert work.refresh(THIRD).kept == ()
    new = change(released(work, THIRD, f"{THIRD.name}.ipynb"))
    work.refresh(THIRD)
    assert work.notebook(THIRD).read_bytes() == new


# ---------- from a notebook's kernel


def test_enough_points_open_the_next_lesson(work):
    answer = desk.next_lesson(work.course, FIRST.name, required(FIRST), work.path / FIRST.name)
    assert answer["titre"] == SECOND.title
    assert (work.path / FIRST.name / answer["chemin"]).resolve() == work.notebook(SECOND).resolve()
    assert work.notebook(SECOND).is_file()
    assert not work.is_open(THIRD)


def test_an_open_lesson_is_named_again_and_left_as_it_is(work):
    work.refresh(SECOND)
    work.notebook(SECOND).write_text("mon travail")
    assert desk.next_lesson(work.course, FIRST.name, required(FIRST), work.path / FIRST.name)["titre"] == SECOND.title
    assert work.notebook(SECOND).read_text() == "mon travail"


@pytest.mark.parametrize("place", ["release", "ailleurs", "submitted/lea"])
def test_no_lesson_appears_anywhere_else(work, place):
    folder = work.course.root / place / FIRST.name
    folder.mkdir(parents=True, exist_ok=True)
    assert desk.next_lesson(work.course, FIRST.name, required(FIRST), folder) is None
    assert not (folder.parent / SECOND.name / MARK).exists()


def test_too_few_points_or_the_last_lesson_open_nothing(work):
    assert desk.next_lesson(work.course, FIRST.name, ["entourer"], work.path / FIRST.name) is None
    assert desk.next_lesson(work.course, LAST.name, required(LAST), work.path / LAST.name) is None
    assert desk.next_lesson(work.course, "99_inconnue", ["entourer"], work.path / FIRST.name) is None


def test_a_disk_that_refuses_is_said_and_the_next_start_opens_it(work, monkeypatch):
    remember(work, FIRST, required(FIRST))
    with monkeypatch.context() as patch:
        patch.setattr(work_folder, "write_record", full_disk)
        answer = desk.next_lesson(work.course, FIRST.name, required(FIRST), work.path / FIRST.name)
    assert "n'est pas perdue" in answer["souci"]
    assert SECOND in work.deserved()


# ---------- begin again


def test_an_exercise_begins_again_and_the_rest_stays(work):
    mine = write_answer(work)
    before = sources(released(work, FIRST, OURS))
    copy = begin_exercise_again(work, FIRST, FIRST.items[0])
    assert copy.read_bytes() == mine
    assert copy.parent == work.path / FIRST.name / COPIES
    assert sources(work.notebook(FIRST)) == before
    assert "____" in before["entourer"]


def test_a_lost_cell_comes_back_above_its_check_and_a_double_one_is_single_again(work):
    path = work.notebook(FIRST)
    content = json.loads(path.read_text("utf-8"))
    cells = content["cells"]
    lost = next(cell for cell in cells if cell["id"] == "entourer")
    twice = next(cell for cell in cells if cell["id"] == "paires")
    content["cells"] = [cell for cell in cells if cell is not lost] + [twice]
    path.write_text(json.dumps(content), encoding="utf-8")
    for item in FIRST.items[:2]:
        begin_exercise_again(work, FIRST, item)
    assert list(sources(path)) == [cell["id"] for cell in cells]


def test_a_lesson_begins_again_with_todays_notebook(work):
    mine = write_answer(work)
    remember(work, FIRST, required(FIRST))
    new = change(released(work, FIRST, OURS))
    assert begin_lesson_again(work, FIRST).read_bytes() == mine
    assert work.notebook(FIRST).read_bytes() == new
    assert work.refresh(FIRST).kept == ()
    assert work.passed(FIRST) == set(required(FIRST))


def test_two_copies_of_the_same_second_are_two_copies(tmp_path):
    assert len({keep_content(b"a", "x.ipynb", tmp_path) for _ in range(5)}) == 5


def test_a_kernel_begins_only_its_own_lesson_again(work):
    mine = write_answer(work)
    assert "souci" in desk.lesson_again(work.course, FIRST.name, Path(work.path))
    assert "souci" in desk.lesson_again(work.course, SECOND.name, work.path / FIRST.name)
    assert work.notebook(FIRST).read_bytes() == mine
    copy = desk.lesson_again(work.course, FIRST.name, work.path / FIRST.name)["copie"]
    assert (work.path / FIRST.name / copy).read_bytes() == mine


def test_the_blank_is_the_cell_as_it_was_given(work):
    assert desk.blank(work.course, FIRST.name, "entourer") == sources(released(work, FIRST, OURS))["entourer"]
    assert desk.blank(work.course, FIRST.name, "inconnu") is None
    assert desk.blank(work.course, LAST.name, LAST.items[0].name) is None  # this course has not built it


def test_two_starts_at_once_do_not_disturb_each_other(work, monkeypatch):
    def taken_away_by_the_other(path, content):
        assert path.parent.is_dir()

    monkeypatch.setattr(work_folder, "write_whole", taken_away_by_the_other)
    work.prepare()


def test_half_an_emoji_in_another_cell_does_not_keep_a_blank_away(work):
    content = json.loads(work.notebook(FIRST).read_text("utf-8"))
    content["cells"].append({"cell_type": "markdown", "metadata": {}, "source": "\ud83d"})
    work.notebook(FIRST).write_text(json.dumps(content), encoding="utf-8")
    begin_exercise_again(work, FIRST, FIRST.items[0])
    assert json.loads(work.notebook(FIRST).read_text("utf-8"))["cells"][-1]["source"] == "?"


# ---------- from the terminal


@pytest.fixture
def opened(tmp_path):
    folder = WorkFolder(tmp_path / "leçons", COURSE)
    folder.prepare()
    folder.refresh(FIRST)
    return folder


@pytest.mark.parametrize("name", ["1", "01", FIRST.name, "deviner_la_suite"])
def test_a_lesson_is_named_by_its_number_or_its_name(opened, name, capsys):
    mine = write_answer(opened)
    assert main(["recommencer", name, "entourer", "--dossier", str(opened.path)]) == 0
    copy = Path(capsys.readouterr().out.splitlines()[-1].partition("\u00a0: ")[2])
    assert copy.read_bytes() == mine
    assert main(["recommencer", name, "--dossier", str(opened.path)]) == 0
    assert opened.notebook(FIRST).read_bytes() == (COURSE.root / "release" / FIRST.name / OURS).read_bytes()


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["2"], f"La leçon {SECOND.name} n'est pas encore ouverte dans "),
        (["2"], "Leçons ouvertes : 01_deviner_la_suite"),
        (["99"], "Je ne trouve pas la leçon 99. Leçons ouvertes : 01_deviner_la_suite"),
        ([""], "Leçons ouvertes : 01_deviner_la_suite"),
        (["1", "inconnu"], "Les siens : entourer, paires"),
    ],
)
def test_what_is_not_there_is_said(opened, capsys, words, says):
    assert main(["recommencer", *words, "--dossier", str(opened.path)]) == 2
    assert says in plain(capsys.readouterr().err)


def test_a_folder_without_any_lesson_is_said(tmp_path, capsys):
    folder = tmp_path / "pas d'ici"  # a folder's name keeps its own apostrophe
    assert main(["recommencer", "1", "--dossier", str(folder)]) == 2
    told = capsys.readouterr().err
    assert f"dans {folder}. Ouvrez d’abord la première" in told


def test_a_notebook_that_cannot_be_read_is_begun_again_whole(opened, capsys):
    opened.notebook(FIRST).write_text("{")
    assert main(["recommencer", "1", "entourer", "--dossier", str(opened.path)]) == 2
    assert f"start.py recommencer {FIRST.name}" in capsys.readouterr().err
    assert main(["recommencer", "1", "--dossier", str(opened.path)]) == 0
    assert [copy.read_text() for copy in (opened.path / FIRST.name / COPIES).iterdir()] == ["{"]


def test_a_port_that_is_taken_is_said_before_jupyter_starts(tmp_path, capsys):
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = str(other.getsockname()[1])
        assert main(["jupyter", "--sans-navigateur", "--port", port, "--dossier", str(tmp_path / "a")]) == 2
    assert f"Le port {port} est déjà pris." in plain(capsys.readouterr().err)


@pytest.mark.parametrize("command", ["jupyter", "classe"])
@pytest.mark.parametrize("port", ["0", "65536", "80000", "abc"])
def test_a_port_that_no_machine_has_is_refused(command, port, capsys):
    with pytest.raises(SystemExit) as stopped:
        main([command, "--port", port])
    assert stopped.value.code == 2
    assert f"un port est un nombre de 1 à 65535, pas '{port}'" in capsys.readouterr().err


START = """
import sys
from autograder.cli import main
from jupyter_server.serverapp import ServerApp
if "--port" not in {words}:  # it looked free a moment ago
    ServerApp._find_http_port = lambda server: setattr(server, "port", {port})
sys.exit(main({words}))
"""


@pytest.mark.parametrize(
    ("asked", "says"),
    [(True, "Jupyter n'a pas pu prendre le port {port} : un autre"), (False, "Un autre programme vient de prendre")],
)
def test_jupyter_says_it_is_open_only_when_it_holds_its_port(tmp_path, asked, says):
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))  # and answers nobody
        port = other.getsockname()[1]
        words = ["jupyter", "--sans-navigateur", "--dossier", str(tmp_path), *(["--port", str(port)] if asked else [])]
        code = START.format(words=words, port=port)
        done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, encoding="utf-8", timeout=60)
    assert done.returncode == 2
    assert plain(done.stderr).startswith(says.format(port=port)), done.stderr
    assert len(done.stderr.splitlines()) == 1
    assert "Jupyter est ouvert" not in done.stdout


def test_a_folder_that_cannot_be_written_is_said_before_jupyter_starts(tmp_path, capsys):
    (tmp_path / "fichier").write_text("")
    assert main(["jupyter", "--sans-navigateur", "--dossier", str(tmp_path / "fichier" / "leçons")]) == 2
    assert "--dossier" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("problem", "why", "advice"),
    [
        (errno.ENOSPC, "il n'y a plus de place sur le disque. ", "Libérez de la place, puis relancez."),
        (errno.EACCES, "vous n'avez pas le droit d'y écrire. ", "Choisissez un autre dossier : --dossier"),
        (errno.EROFS, "ce disque est en lecture seule. ", "Choisissez un autre dossier : --dossier"),
        (errno.ENOTDIR, "il y a un fichier là où il faudrait un dossier. ", "Choisissez un autre dossier : --dossier"),
    ],
)
def test_why_nothing_could_be_written_is_said_in_french(tmp_path, capsys, monkeypatch, problem, why, advice):
    def refused(path, content):
        raise OSError(problem, os.strerror(problem), str(path))

    monkeypatch.setattr(work_folder, "write_whole", refused)
    assert main(["jupyter", "--dossier", str(tmp_path)]) == 2
    place = tmp_path / MARK / "essai"
    assert plain(capsys.readouterr().err) == f"Impossible d'écrire {place} : {why}{advice}\n"


def test_the_work_folder_is_not_blamed_for_what_an_author_cannot_write(capsys, monkeypatch):
    def refused(*_):
        raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr(command, "open_for_author", refused)
    assert main(["jupyter", "--auteur"]) == 2
    told = plain(capsys.readouterr().err)
    assert told.startswith(f"Impossible d'écrire {ROOT} : ")
    assert "--dossier" not in told


@pytest.mark.parametrize(("problem", "said"), [(tornado.websocket.WebSocketClosedError(), False), (OSError(), True)])
def test_a_page_that_is_closed_while_jupyter_writes_to_it_is_no_trouble(problem, said):
    record = logging.LogRecord("asyncio", logging.ERROR, "", 0, "never retrieved", (), (type(problem), problem, None))
    assert is_worth_saying(record) is said
