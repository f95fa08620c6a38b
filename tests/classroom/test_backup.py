"""A whole class in one file, and back: one command after the other, as a teacher would, in processes of their own."""

import os
import sqlite3
import subprocess
import sys
import zipfile

import pytest

from classroom.serving.backup import DATABASE, KEY, is_sound, unpack, write_copy
from classroom.serving.lock import AlreadyOpen, only_server


@pytest.fixture
def data(tmp_path):
    """A class's data: a database with one pupil, being written to by a server that is still open."""
    folder = tmp_path / "classe"
    folder.mkdir()
    (folder / KEY).write_text("secret")
    connection = sqlite3.connect(folder / DATABASE)
    connection.execute("PRAGMA journal_mode=WAL")
    connection.execute("CREATE TABLE pupil (name TEXT)")
    connection.execute("INSERT INTO pupil VALUES ('Léa')")
    connection.commit()
    yield folder
    connection.close()


def tuto(*words, data):
    environment = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"}
    command = [sys.executable, "-m", "autograder.cli", *map(str, words), "--data", str(data)]
    return subprocess.run(command, capture_output=True, text=True, env=environment, encoding="utf-8")


def pupils(data):
    connection = sqlite3.connect(data / DATABASE)
    try:
        return [name for (name,) in connection.execute("SELECT name FROM pupil ORDER BY name")]
    finally:
        connection.close()


def test_a_copy_made_while_the_class_runs_holds_what_was_just_written(data, tmp_path):
    write_copy(data, tmp_path / "copie.zip")
    (tmp_path / "ailleurs").mkdir()
    assert unpack(tmp_path / "copie.zip", tmp_path / "ailleurs")
    assert pupils(tmp_path / "ailleurs") == ["Léa"]


@pytest.mark.skipif(os.name == "nt", reason="rights as Linux and macOS know them")
def test_only_its_owner_can_read_a_copy(data, tmp_path):
    write_copy(data, tmp_path / "copie.zip")
    assert (tmp_path / "copie.zip").stat().st_mode & 0o077 == 0


def test_a_class_comes_back_and_what_was_there_is_kept_aside(data, tmp_path):
    assert tuto("backup", tmp_path / "copie.zip", data=data).returncode == 0
    later = sqlite3.connect(data / DATABASE)
    later.execute("INSERT INTO pupil VALUES ('Malo')")
    later.commit()
    later.close()

    done = tuto("restore", tmp_path / "copie.zip", data=data)

    assert done.returncode == 0, done.stderr
    assert pupils(data) == ["Léa"]
    (before,) = tmp_path.glob("classe-avant-*")
    assert pupils(before) == ["Léa", "Malo"]
    assert str(before) in done.stdout


def test_a_copy_can_be_put_on_a_new_machine(data, tmp_path):
    write_copy(data, tmp_path / "copie.zip")
    done = tuto("restore", tmp_path / "copie.zip", data=tmp_path / "neuf")
    assert done.returncode == 0, done.stderr
    assert pupils(tmp_path / "neuf") == ["Léa"]
    assert (tmp_path / "neuf" / KEY).read_text() == "secret"
    assert not list(tmp_path.glob("neuf-avant-*"))


def test_a_file_is_never_overwritten(data, tmp_path):
    (tmp_path / "copie.zip").write_text("mes vacances")
    done = tuto("backup", tmp_path / "copie.zip", data=data)
    assert done.returncode == 1
    assert "existe déjà" in done.stderr
    assert (tmp_path / "copie.zip").read_text() == "mes vacances"


def test_without_a_class_there_is_nothing_to_copy(tmp_path):
    done = tuto("backup", tmp_path / "copie.zip", data=tmp_path / "vide")
    assert done.returncode == 1
    assert "rien à copier" in done.stderr


@pytest.mark.parametrize("damage", ["absent", "text", "half", "no key", "not a database"])
def test_what_is_not_a_copy_changes_nothing(data, tmp_path, damage):
    file = tmp_path / "copie.zip"
    write_copy(data, file)
    whole = file.read_bytes()
    if damage == "absent":
        file.unlink()
    elif damage == "text":
        file.write_text("bonjour")
    elif damage == "half":
        file.write_bytes(whole[: len(whole) // 2])
    else:
        with zipfile.ZipFile(file, "w") as archive:
            archive.writestr(DATABASE, "bonjour")
            if damage == "not a database":
                archive.writestr(KEY, "secret")
    done = tuto("restore", file, data=data)
    assert done.returncode == 1
    assert "Rien n’a été changé" in done.stderr
    assert pupils(data) == ["Léa"]
    assert not list(tmp_path.glob("classe-avant-*"))


def test_an_open_class_is_not_restored_under_the_pupils_feet(data, tmp_path):
    write_copy(data, tmp_path / "copie.zip")
    with only_server(data):
        done = tuto("restore", tmp_path / "copie.zip", data=data)
    assert done.returncode == 1
    assert "déjà ouverte" in done.stderr
    assert pupils(data) == ["Léa"]


def test_two_servers_do_not_share_a_folder(data):
    with only_server(data), pytest.raises(AlreadyOpen, match="--data"), only_server(data):
        pass
    with only_server(data):
        pass


def test_a_database_that_lost_a_page_is_not_sound(data):
    connection = sqlite3.connect(data / DATABASE)
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.close()
    assert is_sound(data / DATABASE)
    content = bytearray((data / DATABASE).read_bytes())
    content[4096:4196] = b"\xff" * 100
    copy = data / "abimee"
    copy.write_bytes(content)
    assert not is_sound(copy)
