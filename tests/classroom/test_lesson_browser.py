"""A pupil in a real browser, on the address that the class uses: nothing is lost, nothing leaks, everything answers."""

import os
import re
import shutil
import socket
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
import uvicorn
from django.utils import timezone
from playwright.sync_api import BrowserContext, Locator, Page, expect, sync_playwright

from classroom.asgi import application
from classroom.assets.build import build
from classroom.grading.marking import mark
from classroom.models import Attempt, Copy, FreeAnswer, Pupil, Standing
from classroom.serving.addresses import lan_addresses
from classroom.serving.site_files import Site
from classroom.serving.static_files import with_site_files
from classroom.settings import ROOT, STATIC_URL

pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.django_db(transaction=True)]

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
LESSON = "01_deviner_la_suite"
SLOW = 90_000  # milliseconds: Python starts in the browser, on a machine that does other things
PATIENCE = 45_000


@pytest.fixture(scope="module")
def browser():
    if not CHROMIUM:
        pytest.skip("no Chromium here")
    with pytest.MonkeyPatch.context() as patch, sync_playwright() as playwright:
        patch.setitem(os.environ, "DJANGO_ALLOW_ASYNC_UNSAFE", "1")  # Playwright's loop lives in this thread
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        expect.set_options(timeout=PATIENCE)
        yield chromium
        expect.set_options(timeout=None)
        chromium.close()


@pytest.fixture(scope="module")
def site_folder() -> Path:
    return build(ROOT)


@pytest.fixture
def address(site_folder: Path, pool) -> Iterator[str]:
    """The class's server, as in a class: reached by the machine's own address, not by localhost."""
    if not lan_addresses():
        pytest.skip("this machine has no network card that is up")
    door = socket.socket()
    door.bind((lan_addresses()[0], 0))
    served = with_site_files(application, Site("", site_folder), STATIC_URL)
    server = uvicorn.Server(uvicorn.Config(served, lifespan="off", log_level="error"))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [door]})
    thread.start()
    yield "http://{}:{}".format(*door.getsockname())
    server.should_exit = True
    thread.join()


class Window:
    """One pupil's window on a lesson, and what the browser had to say."""

    def __init__(self, page: Page, address: str):
        self.page, self.address = page, address
        self.said: list[str] = []
        self.asked: list[str] = []
        page.on("console", lambda message: self.said.append(f"{message.type}: {message.text}"))
        page.on("pageerror", lambda error: self.said.append(f"error: {error}"))
        page.on("request", lambda request: self.asked.append(request.url))

    def open(self, lesson: str = LESSON) -> "Window":
        self.page.goto(f"{self.address}/lecon/{lesson}/")
        expect(self.page.locator("html[data-ready]")).to_be_attached()
        return self

    def wait_for_python(self) -> None:
        expect(self.page.locator("#python.done")).to_be_visible(timeout=SLOW)

    def cell(self, name: str) -> Locator:
        return self.page.locator(f'[data-cell="{name}"], [data-quiz="{name}"]')

    def feedback(self, name: str) -> Locator:
        return self.page.locator(f'[data-after="{name}"]')

    def press(self, name: str, button: str) -> None:
        self.cell(name).locator(f'[data-do="{button}"]').click()

    def write(self, name: str, source: str) -> None:
        """Pasted, as a whole: typing would close brackets and indent by itself."""
        editor = self.cell(name).locator(".cm-content")
        editor.click()
        self.page.keyboard.press("Control+a")
        self.page.keyboard.insert_text(source)

    def text(self, name: str) -> str:
        return "\n".join(self.cell(name).locator(".cm-line").all_inner_texts()).replace("\u00a0", " ")

    def is_saved(self) -> None:
        expect(self.page.locator('#saved[data-state="saved"]')).to_be_visible()


@pytest.fixture
def come_in(browser, address, client_of):
    """`come_in(pupil)` is a browser where this pupil has come in; `without_python` for what does not need it."""
    opened: list[BrowserContext] = []

    def enter(pupil: Pupil, without_python: bool = False) -> BrowserContext:
        context = browser.new_context(locale="fr-FR", viewport={"width": 1366, "height": 768})
        context.set_default_timeout(PATIENCE)
        session = client_of(pupil).cookies["tuto_session"].value
        context.add_cookies([{"name": "tuto_session", "value": session, "url": address}])
        if without_python:
            context.route("**/python/worker.js", lambda route: route.abort())
        opened.append(context)
        return context

    yield enter
    for context in opened:
        context.close()


@pytest.fixture
def window(come_in, address, pupil) -> Window:
    return Window(come_in(pupil).new_page(), address)


@pytest.fixture
def quick_window(come_in, address, pupil) -> Window:
    """Without Python, which these tests do not need."""
    return Window(come_in(pupil, without_python=True).new_page(), address)


def kept(pupil: Pupil, cell: str) -> str:
    copy = Copy.objects.filter(pupil=pupil, lesson=LESSON).first()
    return copy.cells.get(cell, {}).get("source", "") if copy else ""


def wait_until(holds) -> None:
    end = time.monotonic() + PATIENCE / 1000
    while not holds() and time.monotonic() < end:
        time.sleep(0.1)
    assert holds()


def test_wrong_then_a_hint_then_right_then_the_badge(window, pupil):
    window.open().wait_for_python()
    window.press("entourer", "verify")
    expect(window.feedback("entourer")).to_contain_text("t’attend")
    window.write("entourer", 'def entourer(prenom):\n    return "." + prenom')
    window.press("entourer", "verify")
    said = window.feedback("entourer")
    expect(said.locator(".example")).to_contain_text("on attend")
    expect(said).not_to_contain_text(re.compile("faux|erreur|échec", re.IGNORECASE))
    said.locator(".hint summary").first.click()
    expect(said.locator(".hint p").first).to_contain_text("Il en faut donc deux")

    window.write("entourer", 'def entourer(prenom):\n    return "." + prenom + "."')
    window.press("entourer", "verify")
    expect(said.locator(".feedback.right")).to_contain_text("commence et où il finit")
    expect(window.page.locator("#trail li").first).to_have_class("done")
    expect(window.page.locator("#goal")).to_contain_text("Tu as 1 point")

    window.write("compter-paires", COUNTING)
    window.write("paires", PAIRS)
    window.press("compter-paires", "verify")
    prize = window.feedback("compter-paires").locator(".prize img")
    expect(prize).to_be_visible(timeout=60_000)
    expect(prize).to_have_js_property("complete", True)
    assert prize.evaluate("image => image.naturalWidth") > 0
    assert Attempt.objects.filter(pupil=pupil, item="entourer").count() == 3
    assert_clean(window)


PAIRS = """\
def paires(mot):
    resultat = []
    for i in range(len(mot) - 1):
        resultat.append((mot[i], mot[i + 1]))
    return resultat"""
COUNTING = """\
def compter_paires(prenoms):
    compte = {}
    for prenom in prenoms:
        for avant, apres in paires(entourer(prenom)):
            if avant not in compte:
                compte[avant] = {}
            if apres not in compte[avant]:
                compte[avant][apres] = 0
            compte[avant][apres] = compte[avant][apres] + 1
    return compte"""


def assert_clean(window: Window) -> None:
    """Nothing was asked from elsewhere, and nothing was refused by the page's policy."""
    own = (window.address, "data:", "blob:")
    assert [url for url in window.asked if not url.startswith(own)] == []
    assert [said for said in window.said if "Content Security Policy" in said or said.startswith("error")] == []


def test_an_endless_loop_is_stopped_and_the_page_goes_on(window):
    window.open().wait_for_python()
    window.write("entourer-experience", "n = 0\nwhile True:\n    n = n + 1")
    window.press("entourer-experience", "run")
    stop = window.cell("entourer-experience").locator(".btn.stop")
    expect(stop).to_be_visible()
    time.sleep(1)
    stop.click()
    expect(stop).to_have_count(0, timeout=SLOW)
    window.write("entourer-experience", 'print("de retour")')
    window.press("entourer-experience", "run")
    expect(window.cell("entourer-experience").locator(".output")).to_contain_text("de retour", timeout=SLOW)


def test_a_pupil_who_comes_back_starts_anywhere(window, pupil):
    """The demonstration of 1.3 needs three answers and the list of names, all above it; none was run today."""
    head = "# À toi de jouer\n"
    answers = {"entourer": 'def entourer(prenom):\n    return "." + prenom + "."', "paires": PAIRS}
    answers["compter-paires"] = COUNTING
    cells = {cell: {"source": head + source, "at": 1} for cell, source in answers.items()}
    Copy.objects.create(pupil=pupil, lesson=LESSON, version=1, cells=cells)
    window.open().wait_for_python()
    window.press("probabilites-experience", "run")  # stands on nothing
    expect(window.cell("probabilites-experience").locator(".output")).to_contain_text("0.6", timeout=SLOW)
    window.press("compter-voir", "run")
    output = window.cell("compter-voir").locator(".output")
    expect(output.locator(".out-display")).to_contain_text("n", timeout=SLOW)
    expect(output).not_to_contain_text(re.compile("trou|pas encore prête|en route"))
    expect(window.cell("compter-lire").locator(".output")).to_be_hidden()  # what was needed ran silently
    window.write("entourer-experience", "from tuto.memoire import enregistre\nenregistre('essai', 3)")
    window.press("entourer-experience", "run")
    wait_until(lambda: Pupil.objects.get(pk=pupil.pk).memory.get("essai") == 3)
    assert_clean(window)


def test_a_reload_keeps_the_work(quick_window, pupil):
    quick_window.open()
    quick_window.write("entourer", "def entourer(prenom):\n    return 1")
    quick_window.page.reload()  # at once, before the pause that saves
    expect(quick_window.cell("entourer").locator(".cm-content")).to_contain_text("return 1")
    quick_window.write("entourer", "def entourer(prenom):\n    return 12")
    wait_until(lambda: kept(pupil, "entourer") == "# À toi de jouer\ndef entourer(prenom):\n    return 12")
    quick_window.is_saved()
    assert leftovers(quick_window) == []
    expect(quick_window.page.locator(".clash")).to_have_count(0)  # with oneself


def leftovers(window: Window) -> list[str]:
    """Keys of this browser's storage that hold work."""
    return window.page.evaluate("Object.keys(localStorage).filter((key) => key.startsWith('tuto:'))")


def test_without_a_connection_work_is_kept_then_sent(quick_window, pupil):
    quick_window.open()
    page = quick_window.page
    page.context.set_offline(True)
    quick_window.write("entourer", "def entourer(prenom):\n    return 2")
    expect(page.locator('[data-banner="offline"]')).to_contain_text("Pas de connexion")
    assert len(leftovers(quick_window)) == 1
    assert kept(pupil, "entourer") == ""
    page.context.set_offline(False)
    wait_until(lambda: kept(pupil, "entourer").endswith("return 2"))
    expect(page.locator('[data-banner="offline"]')).to_have_count(0)
    assert leftovers(quick_window) == []


def test_work_of_a_closed_window_comes_back_but_not_to_another_pupil(come_in, address, pupil, make_pupil, client_of):
    context = come_in(pupil, without_python=True)
    first = Window(context.new_page(), address).open()
    context.route("**/api/**", lambda route: route.abort())
    first.write("paires", "# le travail de Zoé")
    first.page.close()
    context.unroute("**/api/**")
    other = client_of(make_pupil("Malik")).cookies["tuto_session"].value
    mine = next(cookie for cookie in context.cookies() if cookie["name"] == "tuto_session")
    context.add_cookies([{"name": "tuto_session", "value": other, "url": address}])
    second = Window(context.new_page(), address).open()
    expect(second.cell("paires").locator(".cm-content")).not_to_contain_text("Zoé")
    context.add_cookies([mine])
    third = Window(context.new_page(), address).open()
    expect(third.cell("paires").locator(".cm-content")).to_contain_text("le travail de Zoé")
    wait_until(lambda: kept(pupil, "paires").endswith("# le travail de Zoé"))


def test_two_windows_on_the_same_cell_let_the_pupil_choose(come_in, address, pupil):
    context = come_in(pupil, without_python=True)
    left, right = (Window(context.new_page(), address).open() for _ in range(2))
    left.write("entourer", "# à gauche")
    left.is_saved()
    wait_until(lambda: kept(pupil, "entourer").endswith("# à gauche"))
    right.write("paires", "# une autre case")
    wait_until(lambda: kept(pupil, "paires").endswith("# une autre case"))
    expect(right.cell("entourer").locator(".cm-content")).to_contain_text("à gauche")  # taken over: nothing to choose

    context.route("**/api/**", lambda route: route.abort())
    right.write("entourer", "# à droite")
    context.unroute("**/api/**")
    left.write("entourer", "# encore à gauche")
    card = right.feedback("entourer").locator(".clash")
    left_card = left.feedback("entourer").locator(".clash")
    wait_until(lambda: card.count() + left_card.count() == 1)
    loser, said = (right, card) if card.count() else (left, left_card)
    expect(said).to_contain_text("à droite")
    expect(said).to_contain_text("encore à gauche")
    mine = loser.text("entourer")
    said.get_by_role("button", name="Garder celle-ci").click()
    wait_until(lambda: kept(pupil, "entourer").endswith(mine))


def test_the_quiz_says_why(quick_window, pupil):
    quick_window.open()
    quick_window.cell("quiz-1").get_by_role("radio").nth(2).check()
    quick_window.press("quiz-1", "verify")
    expect(quick_window.feedback("quiz-1")).to_contain_text("elle n’inventerait rien")
    quick_window.cell("quiz-1").get_by_role("radio").nth(1).check()
    quick_window.press("quiz-1", "verify")
    expect(quick_window.feedback("quiz-1").locator(".right")).to_contain_text("certains prénoms sont bizarres")
    quick_window.page.reload()
    expect(quick_window.cell("quiz-1").get_by_role("radio").nth(1)).to_be_checked()


def test_a_free_text_reaches_the_teacher_and_the_answer_comes_back(quick_window, pupil):
    quick_window.open()
    quick_window.page.get_by_role("textbox", name="Ta réponse, pour ton professeur").fill("C’est une part de gâteau.")
    wait_until(lambda: FreeAnswer.objects.filter(pupil=pupil, text="C’est une part de gâteau.").exists())
    answer = FreeAnswer.objects.get(pupil=pupil)
    answer.points, answer.comment, answer.marked_at = 2, "Très bon début !", answer.updated_at
    answer.save()
    quick_window.page.reload()
    reply = quick_window.page.locator(".reply")
    expect(reply).to_contain_text("2 sur 3")
    expect(reply).to_contain_text("Très bon début")
    expect(reply.locator(".dot-new")).to_be_attached()
    reply.scroll_into_view_if_needed()
    wait_until(lambda: FreeAnswer.objects.get(pupil=pupil).read_at is not None)


def test_everything_can_be_done_with_the_keyboard(quick_window, pupil):
    quick_window.open()
    page = quick_window.page
    editor = quick_window.cell("entourer").locator(".cm-content")
    editor.focus()
    page.keyboard.press("Control+End")
    page.keyboard.type("\n")
    page.keyboard.press("Tab")
    expect(editor).to_be_focused()  # Tab indents…
    page.keyboard.press("Escape")
    page.keyboard.press("Tab")
    expect(editor).not_to_be_focused()  # …and after Escape it leaves
    expect(quick_window.cell("entourer").locator('[data-do="verify"]')).to_be_focused()
    page.keyboard.press("Enter")
    expect(quick_window.feedback("entourer").locator(".feedback")).to_be_visible()


def test_resetting_can_be_undone(quick_window, pupil):
    quick_window.open()
    quick_window.write("entourer", "# beaucoup de travail")
    quick_window.press("entourer", "reset")
    expect(quick_window.cell("entourer").locator(".cm-content")).to_contain_text("return ____")
    quick_window.press("entourer", "reset")
    expect(quick_window.cell("entourer").locator(".cm-content")).to_contain_text("beaucoup de travail")


def test_an_expired_session_keeps_the_work_and_sends_it_later(come_in, address, pupil):
    context = come_in(pupil, without_python=True)
    window = Window(context.new_page(), address).open()
    cookie = next(cookie for cookie in context.cookies() if cookie["name"] == "tuto_session")
    context.clear_cookies(name="tuto_session")
    window.write("entourer", "# après la récréation")
    expect(window.page.locator('[data-banner="expired"]')).to_contain_text("gardé ici")
    assert kept(pupil, "entourer") == ""
    context.add_cookies([cookie])
    wait_until(lambda: kept(pupil, "entourer").endswith("# après la récréation"))


def test_what_a_pupil_prints_or_draws_is_never_run(window):
    window.open().wait_for_python()
    window.write(
        "entourer-experience",
        "from tuto.affichage import affiche\n"
        "affiche('', '<b style=\"color: red\">rouge</b><img src=x onerror=\"document.title=1\"><script>1</script>')",
    )
    window.press("entourer-experience", "run")
    drawing = window.cell("entourer-experience").locator(".out-display")
    expect(drawing).to_contain_text("rouge", timeout=SLOW)
    expect(drawing.locator("b")).to_have_css("color", "rgb(255, 0, 0)")
    assert drawing.locator("img, script").count() == 0
    assert_clean(window)


def test_enough_points_open_the_next_lesson_at_once(quick_window, pupil):
    for item, points in {"compter_paires": 4, "probabilites": 3, "generer": 3, "entourer": 1}.items():
        Standing.objects.create(
            pupil=pupil, lesson=LESSON, item=item, best_points=points, passed_at=timezone.now(), last_outcome="passed"
        )
    page = quick_window.open().page
    expect(page.locator("#goal")).to_contain_text("encore 1 exercice")
    quick_window.cell("quiz-2").get_by_role("radio").nth(2).check()
    quick_window.press("quiz-2", "verify")
    page.locator('[data-banner="next"]').get_by_role("link").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Leçon 2")


def test_when_the_correction_takes_long_the_pupil_knows_it_is_coming(quick_window, monkeypatch):
    read = threading.Event()
    monkeypatch.setattr("classroom.api.views.PATIENCE", 0.001)
    monkeypatch.setattr("classroom.grading.pool.mark", lambda *given: read.wait(SLOW / 1000) and mark(*given))
    quick_window.open()
    said = quick_window.feedback("entourer")
    quick_window.write("entourer", 'def entourer(prenom):\n    return "." + prenom + "."')
    quick_window.press("entourer", "verify")
    expect(said).to_contain_text("la correction arrive")
    read.set()
    expect(said.locator(".feedback.right")).to_be_visible(timeout=60_000)


def test_a_raised_hand_and_larger_text_are_remembered(quick_window, pupil):
    page = quick_window.open().page
    page.get_by_role("button", name="Besoin d’aide").click()
    wait_until(lambda: Pupil.objects.get(pk=pupil.pk).raised_at is not None)
    with page.expect_response("**/lecture/"):
        page.get_by_role("button", name="Texte plus grand").click()
    expect(page.locator("html")).to_have_attribute("data-reading", "airy")
    page.reload()
    expect(page.locator("html")).to_have_attribute("data-reading", "airy")
    expect(page.get_by_role("button", name="J’ai levé la main")).to_be_visible()


def test_the_lesson_can_be_read_without_javascript(browser, address, pupil, client_of):
    context = browser.new_context(java_script_enabled=False)
    session = client_of(pupil).cookies["tuto_session"].value
    context.add_cookies([{"name": "tuto_session", "value": session, "url": address}])
    page = context.new_page()
    page.goto(f"{address}/lecon/{LESSON}/")
    expect(page.get_by_role("heading", level=1)).to_contain_text("Deviner la suite")
    expect(page.locator('[data-cell="entourer"] .code')).to_contain_text("def entourer(prenom):")
    expect(page.locator("noscript")).to_be_attached()
    context.close()
