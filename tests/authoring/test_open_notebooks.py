"""A notebook that is open in Jupyter is not changed under its author's hands."""

import json
import socket
import threading
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest

from autograder.authoring import open_notebooks
from autograder.authoring.new_exercise import Wish, plan_exercise
from autograder.authoring.open_notebooks import is_open
from autograder.authoring.writing import CannotMake
from tests.authoring.reading import LESSON, plain


class Sessions(BaseHTTPRequestHandler):
    """Answers as Jupyter does, to those who know the token."""

    def do_GET(self):
        known = self.headers["Authorization"] == "token secret" and self.path == "/api/sessions"
        self.send_response(200 if known else 403)
        self.end_headers()
        self.wfile.write(json.dumps([{"path": self.server.opened}] if known else {}).encode())

    def log_message(self, *_):
        """Quiet."""


@pytest.fixture
def jupyter(course, tmp_path, monkeypatch):
    """Opens a notebook in a server that runs; None: the server is gone and has left its file."""
    folder = tmp_path / "runtime"
    folder.mkdir()
    monkeypatch.setenv("JUPYTER_RUNTIME_DIR", str(folder))
    monkeypatch.setattr(open_notebooks, "PATIENCE", 60)  # this server answers, be it on a slow machine
    server = HTTPServer(("127.0.0.1", 0), Sessions)
    threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()

    def open_notebook(opened):
        server.opened = opened
        about = {"url": f"http://127.0.0.1:{server.server_port}/", "token": "secret", "root_dir": str(course.root)}
        (folder / "jpserver-1.json").write_text(json.dumps(about), encoding="utf-8")

    yield open_notebook
    server.shutdown()
    server.server_close()


def test_an_open_notebook_is_left_alone(course, notebook, jupyter):
    jupyter(f"source/{LESSON}/{LESSON}.ipynb")
    assert is_open(notebook)
    with pytest.raises(CannotMake) as refused:
        plan_exercise(course, course.lesson(LESSON), Wish(name="vocabulaire"), "tuto")
    assert "est ouvert dans Jupyter" in plain(refused.value)


def test_the_server_of_tuto_jupyter_is_found_too(course, notebook, jupyter, tmp_path, monkeypatch):
    jupyter(f"source/{LESSON}/{LESSON}.ipynb")
    (tmp_path / "tuto-jupyter-x").mkdir()
    (tmp_path / "runtime").rename(tmp_path / "tuto-jupyter-x" / "runtime")
    assert not is_open(notebook)
    monkeypatch.setattr(open_notebooks.tempfile, "tempdir", str(tmp_path))
    assert is_open(notebook)


def test_another_open_notebook_disturbs_nothing(notebook, jupyter):
    jupyter("source/05_mon_premier_llm/05_mon_premier_llm.ipynb")
    assert not is_open(notebook)


def test_a_server_that_is_gone_disturbs_nothing(notebook, tmp_path, monkeypatch):
    monkeypatch.setenv("JUPYTER_RUNTIME_DIR", str(tmp_path))
    for name, text in (("1", '{"url": "http://127.0.0.1:9/", "token": ""}'), ("2", "{"), ("3", "[]"), ("4", "{}")):
        (tmp_path / f"jpserver-{name}.json").write_text(text, encoding="utf-8")
    assert not is_open(notebook)


def test_another_program_on_the_port_of_a_server_that_is_gone_disturbs_nothing(notebook, tmp_path, monkeypatch):
    monkeypatch.setenv("JUPYTER_RUNTIME_DIR", str(tmp_path))

    def speak(door):
        with door.accept()[0] as caller:
            caller.recv(1000)
            caller.sendall(b"SSH-2.0-OpenSSH\r\n")

    with socket.create_server(("127.0.0.1", 0)) as door:
        about = {"url": f"http://127.0.0.1:{door.getsockname()[1]}/", "token": ""}
        (tmp_path / "jpserver-1.json").write_text(json.dumps(about), encoding="utf-8")
        threading.Thread(target=speak, args=(door,), daemon=True).start()
        assert not is_open(notebook)
