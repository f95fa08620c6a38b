"""What a pupil reads."""

from dataclasses import replace

import pytest

from autograder.feedback import phrases
from autograder.feedback.listing import MAX_LINES, MAX_WIDTH, listing
from tests.feedback.demo_class import (
    LESSON_1,
    LESSON_2,
    SIGNS,
    Outcome,
    cake_by_max,
    pupil_of_everything,
    report,
    with_verdict,
)

NARROW, NO_BREAK = "\u202f", "\u00a0"


@pytest.mark.parametrize("outcome", Outcome)
def test_every_outcome_has_its_sign_its_word_and_a_sentence(pupil_page, outcome):
    made = with_verdict(report("lea", "---------"), "entourer", outcome=outcome, message="")
    page, state = pupil_page(made), phrases.STATES[outcome]
    assert state.word in page.plain
    assert state.otherwise.replace("`", "") in page.plain
    assert f"#{state.sign}" in page.values("href")


def test_outcomes_do_not_share_a_sign_or_a_word():
    assert set(phrases.STATES) == set(Outcome)
    assert len({state.sign for state in phrases.STATES.values()}) == len(Outcome)
    assert len({state.word for state in phrases.STATES.values()}) == len(Outcome)


def test_no_hard_word_is_ever_said(pupil_page):
    for signs in ("---------", "ppppppppp", "rtgwrtgwr"):
        words = pupil_page(report("lea", signs)).plain.lower()
        assert not [hard for hard in (" faux", "échec", "erreur fatale", "échoué") if hard in words]


def test_our_fault_is_never_the_pupil_s(pupil_page):
    silent = with_verdict(report("lea", "g--------"), "entourer", message="Le bac à sable est tombé.")
    assert "Ce n’est pas ta faute." in pupil_page(silent).plain
    told = with_verdict(silent, "entourer", message="Un souci : ce n'est pas ta faute.")
    assert pupil_page(told).plain.count("pas ta faute") == 1


def test_message_example_line_and_hints_help_with_a_mistake(pupil_page):
    page = pupil_page(cake_by_max(report("lea", "pppw-----")))
    for words in ("Presque !", "divise par la somme", "Pour", "tu donnes", "on attend", "regarde la ligne 2"):
        assert words in page.plain
    assert '{"a": 0.5, "b": 0.5}' in page.plain
    for rung in phrases.HINT_NAMES:
        assert rung in page.plain
    assert page.html.count('<mark class="l look">') == 1


def test_presque_is_not_said_twice(pupil_page):
    made = with_verdict(report("lea", "w--------"), "entourer", message="Presque ! Regarde les espaces.")
    assert pupil_page(made).plain.count("Presque !") == 1


def test_code_is_open_only_while_something_is_to_change(pupil_page):
    page = pupil_page(report("lea", "pw-------"))
    assert page.html.count('<details class="cell">') == 1
    assert page.html.count('<details class="cell" open>') == len(LESSON_1.items) - 1


def test_a_right_answer_needs_no_hint(pupil_page):
    assert phrases.HINTS_TITLE not in pupil_page(report("lea", "ppppppppp")).plain
    assert phrases.HINT_NAMES[0] not in pupil_page(report("lea", "ggggggggg")).plain


def test_exercises_and_questions_are_numbered(pupil_page):
    words = pupil_page(pupil_of_everything()).plain
    for heading in ("1.1 Le point du début", "1.7 Inventer un prénom", "Quiz 1", "Quiz 2"):
        assert heading in words


def test_a_missed_question_keeps_its_answer_secret(pupil_page):
    page = pupil_page(with_verdict(report("lea", "pppppppwp"), "quiz_1", message="Il a un vrai rôle."))
    assert "À dire où le prénom commence" in page.plain
    assert "SECRET-RAISON" not in page.html


def test_free_text_is_shown_and_will_be_read(pupil_page):
    question = LESSON_1.free_texts[0]
    page = pupil_page(replace(report("lea", "p--------"), free_texts=((question, "Un gâteau\nà partager."),)))
    assert "Un gâteau\nà partager." in page.text and phrases.FREE_TEXT_READ in page.plain
    empty = pupil_page(replace(report("lea", "p--------"), free_texts=((question, " \n"),)))
    assert phrases.FREE_TEXT_EMPTY in empty.plain and phrases.FREE_TEXT_READ not in empty.plain


def test_notes_are_shown(pupil_page):
    page = pupil_page(replace(report("lea", "p--------"), notes=("Ta case `paires` est là deux fois.",)))
    assert "Ta case paires est là deux fois." in page.plain


def test_earned_badges_come_first_and_those_to_earn_are_grey(pupil_page):
    page = pupil_page(report("lea", "--pppp---"))
    assert page.plain.index("Badge gagné : « Compteur de bigrammes »") < page.plain.index("Je sais changer")
    shelf = page.html[page.html.index('id="badges"') :]
    assert shelf.count('class="badge"') == 3 and shelf.count('class="badge todo"') == 4
    one = pupil_page(report("lea", "----p----")).html
    shelf = one[one.index('id="badges"') :]
    assert shelf.index("Inventeur du T9") < shelf.index("Compteur de bigrammes") < shelf.index("Chasseur")


def test_a_drawing_is_in_the_page_once_and_a_missing_one_is_replaced(pupil_page):
    page = pupil_page(report("lea", "ppppppppp"))
    pictures = [value for value in page.values("href") if value.startswith("data:")]
    assert len(pictures) == 6  # seven badges, one drawing missing
    assert page.values("href").count("#badge") == 1
    assert page.values("href").count("#badge-1") == 2


def test_the_lesson_s_badge_is_won_with_the_points_that_open_the_next_one(pupil_page):
    won = "Badge gagné : « Boule de cristal » Je sais construire un modèle."
    below, reached = pupil_page(report("lea", "-pp---ppw")), pupil_page(report("lea", "-pp---ppp"))
    assert won not in below.plain and "Termine la leçon 1. Leçon 1" in below.plain
    assert reached.plain.index(won) < reached.plain.index("1.1 Le point du début")
    assert "Boule de cristal Je sais construire un modèle. gagné" in reached.plain
    assert "2 sur 4 badges gagnés" in reached.plain


def test_bonuses_do_not_win_the_lesson_s_badge(pupil_page):
    assert "Badge gagné : « Boule de cristal »" not in pupil_page(report("lea", "-pp-pp-pp")).plain


def test_badges_of_earlier_lessons_are_not_called_to_earn(pupil_page):
    words = pupil_page(report("lea", "--", LESSON_2)).plain
    assert "Chasseur d’erreurs" in words and "Inventeur du T9" not in words


def test_french_spaces_are_never_breakable(pupil_page):
    page = pupil_page(pupil_of_everything())
    outside_code = "".join(page.pieces).replace('"a": ', "").replace('"b": ', "").replace("(compte):", "")
    assert f"Bonjour Léa{NARROW}!" in page.text
    assert f"5 points pour ouvrir la leçon 2{NO_BREAK}:" in page.text
    assert not [sign for sign in (" :", " !", " ?", " ;", "« ", " »") if sign in outside_code]


def test_the_page_can_be_printed_on_a4(pupil_page):
    css = "".join(pupil_page(report("lea", "w--------")).styles)
    assert "@media print" in css and "size: A4" in css and "break-inside: avoid" in css


@pytest.mark.parametrize("name", ["", "x" * 300, "Léa\nTom", "🙂", "عبد الله"])
def test_any_name_can_be_greeted(pupil_page, name):
    page = pupil_page(report(name, "p--------"))
    assert " ".join(f"Bonjour {name}".split()) in page.plain


def test_an_empty_notebook_is_told_kindly(pupil_page):
    page = pupil_page(replace(report("lea", "ppppppppp"), verdicts=(), unlocked=None))
    assert phrases.NOTHING_GRADED in page.plain


def test_forty_exercises_and_an_unknown_one(pupil_page):
    made = report("lea", "ppppppppp")
    many = tuple(replace(made.verdicts[rank % 9], name=f"inconnu_{rank}") for rank in range(40))
    page = pupil_page(replace(made, verdicts=many))
    assert page.html.count("<article") == 40 and "inconnu_39" in page.plain


def test_code_lines_are_those_of_python():
    """A form feed or a line separator ends no line for Python, so it must not move the numbers."""
    code = listing("a = 1\x0c\u2028b\r\nc\rd\n\n", look=2)
    assert [line.look for line in code.lines] == [False, True, False]


def test_code_is_coloured_as_text():
    html = str(listing("def f(x):  # <b>\n    return '<i>' + ____").lines[0].html)
    assert html == ('<span class="k">def</span> <span class="f">f</span>(x):  <span class="c"># &lt;b&gt;</span>')
    second = str(listing("    return '<i>' + ____").lines[0].html)
    assert '<span class="s">&#39;&lt;i&gt;&#39;</span>' in second and '<span class="blank">____</span>' in second


def test_endless_code_is_cut_and_says_so(pupil_page):
    endless = "x" * (MAX_WIDTH * 5) + "\n" * (MAX_LINES * 2) + "y"
    made = with_verdict(report("lea", "w--------"), "entourer", code=endless, line=MAX_LINES + 5)
    page = pupil_page(made)
    assert phrases.CODE_IS_LONG in page.plain
    assert page.text.count("x" * MAX_WIDTH) == 1 and "look" not in page.classes


def test_all_signs_of_the_demo_are_outcomes():
    assert set(SIGNS.values()) == set(Outcome)
