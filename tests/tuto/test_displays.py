"""Every display has a text and a page, and the page survives a notebook that is not trusted."""

import base64
import re
import types
from xml.etree import ElementTree

import pytest

import tuto
from tests.tuto.conftest import plain
from tests.tuto.sanitizer import removed_from
from tuto import affichage
from tuto.barres_et_courbes import curve_svg, sparkline, ticks
from tuto.cartes_et_grilles import keep_apart

DISPLAYS = {
    "carte": lambda: tuto.carte("pense", "Presque !", "Regarde `total`.", ("Pour", "f(<1>)")),
    "barres": lambda: tuto.barres({"a": 0.5, "<b>": 0.5}, "a", titre="Après m"),
    "barres_comptes": lambda: tuto.barres({letter: n for n, letter in enumerate("abcdefghijklm")}),
    "courbe": lambda: tuto.courbe(
        [3.3, float("nan"), 2.5, float("inf"), 2.0], titre="Ta perte", reperes={"hasard": 3.3}
    ),
    "courbe_un_point": lambda: tuto.courbe([2.0]),
    "courbe_plate": lambda: tuto.courbe([2.0, 2.0, 2.0]),
    "courbes": lambda: tuto.courbe({"0,1": [3.0, 2.0], "<1>": [3.0, 9.0]}),
    "grille": lambda: tuto.grille("ch", "ch", [[1, None], [0.25, float("-inf")]], titre="Qui écoute qui ?"),
    "carte_2d": lambda: tuto.carte_2d({"a": (0.0, 1.0), "b": (0.0, 1.0), ".": (2, 3)}, {"voyelles": "a"}, "Carte"),
    "prenoms_cles": lambda: tuto.prenoms_cles(["lea", "zo<a"], ["lea"]),
    "dessins": lambda: tuto.dessins('<svg viewBox="0 0 1 1"><path d="M0 0"/></svg>', "un point"),
    "entraine": lambda: tuto.entraine(lambda turn: 3 - turn / 10, 5, titre="Mon modèle"),
    "touche": lambda: tuto.affiche(".", tuto.cadre(tuto.touche(".") + tuto.touche("a", 40, "#e3ebff"))),
}


@pytest.mark.parametrize("name", DISPLAYS)
def test_a_page_keeps_everything_where_the_notebook_is_not_trusted(name, pages, monkeypatch):
    monkeypatch.setattr("tuto.entrainement.jupyter", lambda: True)
    DISPLAYS[name]()
    assert pages
    for page in pages:
        assert removed_from(page) == []


@pytest.mark.parametrize("name", DISPLAYS)
def test_every_picture_is_well_formed(name, pages, monkeypatch):
    monkeypatch.setattr("tuto.entrainement.jupyter", lambda: True)
    DISPLAYS[name]()
    for page in pages:
        for data in re.findall(r"base64,([^\"]+)", page):
            svg = ElementTree.fromstring(base64.b64decode(data))
            assert svg.tag == "{http://www.w3.org/2000/svg}svg"
            numbers = [float(n) for n in re.findall(r' [xy]="([^"]+)"', base64.b64decode(data).decode())]
            assert all(-100 <= n <= 1000 for n in numbers)


@pytest.mark.parametrize("name", DISPLAYS)
def test_without_jupyter_it_is_text(name, capsys):
    DISPLAYS[name]()
    said = capsys.readouterr().out
    assert said.strip()
    assert "<div" not in said and "base64" not in said


def test_the_sanitizer_of_these_tests_can_say_no():
    assert removed_from("<script>1</script>")
    assert removed_from('<img src="http://x/y.png">')
    assert removed_from('<div onclick="x">a</div>')
    assert removed_from('<div style="position: fixed">a</div>')
    assert removed_from("<div><b>a</div>")


def test_point_says_a_thing_once_in_a_cell_and_again_in_the_next(pages, monkeypatch):
    cell = types.SimpleNamespace(execution_count=1)
    monkeypatch.setattr(affichage, "jupyter", lambda: cell)
    for number in (1, 1, 2):
        cell.execution_count = number
        tuto.carte("pense", "Il manque encore une pièce.")
        tuto.carte("pense", "Il manque encore une pièce.", "La deuxième.")
        tuto.carte("bravo", "Oui !")
    assert len(pages) == 3 + 1 + 3


def test_words_of_the_pupil_are_escaped(pages):
    tuto.carte("info", "<i>titre</i>", "<i>ligne</i>", ("<i>", "<i>code</i>"))
    assert "<i>" not in pages[0]


def test_a_card_speaks_french(capsys):
    tuto.carte("bravo", "C'est juste !", "Voilà : c'est « oui » ?")
    assert capsys.readouterr().out == "C’est juste\u202f!\n  Voilà\u00a0: c’est «\u00a0oui\u00a0»\u202f?\n"


def test_code_in_a_sentence_keeps_its_own_signs(pages):
    tuto.carte("info", "Regarde", "Écris `a : 'b' ?` ici.")
    assert "a : 'b' ?" in pages[0]


@pytest.mark.parametrize(
    "nothing",
    [
        lambda: tuto.barres({"a": "b"}),
        lambda: tuto.barres([1, 2]),
        lambda: tuto.courbe([]),
        lambda: tuto.courbe(None),
        lambda: tuto.courbe(["a"]),
        lambda: tuto.grille("ab", "ab", [[1, 2]]),
        lambda: tuto.grille("ab", "ab", None),
        lambda: tuto.carte_2d({}),
        lambda: tuto.carte_2d(None),
        lambda: tuto.carte_2d({"a": (float("nan"), 1)}),
        lambda: tuto.prenoms_cles([]),
    ],
)
def test_what_cannot_be_drawn_gets_a_kind_word(nothing, capsys):
    nothing()
    assert len(capsys.readouterr().out.splitlines()) == 2


def test_nothing_to_draw_yet_is_silent_for_bars(capsys):
    """Another card has already said what is missing."""
    tuto.barres(None)
    assert capsys.readouterr().out == ""


def test_bars_say_when_the_shares_are_not_one_cake(capsys):
    tuto.barres({"a": 1.0, "b": 0.5})
    assert "1,50 gâteau. Il en faut 1 tout juste." in capsys.readouterr().out


@pytest.mark.parametrize(
    ("shares", "said"),
    [
        ([1 / 27] * 27, "(et 17 de plus, à égalité)"),
        ([0.1] * 8 + [0.02] * 4, "(et 2 de plus, à égalité)"),
        ([0.1] * 8 + [0.05, 0.02, 0.02, 0.01], "(et 2 de plus)"),
        ([*range(12, 0, -1)], "(et 2 de plus, encore plus rares)"),
    ],
)
def test_bars_left_out_are_rarer_only_when_they_are(shares, said, capsys):
    tuto.barres({chr(97 + rank): share for rank, share in enumerate(shares)})
    assert said in plain(capsys.readouterr().out)


def test_bars_of_anything_but_letters_speak_of_no_cake(capsys):
    tuto.barres({"hasard": 3.3, "ton modèle": 2.4})
    assert "gâteau" not in capsys.readouterr().out


def test_a_bet_is_shown(capsys):
    tuto.barres({"a": 2, "b": 1}, "b")
    assert "b ████████████ 1 fois  ← ton pari" in capsys.readouterr().out


def test_a_curve_in_text_falls(capsys):
    tuto.courbe([3.0, 2.0, 1.0], reperes={"hasard": 3.3})
    assert "█▅▁ 3,00 → 1,00" in capsys.readouterr().out.replace("▄", "▅")


def texts_of(svg):
    """(words, left, right, baseline) of each text, from its anchor and a generous width."""
    found = []
    for text in ElementTree.fromstring(svg).iter("{http://www.w3.org/2000/svg}text"):
        wide, x = 8.0 * len(text.text), float(text.get("x"))
        left = x - wide * {"start": 0, "middle": 0.5, "end": 1}[text.get("text-anchor")]
        found.append((text.text, left, left + wide, float(text.get("y"))))
    return found


def drawn(values, levels, y="perte"):
    return curve_svg({"": values}, "tours", y, levels).replace("<svg", '<svg xmlns="http://www.w3.org/2000/svg"', 1)


@pytest.mark.parametrize("values", [[1.0, 0.2], [3.3, 2.2], [4403.0, 1200.0], [0.17, 1.0]])
def test_the_name_of_y_never_covers_a_number(values):
    heights = {words: baseline for words, _, right, baseline in texts_of(drawn(values, {})) if right < 60}
    name = heights.pop("perte")
    assert len(heights) >= 2
    assert min(heights.values()) - 14 > name


def test_the_name_of_a_level_keeps_away_from_the_end_of_the_curve_and_lies_under_it():
    falling = [3.3 - 1.1 * (1 - 0.95**turn) for turn in range(300)]
    svg = drawn(falling, {"comptage": 2.2})
    assert svg.index("comptage") < svg.index("<circle")
    assert next(right for words, _, right, _ in texts_of(svg) if "comptage" in words) < 320


def test_two_levels_close_to_each_other_are_both_read():
    svg = drawn([3.0 - 0.01 * turn for turn in range(100)], {"comptage": 2.20, "ta leçon 2": 2.22})
    (one, *a), (other, *b) = [text for text in texts_of(svg) if "2,2" in text[0]]
    assert one != other
    assert a[1] < b[0] or b[1] < a[0] or abs(a[2] - b[2]) > 14


def test_a_long_series_fits_in_one_line():
    assert len(sparkline([1.0, 2.0] * 5000)) == 32


def test_ticks_are_round_and_inside():
    assert [round(tick, 6) for tick in ticks(1.9, 3.4)] == [2.0, 2.5, 3.0]


def test_letters_at_the_same_place_are_all_read():
    places = [[10.0, 10.0], [10.0, 10.0], [11.0, 10.0]]
    keep_apart(places, 8)
    gaps = [abs(a[0] - b[0]) + abs(a[1] - b[1]) for i, a in enumerate(places) for b in places[:i]]
    assert min(gaps) > 4


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("emma", '"emma"'),
        ("l'ami", '"l\'ami"'),
        ('dit "oui"', "'dit \"oui\"'"),
        ([("a", 1)], '[("a", 1)]'),
        ((1,), "(1,)"),
        ({"a": 1 / 3}, '{"a": 0.3333}'),
        (None, "None"),
        ([], "[]"),
        (len, "len"),
    ],
)
def test_a_value_is_written_as_a_pupil_types_it(value, text):
    assert tuto.ecrit(value) == text


def test_a_long_value_is_cut():
    assert len(tuto.ecrit(list(range(1000)))) <= 160


def test_numbers_have_a_comma():
    assert [tuto.virgule(x) for x in (0.5, 3.2958, 7, float("inf"))] == ["0,50", "3,30", "7", "∞"]
    assert [tuto.virgule(x) for x in (1328, 12345.678)] == ["1\u202f328", "12\u202f345,68"]


def test_the_same_sentence_in_french_everywhere():
    """The kit's typography is the grader's."""
    from autograder.typography import french
    from tuto.typographie import french as ours

    for sentence in ("Presque ! L'un : « a » ; 5 % ?", "`a : b` : c'est `d ?`"):
        assert ours(sentence) == french(sentence)


def test_the_lesson_page_gets_the_displays_when_it_lends_its_hand(monkeypatch):
    """In the browser, the class's page lends a module named tuto_page."""
    import sys

    shown = []
    page = types.ModuleType("tuto_page")
    page.show = lambda *given: shown.append(given)
    monkeypatch.setitem(sys.modules, "tuto_page", page)
    monkeypatch.setattr(affichage.sys, "platform", "emscripten")
    tuto.affiche("texte", "<b>page</b>")
    assert shown == [("texte", "<b>page</b>", "", False)]
