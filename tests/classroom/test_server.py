"""The class as `python3 start.py` opens it: a real server, in a process of its own."""

import json
import os
import re
import signal
import socket
import sqlite3
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path

import pytest

from autograder import cli
from autograder.batch import IsolationTooWeak
from classroom.grading import pool as grading
from classroom.serving import server
from classroom.serving.backup import DATABASE
from classroom.serving.lock import only_server

ROOT = Path(__file__).resolve().parents[2]
SITE = (ROOT / ".tuto" / "site" / "current").is_file()
NEEDS_SITE = pytest.mark.skipif(not SITE, reason="the class's pages are not built here: python -m classroom.assets")
POSIX = pytest.mark.skipif(os.name == "nt", reason="signals as Linux and macOS know them")


class Class:
    """`tuto classe`, started on a folder of its own."""

    def __init__(self, data: Path):
        self.data, self.port, self.process, self.said = data, free_port(), None, ""

    def open(self, *words: str) -> "Class":
        environment = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"}
        command = [sys.executable, "-u", "-m", "autograder.cli", "classe", "--port", str(self.port)]
        self.process = subprocess.Popen(
            [*command, "--data", str(self.data), *words],
            cwd=ROOT,
            env=environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            encoding="utf-8",
        )
        until = time.monotonic() + 60
        while not answers(self.port):
            assert self.process.poll() is None, self.process.stdout.read()
            assert time.monotonic() < until, "the class does not open"
            time.sleep(0.1)
        return self

    def close(self) -> str:
        """All that was said, once Ctrl-C has been pressed."""
        self.process.send_signal(signal.SIGINT)
        said, _ = self.process.communicate(timeout=60)
        return said

    def get(self, path: str) -> tuple[int, str]:
        return fetch(f"http://127.0.0.1:{self.port}{path}")


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def answers(port: int) -> bool:
    try:
        fetch(f"http://127.0.0.1:{port}/")
    except (urllib.error.URLError, ConnectionError):
        return False
    return True


def fetch(address: str) -> tuple[int, str]:
    try:
        with urllib.request.urlopen(address, timeout=60) as answer:
            return answer.status, answer.read().decode("utf-8")
    except urllib.error.HTTPError as problem:
        return problem.code, problem.read().decode("utf-8")


@pytest.fixture
def classe(tmp_path):
    opened = Class(tmp_path / "classe")
    yield opened
    if opened.process and opened.process.poll() is None:
        opened.process.kill()
    if opened.process:
        opened.process.communicate()


@POSIX
@NEEDS_SITE
@pytest.mark.slow
def test_a_class_opens_says_where_and_closes_without_a_word_of_english(classe):
    classe.open()
    status, page = classe.get("/")
    assert status == 200
    assert "<h1" in page
    said = classe.close()
    assert classe.process.returncode == 0, said
    link = re.search(r"http://localhost:\d+(/prof/bienvenue/\S+)", said)
    assert link, said
    assert re.search(r"Adresse pour les élèves :\s+http://\S+:" + str(classe.port), said)
    assert str(classe.data) in said
    assert said.rstrip().endswith(server.CLOSED)
    assert not re.search("Traceback|INFO|Uvicorn|Finished", said)


@POSIX
@NEEDS_SITE
@pytest.mark.slow
def test_the_teacher_s_link_is_new_at_every_start_until_it_was_used(classe):
    links = []
    for _ in range(2):
        classe.open()
        links.append(re.search(r"/prof/bienvenue/\S+", classe.close())[0])
    assert links[0] != links[1]
    classe.open()
    assert classe.get(links[0])[0] != 200 or "mot de passe" not in classe.get(links[0])[1]


@POSIX
@NEEDS_SITE
@pytest.mark.slow
def test_two_classes_do_not_open_on_the_same_data_or_the_same_port(classe, tmp_path, capfd):
    classe.open()
    other = subprocess.run(
        [sys.executable, "-m", "autograder.cli", "classe", "--port", str(free_port()), "--data", str(classe.data)],
        capture_output=True,
        text=True,
        encoding="utf-8",
        cwd=ROOT,
    )
    assert other.returncode == 1
    assert "déjà ouverte" in other.stderr
    other = subprocess.run(
        [sys.executable, "-m", "autograder.cli", "classe", "--port", str(classe.port), "--data", str(tmp_path / "b")],
        capture_output=True,
        text=True,
        encoding="utf-8",
        cwd=ROOT,
    )
    assert other.returncode == 1
    assert f"--port {classe.port + 1}" in other.stderr


@POSIX
@NEEDS_SITE
@pytest.mark.slow
def test_what_a_killed_server_had_not_graded_is_graded_at_the_next_start(classe):
    classe.open("--solo")
    classe.close()
    database = sqlite3.connect(classe.data / DATABASE)
    (pupil,) = database.execute("SELECT id FROM classroom_pupil").fetchone() or (make_solo_pupil(database),)
    for number, state in enumerate(("waiting", "running", "waiting"), 1):
        leave_attempt(database, pupil, number, state)
    database.commit()
    classe.open("--solo")
    until = time.monotonic() + 90
    while (left := database.execute("SELECT count(*) FROM classroom_attempt WHERE state != 'done'").fetchone()[0]) and (
        time.monotonic() < until
    ):
        time.sleep(0.2)
    assert left == 0
    assert database.execute("SELECT outcome FROM classroom_attempt ORDER BY number").fetchall() == [("passed",)] * 3
    assert database.execute("SELECT tries FROM classroom_standing").fetchall() == [(3,)]
    database.close()


def make_solo_pupil(database) -> int:
    """Without a browser, nobody has come in yet."""
    database.execute(
        "INSERT INTO auth_user (password, is_superuser, username, first_name, last_name, email, is_staff, is_active, "
        "date_joined) VALUES ('!', 0, 'moi', '', '', '', 0, 1, '2026-01-01')"
    )
    database.execute(
        "INSERT INTO classroom_classroom (code, name, teacher_id, created_at) "
        "VALUES ('MOI', 'moi', last_insert_rowid(), '2026-01-01')"
    )
    columns = {"key": "k", "pseudonym": "moi", "secret_version": 0, "secret_mark": "m", "memory": "{}"}
    columns |= {"memory_version": 0, "created_at": "2026-01-01"}
    (room,) = database.execute("SELECT last_insert_rowid()").fetchone()
    columns["classroom_id"] = room
    names, marks = ", ".join(columns), ", ".join("?" * len(columns))
    return database.execute(f"INSERT INTO classroom_pupil ({names}) VALUES ({marks})", [*columns.values()]).lastrowid


def leave_attempt(database, pupil: int, number: int, state: str) -> None:
    """As a killed server leaves it."""
    columns = {
        "key": f"press-{number}",
        "pupil_id": pupil,
        "lesson": "01_deviner_la_suite",
        "item": "entourer",
        "number": number,
        "code": 'def entourer(prenom):\n    return "." + prenom + "."',
        "helpers": json.dumps([]),
        "state": state,
        "worker": "dead" if state == "running" else "",
        "claimed_at": "2026-01-01" if state == "running" else None,
        "created_at": "2026-01-01",
        "outcome": "",
        "points": 0,
        "misconception": "",
        "verdict": "{}",
    }
    names, marks = ", ".join(columns), ", ".join("?" * len(columns))
    database.execute(f"INSERT INTO classroom_attempt ({names}) VALUES ({marks})", [*columns.values()])


def test_a_class_that_cannot_hold_pupils_code_does_not_open(monkeypatch):
    def too_weak(self):
        raise IsolationTooWeak("Isolation : PARTIELLE")

    monkeypatch.setattr(grading.Pool, "start", too_weak)
    with pytest.raises(server.CannotGrade, match="PARTIELLE"):
        server.start_grading()


def test_the_teacher_may_accept_a_weaker_isolation(monkeypatch):
    asked = []
    monkeypatch.setattr(server, "open_class", lambda port, demo: asked.append(os.environ.get("TUTO_PARTIAL")) or 0)
    for name in ("TUTO_PARTIAL", "TUTO_DATA", "DJANGO_SETTINGS_MODULE"):
        monkeypatch.setenv(name, os.environ.get(name, ""))
    assert cli.main(["classe"]) == 0
    assert cli.main(["classe", "--isolation-partielle"]) == 0
    assert asked == ["", "1"]


def test_a_port_that_is_taken_is_said_before_anything_is_prepared(tmp_path, monkeypatch, capsys):
    monkeypatch.setattr(server, "is_free", lambda port: False)
    monkeypatch.setattr(server, "prepare", None)
    assert server.open_class(8000) == 1
    assert "--port 8001" in capsys.readouterr().err or not SITE


def test_the_qr_of_the_address_is_drawn_for_the_terminal():
    drawn = server.terminal_qr("http://192.168.1.20:8000")
    lines = drawn.strip("\n").splitlines()
    assert len(lines) > 10
    assert len({len(line) for line in lines}) == 1


def test_the_mark_of_an_open_class_survives_no_process(tmp_path):
    child = subprocess.run(
        [
            sys.executable,
            "-c",
            "import os, sys; from pathlib import Path; from classroom.serving.lock import only_server\n"
            "with only_server(Path(sys.argv[1])): os._exit(9)",
            str(tmp_path),
        ],
        cwd=ROOT,
    )
    assert child.returncode == 9
    with only_server(tmp_path):
        pass
