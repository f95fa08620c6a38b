"""formgrader in a real browser, on a graded course folder: marks to read, a mark and a comment to give, no danger."""

import contextlib
import os
import shutil
import socket
import subprocess
import sys
import time
from urllib.parse import quote

import pytest
from playwright.sync_api import Error, Page, expect, sync_playwright

from tests.bridges.cheats import CHEATS, hand_in
from tests.bridges.cycle import gradebook, preloaded, start_cycle, surroundings
from tests.feedback.reading import read
from tests.sample_class import CLASS, LESSON

pytestmark = [pytest.mark.browser, pytest.mark.slow]

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
ARGUMENTS = (
    "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync"
).split()
HOSTILE = next(cheat for cheat in CHEATS if cheat.name == "balises_dans_les_mots")
SLOW = 40_000  # milliseconds
COMMENT = "Très clair ! Cite aussi <b>la somme</b>."


@pytest.fixture(scope="module")
def cycle(tmp_path_factory):
    cycle = start_cycle(tmp_path_factory.mktemp("formgrader") / "ici", preloaded(), say=lambda _: None)
    shutil.copytree(CLASS / "manon", cycle.course / "submitted" / "manon")
    hand_in(HOSTILE, cycle.course / "submitted")
    cycle.run("tuto", "autograde")
    return cycle


@pytest.fixture(scope="module")
def address(cycle):
    """A Jupyter server on the course folder, as `jupyter notebook` starts it."""
    with socket.socket() as door:
        door.bind(("127.0.0.1", 0))
        port = door.getsockname()[1]
    options = [f"--port={port}", "--ServerApp.port_retries=0", "--IdentityProvider.token=entrez", "--no-browser"]
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        options.append("--allow-root")
    command = [sys.executable, "-m", "jupyter_server", *options]
    with (cycle.folder / "serveur.txt").open("w") as said:
        server = subprocess.Popen(
            command, cwd=cycle.course, env=surroundings(cycle.folder), stdout=said, stderr=subprocess.STDOUT
        )
    yield f"http://127.0.0.1:{port}"
    server.terminate()
    with contextlib.suppress(subprocess.TimeoutExpired):
        server.wait(30)
    server.kill()
    server.wait()


@pytest.fixture(scope="module")
def page(address):
    if not CHROMIUM:
        pytest.skip("no Chromium here")
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        page = chromium.new_page(viewport={"width": 1366, "height": 768})
        page.set_default_timeout(SLOW)
        expect.set_options(timeout=SLOW)
        enter(page, address)
        yield page
        expect.set_options(timeout=None)
        chromium.close()


def enter(page: Page, address: str) -> None:
    """The server takes a moment to answer."""
    give_up = time.monotonic() + SLOW / 1000
    while True:
        try:
            page.goto(f"{address}/formgrader/manage_assignments?token=entrez")
            return
        except Error:
            if time.monotonic() > give_up:
                raise
            time.sleep(0.5)


def open_notebook(page: Page, address: str, pupil: str) -> None:
    page.goto(f"{address}/formgrader/gradebook/{LESSON}/{LESSON}")
    expect(page.get_by_role("link", name="Submission #1")).to_be_visible()
    page.get_by_role("button", name="Show All Names").click()
    page.get_by_role("link", name=pupil).click()
    expect(page.locator("#explique_1")).to_be_visible()


def test_the_marks_are_shown(page, address):
    page.goto(f"{address}/formgrader/manage_submissions/{LESSON}")
    line = page.get_by_role("row").filter(has_text="manon")
    expect(line).to_contain_text("15 / 24")
    expect(line).to_contain_text("needs manual grading")


def test_each_answer_is_explained_beside_its_mark(page, address):
    open_notebook(page, address, "manon")
    expect(page.locator("#test_probabilites")).to_have_attribute("placeholder", "0")
    expect(page.locator("#test_entourer")).to_have_attribute("placeholder", "1")
    expect(page.locator(".alert-warning").first).to_contain_text("Tu divises par le plus grand")
    expect(page.locator(".alert-success").first).to_contain_text("C’est juste")
    assert "HIDDEN TESTS" not in page.content()


def test_a_mark_and_a_comment_given_there_are_in_the_feedback(page, address, cycle):
    open_notebook(page, address, "manon")
    page.locator("#explique_1").fill("2")
    page.locator("#explique_1-comment").fill(COMMENT)
    page.locator("#test_entourer").focus()  # a field is saved when it is left
    expect(page.locator("#explique_1")).not_to_have_class("needs_manual_grade")
    wait_until(lambda: gradebook(cycle.course)["manon"]["explique_1"].manual is not None)
    mark = gradebook(cycle.course)["manon"]["explique_1"]
    assert mark.manual == pytest.approx(2) and not mark.needs_person
    page.wait_for_load_state("networkidle")
    cycle.run("nbgrader", "generate_feedback", LESSON, "--student", "manon")
    made = read(cycle.course / "feedback" / "manon" / LESSON / f"{LESSON}.html")
    assert "17 sur 24 points" in made.plain and "2 sur 3 points" in made.plain
    assert COMMENT in made.plain


def test_nothing_a_pupil_wrote_runs_in_the_teacher_s_browser(page, address):
    alarms: list[str] = []
    page.on("dialog", lambda dialog: (alarms.append(dialog.message), dialog.dismiss()))
    page.on("request", lambda request: alarms.append(request.url) if "voleur" in request.url else None)
    open_notebook(page, address, HOSTILE.name)
    page.wait_for_load_state("networkidle")
    assert page.locator("#notebook").locator("script, iframe, form, style, [onerror], [onload], [srcdoc]").count() == 0
    assert not [link for link in links(page) if link.strip().lower().startswith(("javascript", "data", "vbscript"))]
    assert not alarms


def test_no_name_runs_in_formgrader_s_lists(page, address):
    """A link may lead there too, with any name in it."""
    alarms: list[str] = []
    page.on("dialog", lambda dialog: (alarms.append(dialog.message), dialog.dismiss()))
    for name in ("<img src=x onerror=alert(1)>", "Zoé d'à côté"):
        page.goto(f"{address}/formgrader/manage_students/{quote(name)}")
        page.wait_for_load_state("networkidle")
        expect(page.locator(".breadcrumb .active")).to_have_text(name)
        assert page.evaluate("student_id") == name.replace("<", "&lt;").replace(">", "&gt;")
    assert not alarms


def links(page: Page) -> list[str]:
    return page.locator("#notebook a").evaluate_all("links => links.map(link => link.getAttribute('href') || '')")


def test_formgrader_s_own_button_grades_in_the_sandbox_too(page, address, cycle):
    graded = cycle.course / "autograded" / "manon" / LESSON / f"{LESSON}.ipynb"
    before = graded.stat().st_mtime_ns
    page.goto(f"{address}/formgrader/manage_submissions/{LESSON}")
    page.get_by_role("row").filter(has_text="manon").locator(".glyphicon-flash").click()
    expect(page.locator("#success-modal")).to_contain_text("Successfully autograded")
    assert graded.stat().st_mtime_ns > before
    assert gradebook(cycle.course)["manon"]["test_paires"].auto == pytest.approx(2)


def wait_until(true, seconds: float = 30) -> None:
    give_up = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < give_up
        time.sleep(0.1)
