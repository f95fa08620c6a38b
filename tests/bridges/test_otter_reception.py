"""Before otter comes: one notebook is set aside, the pupil's folder is emptied, links lead nowhere."""

import json
import os
import sys

import pytest

from autograder.notebook import Unreadable, read_notebook
from autograder.otter.reception import ASIDE, receive_folder, receive_notebook

LESSON = "01_deviner_la_suite"
needs_links = pytest.mark.skipif(sys.platform == "win32", reason="no link without rights, no named pipe")


@pytest.fixture
def submission(tmp_path):
    folder = tmp_path / "submission"
    folder.mkdir()
    return folder


def put(folder, name, content=b"{}"):
    (folder / name).parent.mkdir(parents=True, exist_ok=True)
    (folder / name).write_bytes(content)


def received_by_gradescope(submission):
    receive_folder(submission, LESSON)
    return receive_notebook(submission / f"{LESSON}.ipynb")


def test_only_a_blank_notebook_stays(submission):
    for name in (
        ".OTTER_LOG",
        "otter/__init__.py",
        "tests/entourer.py",
        "sitecustomize.py",
        ".ipython/x",
        "__init__.py",
    ):
        put(submission, name)
    put(submission, "copie.ipynb", b"mine")
    received = received_by_gradescope(submission)
    assert [path.name for path in submission.iterdir()] == [f"{LESSON}.ipynb"]
    assert json.loads((submission / f"{LESSON}.ipynb").read_bytes())["cells"] == []
    assert received.notebook.read_bytes() == b"mine"
    assert received.name == "copie.ipynb"


def test_otter_run_keeps_the_notebook_that_otter_chose(submission):
    """Otter has copied our own files beside it by then, the lesson's solutions among them."""
    put(submission, "carnet.ipynb", b"mine")
    put(submission, f"tuto_llm/source/{LESSON}/{LESSON}.ipynb", b"solutions")
    received = receive_notebook(submission / "carnet.ipynb")
    assert received.notebook.read_bytes() == b"mine"
    assert [path.name for path in submission.iterdir()] == ["carnet.ipynb"]


def test_among_several_notebooks_the_name_of_the_lesson_decides(submission):
    put(submission, "autre.ipynb", b"other")
    put(submission, f"dossier/{LESSON} (1).ipynb", b"mine")
    put(submission, f".ipynb_checkpoints/{LESSON}.ipynb", b"old")
    put(submission, f"__MACOSX/._{LESSON}.ipynb", b"shadow")
    received = received_by_gradescope(submission)
    assert received.notebook.read_bytes() == b"mine"
    assert received.others == 1


@pytest.mark.parametrize("name", ["tests", "__init__.py", "tuto_llm", "course_config.py"])
def test_a_file_or_a_folder_named_like_otters_own_is_no_trouble(submission, name):
    put(submission, "carnet.ipynb", b"mine")
    put(submission, name if name == "tests" else f"{name}/x")
    assert received_by_gradescope(submission).notebook.read_bytes() == b"mine"
    assert len(list(submission.iterdir())) == 1


@needs_links
def test_a_link_is_never_followed(submission, tmp_path):
    put(tmp_path, "solutions/secret.ipynb", b"solutions")
    os.symlink(tmp_path / "solutions" / "secret.ipynb", submission / f"{LESSON}.ipynb")
    os.symlink(tmp_path / "solutions", submission / "dossier")
    assert received_by_gradescope(submission).notebook is None
    assert (tmp_path / "solutions" / "secret.ipynb").read_bytes() == b"solutions"


@needs_links
def test_a_linked_notebook_is_not_read_by_otter_run_either(submission, tmp_path):
    put(tmp_path, "secret.ipynb", b"solutions")
    os.symlink(tmp_path / "secret.ipynb", submission / "carnet.ipynb")
    assert receive_notebook(submission / "carnet.ipynb").notebook is None
    assert not (submission / "carnet.ipynb").is_symlink()


@needs_links
def test_a_pipe_or_an_empty_folder_is_no_notebook(submission):
    os.mkfifo(submission / "carnet.ipynb")
    assert received_by_gradescope(submission).notebook is None


def test_started_again_it_keeps_what_was_set_aside_unless_a_new_copy_came(submission):
    put(submission, "carnet.ipynb", b"mine")
    received_by_gradescope(submission)
    assert received_by_gradescope(submission).notebook.read_bytes() == b"mine"
    put(submission, "carnet.ipynb", b"another")
    assert received_by_gradescope(submission).notebook.read_bytes() == b"another"


def test_a_script_becomes_an_empty_script(submission):
    put(submission, "carnet.py", b"import os")
    assert receive_notebook(submission / "carnet.py").notebook is None
    assert (submission / "carnet.py").read_bytes() == b""


def test_what_is_set_aside_is_out_of_the_pupils_folder(submission):
    put(submission, "carnet.ipynb")
    notebook = received_by_gradescope(submission).notebook
    assert notebook.parent == submission.parent / ASIDE
    with pytest.raises(Unreadable):
        read_notebook(notebook)
