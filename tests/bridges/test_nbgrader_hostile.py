"""Cheats and accidents in one nbgrader course: no undeserved point, nobody lost, nothing that leaks or runs."""

import json
from types import SimpleNamespace

import pytest
from jinja2 import Environment, FileSystemLoader
from traitlets.config import Config

from autograder.nbgrader.configuration import configure_reading
from autograder.nbgrader.safe_html import NO_FRAME, safe_markdown
from course_config import COURSE
from tests.bridges.broken import BROKEN, DAMAGED
from tests.bridges.cheat import marked
from tests.bridges.cheats import CHEATS, XSS, hand_in, notebook_of
from tests.bridges.cheats_beside import CHEATS_BESIDE
from tests.bridges.cheats_in_file import CHEATS_IN_FILE
from tests.bridges.cycle import gradebook, preloaded, start_cycle
from tests.bridges.leaks import dangers_in, leaks_in
from tests.feedback.reading import Page, read
from tests.sample_class import LESSON

pytestmark = pytest.mark.slow

POINTS = {item.name: item.points for item in COURSE.lessons[0].items}
BEATS_NBGRADER = {  # of those in the answers' code; test_cheats.py tries them all
    "ecrit_dans_la_base_de_notes",
    "efface_les_asserts",
    "juste_et_previent",
    "lit_le_test_dans_In",
    "remplace_les_fonctions_de_python",
}
CHOSEN = tuple(cheat for cheat in CHEATS if cheat in (*CHEATS_IN_FILE, *CHEATS_BESIDE) or cheat.name in BEATS_NBGRADER)
ACCIDENTS = {  # those that nbgrader's own reading would not survive; test_nbgrader_rebuild.py has them all
    name: DAMAGED[name]
    for name in (
        "bom cases_etranges demi_emoji double etiquettes_du_futur nbformat_3 nbformat_en_texte noyau_illisible "
        "sans_metadonnees sans_tests sorties_etranges utf_16"
    ).split()
}
LAWFUL = notebook_of(next(cheat for cheat in CHEATS if cheat.name == "tests_doubles"))
MISPLACED = ("dossier_vide", "en_capitales", "sans_dossier", "sans_lecon")
LINKS = ("lien_vers_un_corrige", "lien_vers_les_corriges", "lien_vers_un_eleve")
STRANGE_NAMES = ("[a-z]*", "Zoé d'à côté", "=1+1")
HARMFUL_NAMES = ("<img src=x onerror=alert(1)>", 'a";alert(1)', "a\\")


@pytest.fixture(scope="module")
def course(tmp_path_factory):
    """A class where everybody cheats or has an accident, graded in one go, with its pages."""
    cycle = start_cycle(tmp_path_factory.mktemp("hostile") / "ici", preloaded(), say=lambda _: None)
    submitted = cycle.course / "submitted"
    for cheat in CHOSEN:
        hand_in(cheat, submitted)
    for name, raw in (BROKEN | ACCIDENTS).items():
        place(submitted, f"accident_{name}", raw)
    for name in (*STRANGE_NAMES, *HARMFUL_NAMES):
        place(submitted, name, LAWFUL)
    strange_folders(submitted)
    marked()
    said = cycle.run("tuto", "autograde", expect=2)
    cycle.run("nbgrader", "generate_feedback", LESSON, "--CourseDirectory.student_id=balises_*")
    return cycle.course, said.replace("\u202f", " ").replace("\u00a0", " "), gradebook(cycle.course)


def place(submitted, pupil: str, raw: bytes, name: str = f"{LESSON}.ipynb"):
    home = submitted / pupil / LESSON
    home.mkdir(parents=True, exist_ok=True)
    (home / name).write_bytes(raw)
    return home


def strange_folders(submitted) -> None:
    """What real folders hold: another name, a link to nothing, a date that is none, two notebooks; links to ours."""
    place(submitted, "autre_nom", LAWFUL, "mon travail (1).ipynb")
    (place(submitted, "lien_casse", LAWFUL) / "photo.png").symlink_to("/nulle/part")
    (place(submitted, "date_fausse", LAWFUL) / "timestamp.txt").write_text("hier soir", encoding="utf-8")
    for name in ("un.ipynb", "deux.ipynb"):
        place(submitted, "deux_carnets", LAWFUL, name)
    source, (one, all_of_it, somebody) = submitted.parent / "source" / LESSON, LINKS
    (submitted / one / LESSON).mkdir(parents=True)
    (submitted / one / LESSON / f"{LESSON}.ipynb").symlink_to(source / f"{LESSON}.ipynb")
    (submitted / all_of_it).mkdir()
    (submitted / all_of_it / LESSON).symlink_to(source)
    (submitted / somebody).symlink_to(submitted / "autre_nom")
    (submitted / "rien" / LESSON).mkdir(parents=True)
    (submitted / "lea" / "autre_devoir").mkdir(parents=True)
    (submitted / "dossier_vide").mkdir()
    (submitted / "sans_dossier.ipynb").write_bytes(LAWFUL)
    (place(submitted, "en_capitales", LAWFUL)).rename(submitted / "en_capitales" / LESSON.upper())
    (place(submitted, "sans_lecon", LAWFUL) / f"{LESSON}.ipynb").rename(submitted / "sans_lecon" / f"{LESSON}.ipynb")
    (submitted / "sans_lecon" / LESSON).rmdir()


def earned(marks) -> float:
    return sum(mark.auto or 0 for cell, mark in marks.items() if cell.startswith("test_"))


def test_exactly_the_deserved_points(course):
    _, _, marks = course
    deserved = {cheat.name: sum(POINTS[name] for name in cheat.deserved) for cheat in CHOSEN}
    assert {cheat.name: earned(marks[cheat.name]) for cheat in CHOSEN} == pytest.approx(deserved)


def test_nothing_ran_outside_the_sandbox(course):
    assert not marked()


def test_every_accident_keeps_its_points(course):
    _, _, marks = course
    names = [f"accident_{name}" for name in ACCIDENTS]
    assert {name: earned(marks[name]) for name in names} == pytest.approx(dict.fromkeys(names, sum(POINTS.values())))


def test_no_mark_is_empty_without_a_person_being_asked(course):
    """An answer in one's own words, and nothing else, waits for somebody."""
    _, _, marks = course
    empty = [(cell, mark.needs_person) for every in marks.values() for cell, mark in every.items() if mark.auto is None]
    assert all(waits and cell == "explique_1" for cell, waits in empty)


def test_who_could_not_be_graded_is_named_once_with_a_reason(course):
    _, said, marks = course
    lost = {f"accident_{name}" for name in BROKEN} | {"deux_carnets", "rien", *LINKS, *HARMFUL_NAMES, *MISPLACED}
    told = [line.split(" : ")[0] for line in said.splitlines() if line.split(" : ")[0] in lost]
    assert sorted(told) == sorted(lost)
    assert not lost & set(marks)


def test_strange_names_and_folders_are_graded(course):
    _, said, marks = course
    for pupil in (*STRANGE_NAMES, "autre_nom", "lien_casse", "date_fausse"):
        assert earned(marks[pupil]) == pytest.approx(POINTS["entourer"] + POINTS["quiz_1"])
    assert "« autre_devoir » n’est pas une leçon de ce cours : je n’y touche pas (lea)." in said


def test_only_the_notebook_and_our_files_are_kept(course):
    """What came beside the notebook would be served by formgrader under the address of the Jupyter server."""
    folder, _, _ = course
    sources = {path.name for path in (folder / "source" / LESSON).iterdir()}
    kept = {path.name for path in (folder / "autograded").rglob("*") if path.is_file()}
    assert kept <= sources | {"timestamp.txt", "submission_secret.txt"}


def test_rebuilt_notebooks_bring_no_output_and_no_tag_of_the_pupil(course):
    folder, _, _ = course
    for path in (folder / "autograded").rglob("*.ipynb"):
        notebook = json.loads(path.read_text(encoding="utf-8"))
        assert set(notebook["metadata"]) == {"kernelspec", "language_info", "tuto"}
        for cell in notebook["cells"]:
            label = cell["metadata"].get("nbgrader", {}).get("grade_id", "")
            assert not cell.get("outputs") or label.startswith("test_")
            assert "tags" not in cell["metadata"] and "attachments" not in cell


@pytest.mark.parametrize(
    "cheat", [cheat for cheat in CHOSEN if cheat.name.startswith("balises_")], ids=lambda c: c.name
)
def test_the_feedback_holds_no_live_markup_and_tells_no_secret(course, cheat):
    folder, _, _ = course
    page = read(folder / "feedback" / cheat.name / LESSON / f"{LESSON}.html")
    assert not dangers_in(page)
    assert not leaks_in(page.text, json.loads(notebook_of(cheat)))


@pytest.mark.parametrize(
    "source",
    [
        XSS,
        "[x](javascript:alert(1)) [y](page.html) [z](data:text/html;base64,PHNjcmlwdD4=)",
        "<div style='position:fixed' class='navbar-fixed-top' onclick='x()'>ici</div></div></div></body>",
        "![](https://voleur.test/vu.png) <a href=' javascript:x()'>a</a> <form action=x><input></form>",
        "<details open ontoggle=alert(1)>",
        "<math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>",
    ],
)
def test_formgrader_shows_markdown_that_can_neither_run_nor_load(source):
    page = Page(safe_markdown(source))
    assert not dangers_in(page)
    assert not {"style", "form", "input"} & set(page.tags)
    assert set(page.values("style")) <= {NO_FRAME}
    assert all(link.startswith(("http:", "https:", "mailto:")) for link in page.values("href"))
    assert all(picture.startswith("data:image/") for picture in page.values("src"))
    assert set(" ".join(page.values("class")).split()) <= {"tex2jax_ignore"}


@pytest.mark.parametrize("template", ["manage_students_assignments", "manage_students_notebook_submissions"])
def test_formgrader_s_lists_show_a_name_that_cannot_run(template, monkeypatch):
    from nbgrader.server_extensions.formgrader import base, handlers

    monkeypatch.setattr(base.BaseHandler, "render", base.BaseHandler.render)  # as it was, afterwards
    configure_reading(Config(), COURSE)
    environment = Environment(loader=FileSystemLoader([handlers.template_path]))
    server = SimpleNamespace(settings={"nbgrader_jinja2_env": environment})
    names = {"base_url": "", "assignment_id": LESSON, "student_id": HARMFUL_NAMES[0]}
    page = Page(base.BaseHandler.render(server, f"{template}.tpl", **names))
    assert "img" not in page.tags and HARMFUL_NAMES[0] in page.text
    named = base.BaseHandler.render(server, f"{template}.tpl", **names | {"student_id": "Zoé d'à côté"})
    assert 'var student_id = "Zoé d\'à côté";' in named


def test_a_lesson_s_own_markdown_still_shows():
    shown = safe_markdown("**gras** `code` <b>b</b>\n\n<details><summary>Voir</summary>ici</details>\n\n- un\n- deux")
    for part in ("<strong>gras</strong>", "<code>code</code>", "<summary>Voir</summary>", "<li>un</li>"):
        assert part in shown
