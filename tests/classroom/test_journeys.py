"""One lesson, from the teacher's first link to the marks: two browsers, a real server, the address the class uses."""

import csv
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Locator, Page, expect, sync_playwright

from classroom.course import item_named, lesson_named, master_named
from classroom.gates.secret_words import fragment_of
from classroom.roster.cards import PER_SHEET, square_of
from classroom.serving.addresses import lan_addresses
from tests.classroom.test_lesson_browser import CHROMIUM, SLOW, Window
from tests.classroom.test_server import NEEDS_SITE, POSIX, Class

pytestmark = [pytest.mark.browser, pytest.mark.slow, POSIX, NEEDS_SITE]

FIRST, SECOND, THIRD = "01_deviner_la_suite", "02_apprendre_des_erreurs", "03_la_memoire_du_modele"
FAMILIES = ("BERNARD;Léa", "MOREAU;Léa", "AUBRY;Adèle", "KACI;Bilal", "PETIT;Capucine", "ROY;Tom", "DIALLO;Aminata")
LIST = "\n".join((*FAMILIES, "NGUYEN;Linh", "SILVA;Hugo", "COHEN;Sarah", "LEROY;Malo", "HADDAD;Inès"))
PUPILS = 12
HERO, NAMESAKE = "Léa B.", "Léa M."
PASSWORD = "une phrase bien à moi"
DOTS_FORGOTTEN = 'def entourer(prenom):\n    return "." + prenom'
ENOUGH = ("paires", "compter_paires", "probabilites", "quiz_1", "quiz_2")  # with entourer: 12 points of 16
HEADER = "# À toi de jouer\n"  # stands above what the pupil writes, out of the editor
TEXT = "Ma machine compte qui suit qui, puis elle lance une fléchette."
COMMENT = "Très clair, bravo."
PATIENCE = 20_000  # milliseconds, on a machine that does other things


@dataclass
class Seat:
    """Somebody at a computer: a browser of their own, all that it asked, and what it complained of."""

    context: BrowserContext
    address: str
    photos: Path
    asked: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)

    def __post_init__(self):
        self.context.set_default_timeout(PATIENCE)
        self.context.on("request", lambda request: self.asked.append(request.url))
        self.context.on("console", self.listen)
        self.context.on("weberror", lambda error: self.complaints.append(str(error.error)))

    def listen(self, message) -> None:
        if message.type == "error" or "Content Security Policy" in message.text:
            self.complaints.append(message.text)

    def open(self, path: str) -> Page:
        """In a new tab."""
        page = self.context.new_page()
        page.goto(self.address + path)
        return page

    def photograph(self, page: Page, name: str) -> None:
        page.screenshot(path=self.photos / f"{name}.png")


@pytest.fixture
def browser() -> Iterator[Browser]:
    if not CHROMIUM:
        pytest.skip("no Chromium here")
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        expect.set_options(timeout=PATIENCE)
        yield chromium
        expect.set_options(timeout=None)
        chromium.close()


@pytest.fixture
def opened(tmp_path) -> Iterator[Class]:
    if not lan_addresses():
        pytest.skip("this machine has no network card that is up")
    started = Class(tmp_path / "classe").open()
    yield started
    if started.process.poll() is None:
        started.process.kill()
        started.process.communicate()


@pytest.fixture
def take_seat(browser, opened, tmp_path):
    """`take_seat()` is one more computer of the room."""

    def take() -> Seat:
        context = browser.new_context(locale="fr-FR", viewport={"width": 1366, "height": 768})
        return Seat(context, f"http://{lan_addresses()[0]}:{opened.port}", tmp_path)

    return take


def test_a_whole_lesson_from_the_first_link_to_the_marks(opened, take_seat):
    teacher, pupil = take_seat(), take_seat()
    code = make_class(teacher, first_link(opened))
    enrol(teacher, code)
    words = read_cards(teacher, code)
    board = teacher.open(f"/prof/classe/{code}/")

    window = come_in(pupil, code, words)
    struggle_then_succeed(pupil, window, board)
    reach_the_threshold(pupil, window)
    write_and_raise_the_hand(window)
    watch(board, ("entourer", *ENOUGH))
    teacher.photograph(board, "board")

    open_third_lesson(teacher, pupil, board)
    mark(teacher, board)
    read_the_reply(pupil)
    assert_marks(teacher, code)
    lower_the_hand(board)

    assert teacher.asked.count(f"{teacher.address}/prof/classe/{code}/") == 1  # the board was never loaded again
    for seat in (teacher, pupil):
        own = (f"{seat.address}/", "data:", f"blob:{seat.address}/")
        assert len(seat.asked) > 20
        assert [url for url in seat.asked if not url.startswith(own)] == []
        assert seat.complaints == []
        seat.context.close()
    said = opened.close()
    assert opened.process.returncode == 0
    assert not re.search("Traceback|WARNING|ERROR", said)


def first_link(opened: Class) -> str:
    """The path of the link that the server says when it opens."""
    said = iter(opened.process.stdout.readline, "")
    return next(found[0] for line in said if (found := re.search(r"/prof/bienvenue/\S+", line)))


def make_class(teacher: Seat, link: str) -> str:
    """The code of a class just created, by a teacher just welcomed."""
    page = teacher.open(link)
    page.get_by_label("Votre nom ici").fill("mme martin")
    page.get_by_label("Mot de passe", exact=True).fill(PASSWORD)
    page.get_by_label("Le même mot de passe").fill(PASSWORD)
    page.get_by_role("button", name="Continuer").click()
    page.get_by_label("Nom de la classe").fill("5e B")
    page.get_by_role("button", name="Créer la classe").click()
    page.wait_for_url(re.compile(r"/prof/classe/[A-Z]+/"))
    return re.search(r"/classe/([A-Z]+)/", page.url)[1]


def enrol(teacher: Seat, code: str) -> None:
    """A school's list, pasted; two pupils have the same first name."""
    page = teacher.open(f"/prof/classe/{code}/eleves/")
    page.get_by_label("Collez les prénoms").fill(LIST)
    page.get_by_role("button", name="Voir la liste").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text(f"{PUPILS} élèves lus, 2 à vérifier")
    expect(page.locator("tr.look")).to_contain_text(["Plusieurs élèves s’appellent Léa"] * 2)
    teacher.photograph(page, "preview")
    page.get_by_role("button", name="Inscrire les élèves cochés").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text(f"{PUPILS} élèves")
    for name in (HERO, NAMESAKE):
        expect(page.get_by_role("link", name=name, exact=True)).to_be_visible()
    assert not re.search("bernard|moreau", page.content(), re.IGNORECASE)
    page.close()


def read_cards(teacher: Seat, code: str) -> list[str]:
    """The secret words, as a pupil reads them on a card; its square holds the whole address."""
    page = teacher.open(f"/prof/classe/{code}/cartes/")
    sheets = [sheet.locator(".login").count() for sheet in page.locator(".sheet").all()]
    assert sheets == [PER_SHEET, PUPILS - PER_SHEET]
    card = page.locator(".login", has_text=HERO)
    words = re.split(r"\s*·\s*", card.locator(".words").inner_text())
    address = f"{teacher.address}/c/{code}/#{fragment_of(words)}"
    assert len(words) == 3
    assert card.locator(".qr path").get_attribute("d") == square_of(address).path
    teacher.photograph(page, "cards")
    assert len(re.findall(rb"/Type\s*/Page\b", page.pdf(prefer_css_page_size=True))) == len(sheets)
    page.close()
    return words


def come_in(pupil: Seat, code: str, words: list[str]) -> Window:
    """With the card's address, then by the map's main button."""
    page = pupil.open(f"/c/{code}/#{fragment_of(words)}")
    expect(page.get_by_text("J’ai lu ta carte")).to_be_visible()
    page.get_by_role("button", name="Entrer").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text(HERO)
    page.get_by_role("link", name="Commencer").click()
    expect(page.locator("html[data-ready]")).to_be_attached()
    assert f"/lecon/{FIRST}/" in page.url
    return Window(page, pupil.address)


def struggle_then_succeed(pupil: Seat, window: Window, board: Page) -> None:
    """Three times the same mistake, which the teacher sees; then a hint."""
    said, cell = window.feedback("entourer"), board.get_by_role("link", name=f"{HERO}, entourer")
    window.write("entourer", DOTS_FORGOTTEN)
    for tries in (1, 2, 3):
        verify(window, "entourer")
        expect(said.locator(".example")).to_contain_text("on attend")
        expect(cell).to_have_class("try retry" if tries < 3 else "try stuck")
        expect(cell).to_contain_text(str(tries))
    expect(board.locator(".waiting")).to_contain_text(HERO)
    said.locator(".hint summary").first.click()
    expect(said.locator(".hint p").first).to_contain_text("Il en faut donc deux")
    pupil.photograph(window.page, "hint")
    solve(window, "entourer")
    expect(window.page.locator("#trail li").first).to_have_class("done")
    expect(cell).to_have_class("try done")
    expect(board.locator(".waiting")).to_have_count(0)


def reach_the_threshold(pupil: Seat, window: Window) -> None:
    """A badge on the way; at the end the next lesson opens, without the page being loaded again."""
    for item in ENOUGH:
        expect(window.page.locator('[data-banner="next"]')).to_have_count(0)
        solve(window, item)
        if item == "compter_paires":
            celebrate(pupil, window.feedback("compter-paires"), "Compteur de bigrammes")
    celebrate(pupil, window.feedback("quiz-2"), "Boule de cristal")
    expect(window.page.locator("#goal")).to_contain_text("C’est assez")
    with window.page.context.expect_page() as opened:
        link = window.page.locator('[data-banner="next"]').get_by_role("link")
        link.click(modifiers=["Control"])
    expect(opened.value.get_by_role("heading", level=1)).to_contain_text("Leçon 2")
    expect(opened.value.locator("html[data-ready]")).to_be_attached()
    opened.value.close()


def celebrate(pupil: Seat, said: Locator, badge: str) -> None:
    expect(said.locator("h3")).to_contain_text(badge)
    prize = said.locator(".prize img")
    expect(prize).to_have_js_property("complete", True)
    assert prize.evaluate("image => image.naturalWidth") > 0
    said.scroll_into_view_if_needed()
    pupil.photograph(said.page, badge.replace(" ", "-"))


def verify(window: Window, name: str) -> None:
    """Pressed, and answered."""
    button = window.cell(name).locator('[data-do="verify"]')
    with window.page.expect_response("**/verifie/**"):
        button.click()
    expect(button).to_have_text("Vérifier")


def solve(window: Window, item: str) -> None:
    """With the author's own answer."""
    name, question = item.replace("_", "-"), item_named(lesson_named(FIRST), item)
    if item.startswith("quiz"):
        window.cell(name).locator(f'input[value="{question.right}"]').check()
    else:
        window.write(name, master_named(FIRST).solutions[item].removeprefix(HEADER))
    verify(window, name)
    expect(window.feedback(name).locator(".feedback.right")).to_be_visible(timeout=PATIENCE)


def write_and_raise_the_hand(window: Window) -> None:
    """And what the pupil wrote draws the class's letters, in the browser's own Python."""
    window.wait_for_python()
    window.press("compter-voir", "run")
    expect(window.cell("compter-voir").locator(".out-display")).to_be_visible(timeout=SLOW)
    window.page.get_by_role("textbox", name="Ta réponse, pour ton professeur").fill(TEXT)
    window.is_saved()
    window.page.get_by_role("button", name="Besoin d’aide").click()
    expect(window.page.get_by_role("button", name="J’ai levé la main")).to_be_visible()


def line_of(board: Page) -> Locator:
    return board.locator("table.board tbody tr", has_text=HERO)


def watch(board: Page, passed: tuple[str, ...]) -> None:
    """What the stream brought to the board that was left open."""
    expect(line_of(board).locator(".try.done")).to_have_count(len(passed))
    for item in passed:
        expect(board.get_by_role("link", name=f"{HERO}, {item}\u00a0: réussi")).to_be_visible()
    expect(line_of(board).locator("th")).to_contain_text("main levée")
    expect(board.get_by_text(f"1 connecté sur {PUPILS}")).to_be_visible()
    expect(board.get_by_role("link", name="1 à lire")).to_be_visible()


def open_third_lesson(teacher: Seat, pupil: Seat, board: Page) -> None:
    """For this pupil alone, before the second one is done."""
    before = pupil.open("/parcours/")
    third = before.get_by_role("link", name="Leçon 3,")
    expect(third).to_have_count(0)
    page = teacher.open(line_of(board).locator("th a").get_attribute("href").partition("?")[0] + f"?lecon={SECOND}")
    page.get_by_role("button", name=f"Ouvrir la leçon 3 pour {HERO}").click()
    expect(page.get_by_role("status")).to_contain_text(f"La leçon 3 est ouverte pour {HERO}")
    teacher.photograph(page, "pupil")
    page.close()
    before.reload()
    third.click()
    before.wait_for_url(f"**/lecon/{THIRD}/")
    expect(before.locator("html[data-ready]")).to_be_attached()
    before.close()


def mark(teacher: Seat, board: Page) -> None:
    page = teacher.open(board.get_by_role("link", name="1 à lire").get_attribute("href"))
    expect(page.locator("blockquote")).to_have_text(TEXT)
    page.locator(".marks label", has_text="2").click()
    page.get_by_label(f"Votre mot pour {HERO}").fill(COMMENT)
    teacher.photograph(page, "marking")
    page.get_by_role("button", name="Envoyer").click()
    expect(page.get_by_role("heading", name="Tout est lu")).to_be_visible()
    page.close()
    expect(board.get_by_role("link", name="1 à lire")).to_have_count(0)


def read_the_reply(pupil: Seat) -> None:
    """The map says that there is one, until it was seen."""
    page = pupil.open("/parcours/")
    pupil.photograph(page, "map")
    with page.expect_response("**/lu/explique_1/"):  # on screen: the link leads straight to it
        page.get_by_role("link", name="Une réponse").click()
    reply = page.locator(".reply")
    expect(reply).to_contain_text("2 sur 3")
    expect(reply).to_contain_text(COMMENT)
    expect(reply.locator(".dot-new")).to_be_attached()
    pupil.photograph(page, "reply")
    page.goto(f"{pupil.address}/parcours/")
    expect(page.get_by_role("heading", level=1)).to_contain_text(HERO)
    expect(page.get_by_role("link", name="Une réponse")).to_have_count(0)
    page.close()


def assert_marks(teacher: Seat, code: str) -> None:
    """A spreadsheet that Excel opens as it is, with what this pupil earned."""
    page = teacher.open(f"/prof/classe/{code}/exports/")
    with page.expect_download() as download:
        page.get_by_role("link", name="Télécharger le tableau").click()
    written = Path(download.value.path()).read_bytes()
    page.close()
    assert written.startswith("\ufeff".encode())
    header, *lines = csv.reader(io.StringIO(written.decode("utf-8-sig")), delimiter=";")
    found = {line[0]: dict(zip(header, line, strict=True)) for line in lines}
    assert len(lines) == PUPILS
    assert found[HERO]["Leçon 1 (sur 19)"] == "14"  # 12 by the machine, 2 by the teacher
    assert found[HERO]["1.3 compter_paires (sur 4)"] == "4"
    assert "Compteur de bigrammes" in found[HERO]["Badges"]
    assert found[NAMESAKE]["Leçon 1 (sur 19)"] == ""


def lower_the_hand(board: Page) -> None:
    """From the board, which shows it without being loaded again."""
    board.get_by_role("button", name=f"Baisser la main de {HERO}").click()
    expect(line_of(board).locator(".hand")).to_have_count(0)
