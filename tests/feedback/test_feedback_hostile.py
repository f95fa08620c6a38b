"""Whatever a pupil writes or is called, a page shows it as text: it never becomes markup, a request or a script."""

import base64
import hashlib
import re
from dataclasses import replace

import pytest

from autograder.exercise import Outcome
from autograder.report import Counterexample, Failure
from tests.feedback.demo_class import BY_MAX, LESSON_1, cake_by_max, pupil_of_everything, report, reports, with_verdict

HOSTILE = (
    "<script>alert(1)</script>",
    "</script></style></title></textarea><img src=x onerror=alert(1)>",
    '" onmouseover="alert(1)" x=\'',
    "']]>--><svg onload=alert(1)>",
    "{{ 7 * 7 }}{% include '/etc/passwd' %}",
    "&lt;script&gt;&#60;script&#62;",
    "javascript:alert(1)",
    "`<b>` and `</code><script>`",
)
UNSEEN = "a\u202eb\u2066c\x00d\x1be\u200bf\ud800g"
SHOWN_TAGS = frozenset(
    "html head meta title style body svg symbol path circle g use image rect line text header span b bdi main section "
    "div h1 h2 h3 p ul ol li small nav a article table thead tbody tr th td code pre mark details summary blockquote "
    "aside dl dt dd".split()
)


def everywhere(text: str):
    """One report with `text` in every place where someone else's words can be."""
    made = with_verdict(
        report("Léa", "p-wrtgpww"),
        "compter_paires",
        message=text,
        code=f"x = 1\n{text}\n",
        counterexample=Counterexample(text, text, text),
        line=2,
    )
    return replace(made, pupil=text, notebook=text, notes=(text,), free_texts=((LESSON_1.free_texts[0], text),))


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_words_stay_words(pupil_page, class_page, text):
    pages = (pupil_page(everywhere(text)), class_page([everywhere(text)], [Failure(text, text, text)]))
    for page in pages:
        assert set(page.tags) <= SHOWN_TAGS
        assert not [name for name in (attribute[1] for attribute in page.attributes) if name.startswith("on")]
        assert text.replace("`", "") in page.text


@pytest.mark.parametrize("text", [text for text in HOSTILE if "`" not in text])
def test_hostile_words_leave_the_page_as_it_is(pupil_page, text):
    """The same tags, in the same order, with the same attributes as for harmless words (code apart, it is coloured)."""

    def skeleton(words):
        page = pupil_page(with_verdict(everywhere(words), "compter_paires", code=""))
        return page.tags, [(tag, name) for tag, name, _ in page.attributes]

    assert skeleton(text) == skeleton("bonjour")


def test_hostile_names_stay_inside_their_attribute(class_page):
    page = class_page([replace(cake_by_max(report("x", "pppwppppp")), pupil='"><script>alert(1)</script>')])
    assert any('"><script>' in title for title in page.values("title"))
    assert "script" not in page.tags


def test_hidden_characters_are_removed(pupil_page, class_page):
    for page in (pupil_page(everywhere(UNSEEN)), class_page([everywhere(UNSEEN)], [Failure(UNSEEN, UNSEEN, UNSEEN)])):
        assert not re.search("[\x00-\x08\x1b\u200b\u202a-\u202e\u2066-\u2069]", page.html)
        assert "abcdef\ufffdg" in page.text


def test_backticks_become_code_and_nothing_else_does(pupil_page):
    page = pupil_page(
        with_verdict(report("a", "w--------"), "entourer", message="Écris `a<b` ; *pas* <i>ici</i>", code="")
    )
    assert "<code>a&lt;b</code>" in page.html
    assert "*pas* <i>ici</i>" in page.text
    assert "i" not in page.tags


def test_pages_ask_for_nothing_and_run_nothing(pupil_page, class_page):
    for page in (pupil_page(pupil_of_everything()), class_page(reports())):
        assert not {"script", "link", "iframe", "object", "embed", "base", "form", "audio", "video"} & set(page.tags)
        for name in ("src", "href", "srcset", "action", "data", "background", "poster"):
            for value in page.values(name):
                assert re.fullmatch(r"#[\w-]+|data:image/svg\+xml;base64,[\w+/=]+|[\w-]+/[\w-]+\.html", value)
        assert not page.values("style")
        css = "".join(page.styles)
        assert css and not re.search(r"@import|url\((?!#)|://", css)


def test_the_policy_allows_this_style_sheet_only(pupil_page):
    page = pupil_page(report("a", "p--------"))
    policy = next(value for value in page.values("content") if "default-src" in value)
    digest = base64.b64encode(hashlib.sha256("".join(page.styles).encode()).digest()).decode()
    assert policy.startswith("default-src 'none'; ")
    assert f"style-src 'sha256-{digest}'" in policy
    assert "unsafe" not in policy


def test_teacher_s_words_are_escaped_too(class_page):
    wrong = replace(BY_MAX, group="écrivent <b>", say="Dites </p> `x`")
    lesson = replace(
        LESSON_1,
        exercises=tuple(
            replace(item, misconceptions=(wrong,)) if item.name == "probabilites" else item
            for item in LESSON_1.exercises
        ),
    )
    page = class_page([replace(cake_by_max(report("a", "pppwppppp")), lesson=lesson)])
    assert "script" not in page.tags and page.tags.count("b") == class_page(
        [cake_by_max(report("a", "pppwppppp"))]
    ).tags.count("b")


def test_every_outcome_survives_hostile_words(pupil_page):
    for outcome in Outcome:
        made = with_verdict(report("a", "---------"), "paires", outcome=outcome, message=HOSTILE[1], code=HOSTILE[1])
        assert set(pupil_page(made).tags) <= SHOWN_TAGS
