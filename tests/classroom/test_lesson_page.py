"""What a lesson's page holds, and what it must not: no answer, no hint, nothing that the page's policy refuses."""

import html
import json
import re
from functools import cache
from html.parser import HTMLParser

import pytest
from django.test import Client
from django.urls import reverse

from autograder.typography import french
from classroom import course
from classroom.lesson.page import Code, Prose, Quiz, lesson_page
from classroom.lesson.prose import prose
from classroom.lesson.words import SENTENCES, WHOLE_CELLS, for_this_page
from classroom.models import Copy, Opening

pytestmark = pytest.mark.django_db
LESSONS = [lesson.name for lesson in course.written_lessons()]
FIRST = LESSONS[0]


class Elements(HTMLParser):
    """Every element of a page, as (tag, attributes)."""

    def __init__(self, page: str):
        super().__init__()
        self.found: list[tuple[str, dict]] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list) -> None:
        self.found.append((tag, dict(attrs)))

    def named(self, tag: str) -> list[dict]:
        return [attributes for name, attributes in self.found if name == tag]


@pytest.fixture
def open_all(classroom) -> None:
    for name in LESSONS:
        Opening.objects.create(classroom=classroom, lesson=name, is_open=True)


@pytest.fixture
def shown(pupil_client: Client, open_all):
    """The page of a lesson, as its HTML."""

    def show(lesson: str = FIRST) -> str:
        response = pupil_client.get(reverse("pupil:lesson", args=(lesson,)))
        assert response.status_code == 200
        return response.content.decode()

    return show


@cache
def notebook_cells(lesson: str) -> list[dict]:
    path = course.course().root / "release" / lesson / f"{lesson}.ipynb"
    return json.loads(path.read_text("utf-8"))["cells"]


def plain(text: str) -> str:
    """Without what typography and HTML do to a sentence."""
    return re.sub(r"\s+", " ", html.unescape(text).replace("’", "'").replace("\u00a0", " ").replace("\u202f", " "))


@pytest.mark.parametrize("lesson", LESSONS)
def test_the_page_tells_no_answer(shown, lesson):
    page = plain(shown(lesson))
    known, master = course.lesson_named(lesson), course.master_named(lesson)
    hints = [hint for exercise in known.exercises for hint in exercise.hints]
    reasons = [choice.reason for question in known.questions for choice in question.choices]
    ideas = [idea.hint for exercise in known.exercises for idea in exercise.misconceptions]
    for secret in (*hints, *reasons, *ideas):
        assert plain(french(secret)) not in page
    for exercise in known.exercises:
        assert plain(master.solutions[exercise.name]) not in page
    assert "HIDDEN TESTS" not in page and "BEGIN SOLUTION" not in page and "verifie(" not in page


@pytest.mark.parametrize("lesson", LESSONS)
def test_no_choice_of_the_quiz_stands_out(shown, lesson):
    radios = [item for item in Elements(shown(lesson)).named("input") if item.get("type") == "radio"]
    assert len(radios) == sum(len(question.choices) for question in course.lesson_named(lesson).questions)
    assert {tuple(sorted(radio)) for radio in radios} == {("autocomplete", "name", "type", "value")}


@pytest.mark.parametrize("lesson", LESSONS)
def test_a_question_is_shown_once(lesson):
    page = lesson_page(lesson)
    prose_of_page = "".join(part.html for part in page.parts if isinstance(part, Prose))
    for quiz in (part for part in page.parts if isinstance(part, Quiz)):
        assert quiz.prompt not in prose_of_page
        assert plain(re.sub("<[^>]*>", "", quiz.prompt)).strip() == plain(french(quiz.item.prompt)).replace("`", "")


@pytest.mark.parametrize("lesson", LESSONS)
def test_the_page_lives_under_its_policy(shown, lesson):
    """No style attribute, no script of its own, nothing from elsewhere."""
    elements = Elements(shown(lesson))
    assert [tag for tag, attributes in elements.found if "style" in attributes] == []
    assert [tag for tag, attributes in elements.found if any(name.startswith("on") for name in attributes)] == []
    scripts = elements.named("script")
    assert all(script.get("src", "").startswith("/static/") or "json" in script.get("type", "") for script in scripts)
    assert all(image["src"].startswith(("data:image/", "/static/")) for image in elements.named("img"))
    assert elements.named("style") == []


@pytest.mark.parametrize("lesson", LESSONS)
def test_every_picture_says_what_it_shows(shown, lesson):
    pictures = Elements(shown(lesson)).named("img")
    assert pictures and all(len(picture["alt"]) > 20 for picture in pictures)


@pytest.mark.parametrize("lesson", LESSONS)
def test_every_cell_of_the_release_has_its_place(shown, lesson):
    known, page = course.lesson_named(lesson), lesson_page(lesson)
    answers = [code.item.name for code in page.codes if code.item]
    assert answers == [exercise.name for exercise in known.exercises]
    elements = Elements(shown(lesson))
    anchors = {attributes.get("id") for _, attributes in elements.found}
    assert {f"e{number}" for number in range(1, len(answers) + 1)} <= anchors
    assert "le-petit-quiz" in anchors
    assert len(elements.named("textarea")) == len(known.free_texts)
    assert len(elements.named("h1")) == 1
    runs = [item for item in elements.named("button") if item.get("data-do") == "run"]
    assert len(runs) == sum(code.kind in ("answer", "demo") for code in page.codes)


@pytest.mark.parametrize("lesson", LESSONS)
def test_what_is_saved_is_what_was_released(lesson):
    """The header that the page does not show comes back, to the letter."""
    released = {cell["id"]: "".join(cell["source"]) for cell in notebook_cells(lesson)}
    for code in lesson_page(lesson).codes:
        if code.kind in ("answer", "demo"):
            assert code.head + code.source == released[code.id]
        else:
            assert code.source in released[code.id]


JUPYTER = re.compile(r"Double-clique|case Vérifier|Exécute (?:d’abord )?(?:la|les|cette) (?:\w+ )?case|■")


@pytest.mark.parametrize("lesson", LESSONS)
def test_nothing_speaks_of_jupyter(shown, lesson):
    words = re.sub("<[^>]*>", "", shown(lesson))
    assert JUPYTER.search(plain(words).replace("'", "’")) is None


def test_every_sentence_that_is_replaced_is_in_a_notebook():
    cells = [cell for lesson in LESSONS for cell in notebook_cells(lesson)]
    texts = ["".join(cell["source"]).replace("\u00a0", " ").replace("\u202f", " ") for cell in cells]
    for theirs, _ in SENTENCES:
        assert any(theirs in text for text in texts), theirs
    assert {cell["id"] for cell in cells} >= set(WHOLE_CELLS)


def test_a_sentence_is_replaced_and_its_neighbours_are_kept():
    said = for_this_page("explique", "Raconte.\n\nDouble-clique sur la case juste en dessous pour écrire.")
    assert said.startswith("Raconte.\n\nÉcris")


def test_a_notebook_with_unexpected_html_is_refused():
    with pytest.raises(ValueError, match="iframe"):
        prose("<iframe src='x'></iframe>")


def test_a_style_for_jupyter_is_left_out():
    assert prose('<aside class="aside" style="color: red"><b>Paire</b> · Deux.</aside>') == (
        '<aside class="aside"><b>Paire</b> Deux.</aside>'
    )


def test_the_pupils_own_code_is_there_without_javascript(shown, pupil):
    source = "# À toi de jouer\ndef entourer(prenom):\n    return '<b>' & prenom"
    Copy.objects.create(pupil=pupil, lesson=FIRST, version=1, cells={"entourer": {"source": source, "at": 1}})
    page = shown()
    assert "return &#x27;&lt;b&gt;&#x27; &amp; prenom" in page
    assert "return '<b>'" not in page


def test_a_script_in_a_pupils_code_does_not_end_the_pages_data(shown, pupil):
    source = "</script><script>alert(1)</script>"
    Copy.objects.create(pupil=pupil, lesson=FIRST, version=1, cells={"entourer": {"source": source, "at": 1}})
    assert source not in shown()


def test_a_closed_lesson_says_kindly_what_is_missing(pupil_client):
    response = pupil_client.get(reverse("pupil:lesson", args=(LESSONS[1],)))
    page = plain(response.content.decode())
    assert response.status_code == 403
    assert "Cette leçon t'attend" in page
    assert "il te faut encore" in page and "leçon 1" in page
    assert "def " not in page


def test_a_lesson_that_the_teacher_closed_says_so(pupil_client, classroom):
    Opening.objects.create(classroom=classroom, lesson=FIRST, is_open=False)
    response = pupil_client.get(reverse("pupil:lesson", args=(FIRST,)))
    assert response.status_code == 403
    assert "Ton professeur ne l'a pas encore ouverte" in plain(response.content.decode())


def test_a_lesson_that_does_not_exist_is_not_found(pupil_client):
    assert pupil_client.get(reverse("pupil:lesson", args=("99_nulle_part",))).status_code == 404


def test_nobody_reads_a_lesson_from_outside(client):
    response = client.get(reverse("pupil:lesson", args=(FIRST,)))
    assert response.status_code == 302
    assert response["Location"] == reverse("pupil:door")


def test_a_page_that_outlived_its_pupil_changes_nothing(pupil_client, make_pupil):
    """On a shared machine: Zoé's page is still open, and Malik has come in."""
    address = reverse("api:copy", args=(FIRST,))
    body = {"base": 0, "cells": {"entourer": "# Zoé"}}
    sent = {"data": json.dumps(body), "content_type": "application/json"}
    response = pupil_client.put(address, **sent, headers={"X-Tuto-Pupil": make_pupil("Malik").key})
    assert response.status_code == 401
    assert not Copy.objects.exists()


def test_a_given_cell_shows_its_purpose_in_its_title():
    given = {code.id: code for code in lesson_page(LESSONS[4]).codes if code.kind == "given"}
    assert plain(given["donnees-briques"].title) == "Tes fonctions des leçons 3 et 4, prêtes à servir"
    assert given["donnees-attention"].title == "La fonction etage_attention"
    assert isinstance(given["donnees-attention"], Code)
