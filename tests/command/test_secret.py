"""The secret that makes inputs fresh is one for all the runs of a machine."""

import os
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest

from autograder.batch import read_secret


@pytest.fixture
def path(tmp_path):
    return tmp_path / ".tuto" / "secret"


def alone(path):
    return [file.name for file in path.parent.iterdir()] == [path.name]


def test_it_is_made_once_for_the_teacher_alone(path):
    made = read_secret(path)
    assert len(made) == 32 and read_secret(path) == made
    assert alone(path)
    assert os.name == "nt" or path.stat().st_mode & 0o077 == 0


def test_first_starts_that_meet_have_the_same(path):
    for _ in range(50):
        start = Barrier(8)

        def first(_, start=start):
            start.wait()
            return read_secret(path)

        with ThreadPoolExecutor(8) as starts:
            made = {*starts.map(first, range(8))}
        assert made == {path.read_bytes()}
        assert alone(path)
        path.unlink()


def test_an_empty_file_that_a_crash_left_is_made_again(path):
    path.parent.mkdir()
    path.touch()
    assert len(read_secret(path)) == 32
    assert read_secret(path) == read_secret(path) == path.read_bytes()


def test_where_links_are_not_known_it_is_kept_all_the_same(path, monkeypatch):
    def unknown(*_):
        raise PermissionError

    monkeypatch.setattr(os, "link", unknown)
    assert read_secret(path) == read_secret(path)
    assert alone(path)


def test_where_nothing_can_be_written_there_is_one_all_the_same(tmp_path):
    (tmp_path / "fichier").touch()
    assert len(read_secret(tmp_path / "fichier" / "secret")) == 32
