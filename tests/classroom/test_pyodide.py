"""The kit in the browser: the real worker, in a real Chromium, over plain http on this machine's own address."""

import json
import shutil
import socket
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import uvicorn
from playwright.sync_api import Page, sync_playwright

from classroom.assets.build import build
from classroom.assets.parts import Parts
from classroom.gates.doors import POLICY
from classroom.serving.addresses import lan_addresses
from classroom.serving.site_files import Site
from classroom.serving.static_files import with_site_files

pytestmark = [pytest.mark.browser, pytest.mark.slow]

ROOT = Path(__file__).resolve().parents[2]
SCRIPTS = ROOT / "classroom" / "assets" / "src" / "python"
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
QUIET = ["--no-sandbox", "--disable-quic", "--disable-background-networking", "--disable-component-update"]
LESSON = "01_deviner_la_suite"
KIT = f'from tuto import *\nfrom tuto.lecon_1 import *\ncommence("{LESSON}")'
LONG = 3000  # milliseconds after which a training is stopped, as an impatient pupil would
SLOW = 120_000
PAGE = '<!doctype html><link rel="icon" href="data:,"><script type="module" src="/python/trial.js"></script>'
TRIAL = """
import { Python } from "./python.js";
window.begin = (site, lesson, memory) => new Promise((ready, broken) => {
  window.kept = memory;
  window.python = new Python({ site, lesson, memory });
  python.onMemory = (memory) => (window.kept = memory);
  python.onState = (state) => state === "ready" ? ready() : state === "broken" && broken(new Error("broken"));
});
window.run = async (code, cell, ...stopsAfter) => {
  const items = [];
  const timers = stopsAfter.map((ms) => setTimeout(() => python.stop(), ms));
  const began = performance.now();
  const onOutput = (item) => items.push({ ...item, after: performance.now() - began });
  const result = await python.run(code, { cell, onOutput });
  timers.forEach(clearTimeout);
  return { ...result, items };
};
window.runAndStop = async (code, cell, isTime) => {
  const items = [];
  const onOutput = (item) => {
    items.push(item);
    if (isTime(item, items)) python.stop();
  };
  return { ...(await python.run(code, { cell, onOutput })), items };
};
window.runUntilSaid = (code, cell, words) => runAndStop(code, cell, ({ text }) => text.includes(words));
window.runUntilDrawn = (code, cell, drawings) =>
  runAndStop(code, cell, ({ place }, items) => place && items.filter((one) => one.place === place).length === drawings);
"""


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    if not lan_addresses():
        pytest.skip("this machine has no network card that is up")
    door = socket.socket()
    door.bind((lan_addresses()[0], 0))
    application = with_site_files(trial_pages, Site("essai", build(ROOT)), "/static/essai/")
    server = uvicorn.Server(uvicorn.Config(application, lifespan="off", log_level="error"))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [door]})
    thread.start()
    yield "http://{}:{}".format(*door.getsockname())
    server.should_exit = True
    thread.join()


async def trial_pages(scope, receive, send) -> None:
    """A page with nothing but Python on it, under the classroom's policy."""
    name = scope["path"].rpartition("/")[2]
    file = SCRIPTS / name
    body = TRIAL if name == "trial.js" else file.read_text("utf-8") if name and file.is_file() else PAGE
    kind = b"text/javascript" if name.endswith(".js") else b"text/html"
    headers = [(b"content-type", kind), (b"content-security-policy", POLICY.encode())]
    await send({"type": "http.response.start", "status": 200, "headers": headers})
    await send({"type": "http.response.body", "body": body.encode()})


@pytest.fixture(scope="module")
def page(address) -> Iterator[Page]:
    if not CHROMIUM:
        pytest.skip("no Chromium here")
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=QUIET)
        page = chromium.new_page()
        page.set_default_timeout(SLOW)
        page.goto(address)
        yield page
        chromium.close()


@pytest.fixture
def run(page) -> Callable[..., dict]:
    """`run(code)` in a new Python where the first lesson was begun."""
    begin(page, LESSON)

    def run(code: str, *stops_after: int) -> dict:
        return page.evaluate("([code, ...stops]) => run(code, 'case-1', ...stops)", [code, *stops_after])

    run(KIT)
    return run


@pytest.fixture
def run_until_said(run, page) -> Callable[[str, str], dict]:
    """`run_until_said(code, words)` stops the code each time it has written these words: never too early, however slow
    the machine."""
    return lambda code, words: page.evaluate("([code, words]) => runUntilSaid(code, 'case-1', words)", [code, words])


@pytest.fixture
def run_until_drawn(run, page) -> Callable[[str], dict]:
    """`run_until_drawn(code)` stops each training once it has drawn three times."""
    return lambda code: page.evaluate("code => runUntilDrawn(code, 'case-1', 3)", code)


def begin(page: Page, lesson: str) -> None:
    load(page)
    page.evaluate("lesson => begin('/static/essai/', lesson, {})", lesson)


def load(page: Page) -> None:
    """The page as new: the workers of the tests before are gone."""
    page.reload()
    page.wait_for_function("() => Boolean(window.begin)")


def text(result: dict, kind: str) -> str:
    return "".join(item["text"] for item in result["items"] if item["kind"] == kind)


@pytest.mark.parametrize("lesson", [folder.name for folder in Parts(ROOT).lessons()])
def test_every_cell_of_a_solved_lesson_runs(page, lesson):
    notebook = json.loads((ROOT / "solutions" / lesson / f"{lesson}.ipynb").read_text("utf-8"))
    sheet = json.loads((ROOT / "release" / lesson / "cas_publics.json").read_text("utf-8"))
    begin(page, lesson)
    for cell in notebook["cells"]:
        if cell["cell_type"] == "code":
            code, name = "".join(cell["source"]), cell["id"]
            result = page.evaluate("([code, name, long]) => run(code, name, long)", [code, name, LONG])
            assert not result["restarted"], name  # a training that is stopped keeps what it learned
            if result["stopped"] and not result["ok"]:  # a slow machine: the stop fell beside the training
                result = page.evaluate("([code, name]) => run(code, name)", [code, name])
            assert not result["restarted"], name
            assert result["ok"], (name, text(result, "error"))
            assert "Traceback" not in text(result, "text"), name
    items = {item["nom"] for item in (*sheet["exercices"], *sheet["questions"])}
    assert set(page.evaluate("kept")[f"reussis_{lesson}"]) == items


def test_a_misspelt_name_is_explained_in_french(run):
    result = run("prenoms = ['emma']\nprint(prenom)")
    assert not result["ok"]
    said = text(result, "error")
    assert "Ligne 2" in said and "Voulais-tu écrire `prenoms`" in said
    assert "NameError" in said  # Python's own words come too


def test_the_last_value_is_shown_and_what_is_written_comes_meanwhile(run):
    result = run('import time\nfor i in range(3):\n    print("tour", i)\n    time.sleep(1)\n[1, 2]')
    assert text(result, "text") == "tour 0\ntour 1\ntour 2\n"
    assert text(result, "result") == "[1, 2]"
    assert result["items"][0]["after"] < result["ms"] - 500


def test_an_endless_loop_stops_and_what_was_before_is_kept(run):
    run("compte = 7")
    result = run("while True:\n    pass", 500)
    assert result["stopped"] and not result["restarted"]
    assert "Tu as arrêté la case" in text(result, "error")
    assert text(run("compte"), "result") == "7"


def test_a_long_sleep_stops(run):
    result = run("import time\ntime.sleep(1000)", 300)
    assert result["stopped"] and not result["restarted"]


def test_a_training_draws_itself_live_and_when_stopped_keeps_its_turns(run, run_until_drawn):
    result = run_until_drawn(f"ma_courbe = entraine(lambda tour: 1 / (tour + 1), {10**9})")
    assert result["stopped"] and not result["restarted"]
    drawn = [item for item in result["items"] if item["place"].startswith("entraine-")]
    assert len(drawn) >= 3
    assert not drawn[0]["again"] and all(item["again"] for item in drawn[1:])
    assert "tours déjà faits sont gardés" in text(result, "display")
    assert int(text(run("len(ma_courbe)"), "result")) > 100


def test_a_training_that_draws_at_every_turn_does_not_flood_the_page(run):
    result = run("entraine(lambda tour: 1.0, 300, affiche_tous_les=1)")
    drawn = [item["text"] for item in result["items"] if item["place"].startswith("entraine-")]
    assert len(drawn) < 2 + result["ms"] / 45
    assert "300 tours sur 300" in drawn[-1]


def test_stop_ends_a_training_and_the_rest_of_its_cell_goes_on_until_stop_is_said_again(run, run_until_drawn):
    train = f"entraine(lambda tour: 1.0, {10**9})"
    assert run_until_drawn(f"{train}\nfini = 1")["ok"]
    assert text(run("fini"), "result") == "1"
    result = run_until_drawn(f"{train}\n{train}")
    assert result["stopped"] and not result["restarted"]
    assert text(result, "display").count("Tu as arrêté l’entraînement") == 2


def test_a_cell_that_refuses_to_stop_is_stopped_all_the_same(run_until_said):
    code = "while True:\n    try:\n        print('parti')\n        while True: pass\n    except KeyboardInterrupt: pass"
    result = run_until_said(code, "parti")
    assert result["stopped"] and result["restarted"]


def test_what_cannot_be_interrupted_is_restarted_and_the_memory_stays(run, run_until_said, page):
    run('enregistre("mot", "bonjour")')
    assert page.evaluate("kept") == {"mot": "bonjour"}
    life = page.evaluate("python.life")
    result = run_until_said("print('parti')\nsum(iter(int, 1))", "parti")  # a loop in C never looks at signals
    assert result["stopped"] and result["restarted"]
    assert page.evaluate("python.life") == life + 1
    assert text(run(f'{KIT}\nretrouve("mot")'), "result") == "'bonjour'"


def test_stopping_while_python_starts_forgets_what_waited(page):
    load(page)
    result = page.evaluate(
        """async ([site, lesson]) => {
          const begun = begin(site, lesson, {});
          const waiting = run("1 + 1", "case-1");
          await python.stop();
          await begun;
          return waiting;
        }""",
        ["/static/essai/", LESSON],
    )
    assert result["stopped"] and result["items"] == []
    assert text(page.evaluate("run('1 + 1', 'case-1')"), "result") == "2"


def test_writing_without_end_neither_freezes_the_page_nor_fills_it(run_until_said):
    result = run_until_said('while True:\n    print("bonjour")', "je ne montre que le début")
    assert result["stopped"] and not result["restarted"]
    assert len(text(result, "text")) < 100_000


def test_drawing_without_end_neither(run):
    result = run('for _ in range(1000):\n    affiche("un", "<b>un</b>")')
    assert sum(item["kind"] == "display" for item in result["items"]) < 500
    assert "je ne montre que le début" in text(result, "text")


def test_a_question_that_nobody_answers_is_said_kindly(run):
    assert "ici personne ne répond" in text(run('nom = input("Ton nom ?")'), "error")


def test_python_that_falls_over_starts_again(run):
    result = run("x = []\nfor _ in range(300_000):\n    x = [x]\nrepr(x)")  # deeper than the browser's own stack
    assert result["restarted"]
    assert "Python a dû redémarrer" in text(result, "error")
    assert text(run("1 + 1"), "result") == "2"


def test_nothing_is_asked_from_elsewhere_nor_refused_by_the_policy(page, address):
    asked, said = [], []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: said.append(message.text))
    begin(page, LESSON)
    page.evaluate("code => run(code, 'case-1')", KIT)
    assert asked and [url for url in asked if not url.startswith((address, "data:", "blob:"))] == []
    assert said == []
