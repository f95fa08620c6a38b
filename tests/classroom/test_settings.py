"""Django's own list of what a site on the Internet must have."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
WITHOUT_TLS = {"security.W004", "security.W008", "security.W012", "security.W016"}  # docs/installation_serveur.md


@pytest.mark.parametrize(("https", "left"), [("1", set()), ("", WITHOUT_TLS)])
def test_nothing_is_left_to_say_but_for_tls(tmp_path, https, left):
    environment = dict(os.environ, TUTO_DATA=str(tmp_path), TUTO_HTTPS=https)
    environment.pop("DJANGO_SETTINGS_MODULE", None)
    command = [sys.executable, "manage.py", "check", "--deploy"]
    checked = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True)
    assert checked.returncode == 0, checked.stderr
    assert set(re.findall(r"security\.W\d+", checked.stdout + checked.stderr)) == left


def test_the_tables_are_those_of_the_models(tmp_path):
    environment = dict(os.environ, TUTO_DATA=str(tmp_path))
    environment.pop("DJANGO_SETTINGS_MODULE", None)
    command = [sys.executable, "manage.py", "makemigrations", "--check", "--dry-run"]
    checked = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True)
    assert checked.returncode == 0, checked.stdout


@pytest.mark.skipif(os.name == "nt", reason="rights as Linux and macOS know them")
def test_only_its_owner_reads_the_server_s_key(tmp_path):
    from classroom.serving.keys import read_key

    key = read_key(tmp_path / "cle")
    assert read_key(tmp_path / "cle") == key
    assert (tmp_path / "cle").stat().st_mode & 0o077 == 0
