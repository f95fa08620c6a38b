"""The cards, and the address written on them."""

import doctest
import re

import pytest
import segno

from classroom.gates.secret_words import fragment_of, words_of
from classroom.roster import cards
from classroom.roster.cards import PER_SHEET, sheets, square_of
from classroom.roster.enrolment import enrol
from classroom.serving import addresses
from classroom.serving.addresses import is_reachable, lan_addresses

pytestmark = pytest.mark.django_db


def dark_modules(path):
    """The modules an SVG path of runs covers."""
    found = set()
    for x, y, width in re.findall(r"M(\d+) (\d+)h(\d+)v1h-\3z", path):
        found |= {(int(x) + step, int(y)) for step in range(int(width))}
    return found


@pytest.mark.parametrize("text", ["LUNE", "http://192.168.1.20:8000/c/LUNE/#tigre-violet-pomme"])
def test_the_square_is_segnos(text):
    matrix = segno.make(text, error="m", micro=False).matrix
    square = square_of(text)
    assert square.size == len(matrix)
    assert dark_modules(square.path) == {(x, y) for y, row in enumerate(matrix) for x, dark in enumerate(row) if dark}


def test_the_examples_in_the_documentation_hold():
    assert doctest.testmod(cards).failed == 0


def test_a_card_brings_its_pupil_to_the_door_of_the_class(classroom):
    (zoe,) = enrol(classroom, ["Zoé"])
    ((card,),) = sheets([zoe], "http://192.168.1.20:8000")
    address = f"http://192.168.1.20:8000/c/LUNE/#{fragment_of(words_of(zoe))}"
    assert card.words == words_of(zoe)
    assert card.square == square_of(address)


def test_cards_are_in_alphabetical_order_ten_a_sheet(classroom):
    pupils = enrol(classroom, ["Zoé", "Élise", "Emma", "Elif", *(f"Tom {chr(97 + n)}" for n in range(20))])
    made = sheets(pupils, "http://x")
    assert [len(sheet) for sheet in made] == [PER_SHEET, PER_SHEET, 4]
    assert [card.pupil.pseudonym for card in made[0][:4]] == ["Elif", "Élise", "Emma", "Tom a"]


def test_the_page_shows_every_name_its_words_and_the_code(teacher_client, classroom):
    pupils = enrol(classroom, ["Zoé", "Léa", "Tom"])
    page = teacher_client.get("/prof/classe/LUNE/cartes/").text
    for pupil in pupils:
        assert f">{pupil.pseudonym}<" in page
        assert "\u00a0· ".join(words_of(pupil)) in page
    assert page.count("<i>L</i><i>U</i><i>N</i><i>E</i>") == 3
    assert 'style="' not in page


def test_a_class_without_pupils_says_what_to_do(teacher_client, classroom):
    assert "inscrivez une liste" in teacher_client.get("/prof/classe/LUNE/cartes/").text


def test_one_card_can_be_printed_alone(teacher_client, classroom):
    zoe, lea = enrol(classroom, ["Zoé", "Léa"])
    page = teacher_client.get(f"/prof/eleve/{zoe.key}/carte/").text
    assert ">Zoé<" in page
    assert words_of(lea)[0] not in page


@pytest.mark.parametrize(
    ("host", "shown"),
    [
        ("192.168.7.3:8000", "192.168.7.3:8000"),
        ("salle-12.local", "salle-12.local"),
        ("localhost:8000", "10.1.2.3:8000"),
        ("127.0.0.1:9000", "10.1.2.3:9000"),
        ("[::1]:9000", "10.1.2.3:9000"),
    ],
)
def test_the_address_is_one_that_pupils_can_reach(teacher_client, classroom, monkeypatch, host, shown):
    monkeypatch.setattr(addresses, "lan_addresses", lambda: ("10.1.2.3", "10.9.9.9"))
    enrol(classroom, ["Zoé"])
    page = teacher_client.get("/prof/classe/LUNE/cartes/", headers={"host": host})
    assert page.context["address"] == shown


def test_without_a_network_the_teachers_own_address_is_shown(teacher_client, classroom, monkeypatch):
    monkeypatch.setattr(addresses, "lan_addresses", lambda: ())
    page = teacher_client.get("/prof/classe/LUNE/cartes/", headers={"host": "localhost:8000"})
    assert page.context["address"] == "localhost:8000"


def test_the_address_the_server_was_told_comes_first(teacher_client, classroom, monkeypatch):
    monkeypatch.setenv("TUTO_ADDRESS", "http://classe.local:8000/")
    page = teacher_client.get("/prof/classe/LUNE/cartes/", headers={"host": "192.168.7.3"})
    assert page.context["address"] == "classe.local:8000"


def test_no_address_that_only_this_machine_knows_is_proposed():
    assert all(is_reachable(address) for address in lan_addresses())
    assert not any(map(is_reachable, ("127.0.0.1", "127.0.1.1", "169.254.3.4", "0.0.0.0")))
