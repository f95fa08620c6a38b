"""A learner in Notebook 7, opened by `tuto jupyter`; and the same lesson run as VS Code runs it, without any server."""

import json
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Locator, Page, expect, sync_playwright

from autograder.jupyter.work_folder import MEMORY, WorkFolder
from course_config import COURSE, ROOT

pytestmark = [pytest.mark.browser, pytest.mark.slow]

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
FIRST, SECOND = COURSE.lessons[:2]
ALMOST = ["paires", "compter_paires", "probabilites", "quiz_1", "quiz_2"]  # one point is missing
SLOW = 60_000  # milliseconds
QUIET = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]


class Jupyter:
    """`tuto jupyter` on a folder, started again at each `with`, by somebody whose own Jupyter is badly set."""

    def __init__(self, folder: Path, home: Path):
        self.folder, self.home = folder, home
        (home / ".jupyter" / "labconfig").mkdir(parents=True)
        (home / ".jupyter" / "jupyter_server_config.py").write_text("raise SystemExit('not read')")
        (home / ".jupyter" / "labconfig" / "page_config.json").write_text("{")

    def __enter__(self) -> str:
        with socket.socket() as door:
            door.bind(("127.0.0.1", 0))
            port = str(door.getsockname()[1])
        words = ["jupyter", "--dossier", str(self.folder), "--port", port, "--sans-navigateur"]
        hostile = {"HOME": str(self.home), "JUPYTER_CONFIG_DIR": str(self.home / ".jupyter"), "JUPYTER_TOKEN": ""}
        self.process = subprocess.Popen(
            [sys.executable, "-m", "autograder.cli", *words],
            cwd=ROOT,
            env=os.environ | hostile,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
        )
        self.said = ""
        for line in self.process.stdout:
            self.said += line
            if address := re.search(r"http://localhost:\S+", line):
                return address[0]
        raise AssertionError(self.said)

    def __exit__(self, *_) -> None:
        self.process.send_signal(signal.SIGINT)
        with self.process:
            self.said += self.process.stdout.read()


class Notebook:
    """One page of Notebook 7."""

    def __init__(self, page: Page):
        self.page = page
        self.asked: list[str] = []
        page.on("request", lambda request: self.asked.append(request.url))

    def open(self, address: str) -> "Notebook":
        self.page.goto(address)
        expect(self.cell("commence(")).to_be_visible()
        self.wait_for_kernels()
        return self

    def wait_for_kernels(self, count: int = 1) -> None:
        """A page that is not yet in touch with its kernel runs nothing, without a word."""
        site = re.match(r"https?://[^/]+", self.page.url)[0]
        for _ in range(SLOW // 250):
            kernels = [session["kernel"] for session in self.page.request.get(f"{site}/api/sessions").json()]
            ready = [kernel for kernel in kernels if kernel["execution_state"] == "idle" and kernel["connections"]]
            if len(ready) >= count:
                return
            self.page.wait_for_timeout(250)
        raise AssertionError(kernels)

    def cell(self, text: str) -> Locator:
        return self.page.locator(".jp-CodeCell").filter(has=self.page.locator(".cm-content", has_text=text)).first

    def run(self, text: str, code: str | None = None) -> Locator:
        """Run the cell that holds `text`, with `code` written in it; gives what it shows."""
        cell = self.cell(text)
        prompt = cell.locator(".jp-InputPrompt")
        prompt.evaluate("prompt => { prompt.textContent = 'to come' }")  # a new kernel counts from 1 again
        cell.locator(".cm-content").click()
        if code is not None:
            self.page.keyboard.press("Control+a")
            self.page.keyboard.insert_text(code)
        self.page.keyboard.press("Control+Enter")
        expect(prompt).to_have_text(re.compile(r"\[\d+\]"))
        return cell.locator(".jp-OutputArea-output").last

    def try_to_delete(self, text: str) -> None:
        self.cell(text).locator(".jp-InputPrompt").click()
        for key in ("Escape", "d", "d", "x"):
            self.page.keyboard.press(key)


@pytest.fixture(scope="module")
def browser() -> Iterator[BrowserContext]:
    if not CHROMIUM:
        pytest.skip("no Chromium here")
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=QUIET)
        expect.set_options(timeout=SLOW)
        yield chromium.new_context(viewport={"width": 1366, "height": 768})
        expect.set_options(timeout=None)
        chromium.close()


def remember(folder: Path, names: list[str]) -> None:
    (folder / FIRST.name / MEMORY).write_text(json.dumps({f"reussis_{FIRST.name}": names}), encoding="utf-8")


def test_a_learner_goes_from_the_first_lesson_to_the_second(browser, tmp_path):
    folder = tmp_path / "mes leçons"
    work = WorkFolder(folder, COURSE)
    work.prepare()
    work.refresh(FIRST)
    remember(folder, ALMOST)
    jupyter = Jupyter(folder, tmp_path / "home")
    with jupyter as address:
        notebook = Notebook(browser.new_page()).open(address)
        it_is_french_and_ours(notebook)
        a_blank_a_mistake_a_hint(notebook)
        locked_cells_are_locked(notebook)
        a_blank_comes_back(notebook, work)
        the_right_answer_opens_the_second_lesson(notebook, work)
        nothing_else_is_within_reach(notebook, address)
        assert [url for url in notebook.asked if not re.match(r"(https?://localhost:|data:|blob:)", url)] == []
    assert "Ctrl + C" in jupyter.said
    assert "Jupyter est arrêté." in jupyter.said
    assert not re.search("WARNING|ERROR|Traceback|server", jupyter.said), jupyter.said
    with jupyter as address:  # tomorrow
        assert SECOND.name in address
        notebook = Notebook(browser.new_page()).open(address.replace(SECOND.name, FIRST.name))
        expect(notebook.run("commence(")).to_contain_text("6 cases sont déjà justes")


def it_is_french_and_ours(notebook):
    menu = notebook.page.locator(".lm-MenuBar-itemLabel")
    expect(menu).to_have_text(["Fichier", "Édition", "Affichage", "Exécution", "Noyau", "Paramètres", "Aide"])
    expect(notebook.page.get_by_text("Non fiable")).to_have_count(0)
    expect(notebook.run("commence(")).to_contain_text("5 cases sont déjà justes")


def a_blank_a_mistake_a_hint(notebook):
    expect(notebook.run("verifie(entourer)")).to_contain_text("n’est pas encore prêt")
    notebook.run("def entourer")
    expect(notebook.run("verifie(entourer)")).to_contain_text("Cette case t’attend.")
    notebook.run("def entourer", "def entourer(prenom):\n    return '.' + prenom")
    first = notebook.run("verifie(entourer)")
    expect(first).to_contain_text("Il en faut un aussi à la fin")
    expect(first).not_to_contain_text("Indice")
    expect(first).to_contain_text("Vérifié par le correcteur de la classe.")
    expect(notebook.run("verifie(entourer)")).to_contain_text("Indice 1")


def locked_cells_are_locked(notebook):
    check = notebook.cell("verifie(entourer)")
    check.locator(".cm-content").click()
    notebook.page.keyboard.type("abc")
    expect(check.locator(".cm-content")).to_have_text("# Vérifierverifie(entourer)")
    for text in ("verifie(entourer)", "def entourer"):
        notebook.try_to_delete(text)
        expect(notebook.cell(text)).to_be_visible()


def a_blank_comes_back(notebook, work):
    answer = notebook.cell("def entourer")
    answer.locator(".cm-content").click()
    notebook.page.keyboard.press("Control+a")
    notebook.page.keyboard.insert_text('recommence("entourer")')
    notebook.page.keyboard.press("Control+Enter")
    expect(answer.locator(".cm-content")).to_contain_text("return ____")
    expect(answer.locator(".jp-OutputArea-output").last).to_contain_text("Revoilà la case du départ.")
    (copy,) = (work.path / FIRST.name / "sauvegardes").iterdir()
    assert "return '.' + prenom" in copy.read_text("utf-8")


def the_right_answer_opens_the_second_lesson(notebook, work):
    assert not work.is_open(SECOND)
    notebook.run("def entourer", "def entourer(prenom):\n    return '.' + prenom + '.'")
    card = notebook.run("verifie(entourer)")
    expect(card).to_contain_text("Ta leçon suivante est prête")
    assert work.notebook(SECOND).is_file()
    with notebook.page.context.expect_page() as opened:
        card.get_by_role("link", name=SECOND.title).click()
    expect(opened.value.get_by_role("heading", name=f"Leçon 2 · {SECOND.title}")).to_be_visible()
    expect(opened.value.get_by_text("Non fiable")).to_have_count(0)
    notebook.wait_for_kernels(2)  # one that is stopped while it starts complains
    opened.value.close()


def nothing_else_is_within_reach(notebook, address):
    site = address.split("/notebooks")[0]
    listed = notebook.page.request.get(f"{site}/api/contents/{FIRST.name}").json()["content"]
    assert sorted(file["name"] for file in listed) == [f"{FIRST.name}.ipynb", "prenoms.txt", "sauvegardes"]
    for path in ("x%2F..%2F..%2Fhome", "%2Fetc", ".tuto_lecons"):
        assert notebook.page.request.get(f"{site}/api/contents/{path}").status in (400, 403, 404)
    stranger = notebook.page.context.browser.new_context()
    assert stranger.request.get(f"{site}/api/contents").status == 403  # without the token
    stranger.close()


def test_the_same_lesson_as_vs_code_runs_it(tmp_path, monkeypatch):
    """No server of ours: a kernel of the project's environment, in the notebook's folder."""
    nbclient, nbformat = pytest.importorskip("nbclient"), pytest.importorskip("nbformat")
    monkeypatch.delenv("PYTHONDONTWRITEBYTECODE", raising=False)
    work = WorkFolder(tmp_path / "mes leçons", COURSE)
    work.prepare()
    work.refresh(FIRST)
    solved = nbformat.read(ROOT / "solutions" / FIRST.name / f"{FIRST.name}.ipynb", 4)
    solved.cells = [
        cell for cell in solved.cells if cell.source.startswith(("from tuto", "# À toi", "# Vér", "# Pour"))
    ]
    resources = {"metadata": {"path": str(work.path / FIRST.name)}}
    nbclient.NotebookClient(solved, kernel_name="python3", timeout=120, resources=resources).execute()
    said = [out.data["text/plain"] for cell in solved.cells for out in cell.get("outputs", ()) if "data" in out]
    assert f"../{SECOND.name}/{SECOND.name}.ipynb" in said[-1]
    assert work.is_open(SECOND)
    assert work.passed(FIRST) == {item.name for item in FIRST.items}
