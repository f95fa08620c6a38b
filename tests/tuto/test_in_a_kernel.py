"""The released lessons in a real kernel, run from top to bottom: alone in an empty folder, and where the project is."""

import json
import shutil
import sys
import time
from pathlib import Path

import pytest

from course_config import COURSE

nbformat = pytest.importorskip("nbformat")
nbclient = pytest.importorskip("nbclient")

ROOT = Path(__file__).parent.parent.parent
LESSONS = [lesson.name for lesson in COURSE.lessons if (ROOT / "release" / lesson.name).is_dir()]
ALONE = f"""
import sys
sys.path = [folder for folder in sys.path if folder != {str(ROOT)!r}]
sys.modules.update(dict.fromkeys(("autograder", "course_config", "exercises")))
from ipykernel.kernelapp import launch_new_instance
launch_new_instance()
"""
WITH_PROJECT = f"import sys; sys.path.append({str(ROOT)!r}); from ipykernel.kernelapp import *; launch_new_instance()"
pytestmark = [pytest.mark.slow, pytest.mark.filterwarnings("default")]


@pytest.fixture(autouse=True)
def kernels(tmp_path, monkeypatch):
    """Two kinds of kernels: one that does not see the project, one that does."""
    for name, start in (("alone", ALONE), ("project", WITH_PROJECT)):
        folder = tmp_path / "jupyter" / "kernels" / name
        folder.mkdir(parents=True)
        argv = [sys.executable, "-c", start, "-f", "{connection_file}"]
        spec = {"argv": argv, "display_name": name, "language": "python"}
        (folder / "kernel.json").write_text(json.dumps(spec), encoding="utf-8")
    monkeypatch.setenv("JUPYTER_PATH", str(tmp_path / "jupyter"))
    monkeypatch.delenv("PYTHONPATH", raising=False)
    monkeypatch.delenv("PYTHONDONTWRITEBYTECODE", raising=False)


@pytest.fixture
def run(tmp_path):
    """Copy a built lesson somewhere else and run it; gives what the checks said."""

    def run(kind, lesson, kernel):
        folder = tmp_path / "ailleurs"
        shutil.copytree(ROOT / kind / lesson, folder, ignore=shutil.ignore_patterns("__pycache__", "tuto_memoire.json"))
        notebook = nbformat.read(folder / f"{lesson}.ipynb", 4)
        resources = {"metadata": {"path": str(folder)}}
        nbclient.NotebookClient(notebook, kernel_name=kernel, timeout=120, resources=resources).execute()
        return notebook

    return run


def said(cell):
    texts = (out.get("data", {}).get("text/plain", "") or out.get("text", "") for out in cell.get("outputs", ()))
    return "\n".join(texts).replace("\u202f", " ").replace("\u00a0", " ").replace("’", "'")


def checks(notebook):
    return [said(cell) for cell in notebook.cells if cell.source.startswith("# Vérifier")]


@pytest.mark.parametrize("lesson", LESSONS)
@pytest.mark.parametrize("kernel", ["alone", "project"])
def test_unsolved_every_check_waits_kindly(run, lesson, kernel):
    notebook = run("release", lesson, kernel)
    answers = checks(notebook)
    assert len(answers) == len(COURSE.lesson(lesson).items)
    for answer in answers:
        assert "Cette case t'attend." in answer or "n'est pas encore prêt" in answer
    assert not any(out.output_type == "error" for cell in notebook.cells for out in cell.get("outputs", ()))


@pytest.mark.parametrize("lesson", LESSONS)
@pytest.mark.parametrize(
    ("kernel", "judge"),
    [("alone", "Essayé sur les exemples publics seulement."), ("project", "Vérifié par le correcteur de la classe.")],
)
def test_solved_every_check_passes(run, lesson, kernel, judge):
    answers = checks(run("solutions", lesson, kernel))
    assert all(answer.startswith("C'est juste !") for answer in answers), answers
    assert all(judge in answer for answer in answers[: len(COURSE.lesson(lesson).exercises)])


@pytest.mark.parametrize("lesson", LESSONS[:1])
def test_the_authors_notebook_runs_with_its_hidden_tests(run, lesson):
    assert all(answer.startswith("C'est juste !") for answer in checks(run("source", lesson, "project")))


# ---------- one kernel, cell by cell


class Kernel:
    def __init__(self, name, folder):
        from jupyter_client.manager import start_new_kernel

        self.manager, self.client = start_new_kernel(kernel_name=name, cwd=str(folder))

    def send(self, code):
        return self.client.execute(code)

    def messages(self, request, timeout=60):
        """Every output of that cell, until it is idle."""
        while True:
            message = self.client.get_iopub_msg(timeout=timeout)
            if message["parent_header"].get("msg_id") != request:
                continue
            if message["msg_type"] == "status" and message["content"]["execution_state"] == "idle":
                return
            yield message

    def run(self, code):
        return list(self.messages(self.send(code)))

    def close(self):
        self.client.stop_channels()
        self.manager.shutdown_kernel(now=True)


@pytest.fixture
def kernel(tmp_path):
    folder = tmp_path / "seul"
    shutil.copytree(ROOT / "release" / LESSONS[0], folder, ignore=shutil.ignore_patterns("__pycache__"))
    started = Kernel("alone", folder)
    started.run(f'from tuto import *\ncommence("{LESSONS[0]}")')
    yield started
    started.close()


def texts(messages):
    bundles = [message["content"]["data"] for message in messages if message["msg_type"].endswith("display_data")]
    return [bundle["text/plain"].replace("\u202f", " ").replace("’", "'") for bundle in bundles]


def test_a_training_is_drawn_in_place_and_stop_keeps_what_was_done(kernel):
    code = (
        "import time\npoids = []\ndef pas(n):\n    time.sleep(0.02)\n    poids.append(n)\n    return 3 / (n + 1)\n"
        "courbe_a_moi = entraine(pas, 100_000)"
    )
    kernel.run("1")
    request, seen = kernel.send(code), []
    for message in kernel.messages(request):
        seen.append(message)
        updates = sum(message["msg_type"] == "update_display_data" for message in seen)
        if updates == 3 and message["msg_type"] == "update_display_data":
            kernel.manager.interrupt_kernel()
    assert sum(message["msg_type"] == "display_data" for message in seen) == 2  # the curve, then Point's word
    assert "Tu as arrêté l'entraînement." in texts(seen)[-1]
    assert not [message for message in seen if message["msg_type"] == "error"]
    answer = kernel.run("print(len(courbe_a_moi) > 10, len(courbe_a_moi) <= len(poids), courbe_a_moi.finie)")
    assert answer[-1]["content"]["text"] == "True True False\n"


def test_an_endless_function_can_be_stopped_in_a_check(kernel, tmp_path):
    kernel.run("def entourer(prenom):\n    open('parti', 'w').close()\n    while True:\n        pass")
    request, until = kernel.send("verifie(entourer)"), time.monotonic() + 60
    while not (tmp_path / "seul" / "parti").exists() and time.monotonic() < until:
        time.sleep(0.05)
    kernel.manager.interrupt_kernel()
    assert "Tu as arrêté la vérification." in texts(list(kernel.messages(request)))[-1]


@pytest.mark.parametrize(
    ("code", "told"),
    [
        ("def entourer(prenom)\n    return 1", "Ligne 1 : Il manque les deux-points"),
        (
            "x = 1\nprint(entourrer)",
            "Ligne 2 : Python ne connaît pas le mot `entourrer`. Voulais-tu écrire `entourer` ?",
        ),
        ("paires('a')", "Exécute d'abord la case qui la fabrique"),
        ("  x = 1\n y = 2", "Ligne 1 : Cette ligne est trop décalée"),
    ],
)
def test_a_cell_that_stops_is_explained_above_pythons_own_line(kernel, code, told):
    seen = kernel.run(code)
    assert told in texts(seen)[0].replace("\u00a0", " ")
    errors = [message["content"] for message in seen if message["msg_type"] == "error"]
    assert len(errors) == 1
    assert not any("Traceback (most recent call last)\n" in line for line in errors[0]["traceback"])


def test_an_assertion_says_itself_what_it_wants(kernel):
    seen = kernel.run("assert False, 'à toi'")
    assert texts(seen) == []
    assert seen[-1]["content"]["evalue"] == "à toi"


def test_a_memory_that_cannot_be_written_changes_nothing(kernel, tmp_path):
    (tmp_path / "seul" / "tuto_memoire.json").mkdir()
    kernel.run("def entourer(prenom):\n    return '.' + prenom + '.'")
    assert texts(kernel.run("verifie(entourer)"))[0].startswith("C'est juste !")
