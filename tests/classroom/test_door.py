"""The door: a class code and three secret words let a pupil in; wrong ones cost a little patience, never to others."""

from datetime import timedelta

import pytest
from django.contrib.auth import get_user_model
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from classroom.gates import patience
from classroom.gates.easy_words import WORDS
from classroom.gates.patience import Door, browser_door, crowd_doors, knock, network_of, seconds_left, welcome
from classroom.gates.secret_words import fragment_of, give_words, renew_words, words_of
from classroom.models import Classroom, Pupil, Refusal

pytestmark = pytest.mark.django_db

ROAD, DOOR = "/parcours/", "/"


@pytest.fixture(autouse=True)
def still(monkeypatch):
    """Time stands still, or a slow machine would let the waits end by themselves."""
    now = timezone.now()
    monkeypatch.setattr(timezone, "now", lambda: now)


@pytest.fixture
def lea(classroom) -> Pupil:
    pupil = Pupil(classroom=classroom, pseudonym="Léa")
    give_words(pupil)
    pupil.save()
    return pupil


def press_enter(client, code, *words):
    fields = dict(zip(("mot1", "mot2", "mot3"), words, strict=False))
    return client.post(DOOR, {"code": code, **fields})


def come_with_card(client, pupil):
    return press_enter(client, pupil.classroom.code, *words_of(pupil))


def come_wrong(client, times=1):
    client.get(DOOR)  # the page, and with it the browser's name
    for _ in range(times):
        response = press_enter(client, "LUNE", "tigre", "tigre", "tigre")
    return response


def minutes_later(count):
    Refusal.objects.update(last_at=timezone.now() - timedelta(minutes=count))


def test_the_right_words_lead_to_the_road(client, lea):
    assert come_with_card(client, lea).headers["Location"] == ROAD
    assert "Léa" in client.get(ROAD).text


def test_words_may_be_typed_in_one_field_without_care(client, lea):
    typed = " ".join(words_of(lea)).upper()
    assert press_enter(client, " lune", typed, "", "").headers["Location"] == ROAD


def test_the_page_of_a_card_holds_the_class_code_and_a_script_to_read_the_words(client, lea):
    page = client.get("/c/lune/").text
    assert 'value="LUNE"' in page
    assert "door.js" in page


def test_the_words_on_the_square_let_in_too(client, lea):
    """What follows `#` there, as door.js spreads it over the three fields."""
    assert press_enter(client, "LUNE", *fragment_of(words_of(lea)).split("-")).headers["Location"] == ROAD


def test_wrong_words_get_a_kind_sentence_and_keep_what_was_typed(client, lea):
    response = press_enter(client, "LUNE", "tigre", "<b>", "pomme")
    assert "Je ne reconnais pas ces mots. " in response.text.replace("</h3><p>", " ")
    assert 'value="tigre"' in response.text
    assert "<b>" not in response.text
    assert client.get(ROAD).headers["Location"] == DOOR


def test_nothing_typed_costs_nothing(client, lea):
    response = press_enter(client, "LUNE", "", "", "")
    assert "Il me manque" in response.text
    assert not Refusal.objects.exists()


def test_a_class_that_is_gone_is_said_kindly(client, lea):
    come_with_card(client, lea)
    lea.classroom.delete()
    assert client.get(ROAD).headers["Location"] == DOOR
    assert "Il faut entrer de nouveau." in client.get(DOOR).text
    assert "Je ne connais pas cette classe." in client.get("/c/LUNE/").text
    assert "Je ne connais pas cette classe." in press_enter(client, "LUNE", "tigre", "tigre", "tigre").text


def test_new_words_close_the_open_sessions(client, lea):
    come_with_card(client, lea)
    renew_words(lea)
    assert client.get(ROAD).headers["Location"] == DOOR
    assert come_with_card(Client(), lea).headers["Location"] == ROAD


def test_who_is_in_goes_straight_to_the_road(client, lea):
    come_with_card(client, lea)
    assert client.get(DOOR).headers["Location"] == ROAD


def test_on_a_shared_screen_the_next_card_may_come_in(client, lea, classroom):
    noe = Pupil(classroom=classroom, pseudonym="Noé")
    give_words(noe)
    noe.save()
    come_with_card(client, lea)
    assert "Continuer comme Léa" in client.get("/c/LUNE/").text
    come_with_card(client, noe)
    assert "Bonjour Noé" in client.get(ROAD).text


def test_coming_in_changes_the_session_key(client, lea):
    session = client.session
    session["seen"] = True
    session.save()
    before = session.session_key
    come_with_card(client, lea)
    assert client.session.session_key != before


def test_leaving_closes_the_session_and_puts_the_hand_down(client, lea):
    come_with_card(client, lea)
    Pupil.objects.update(raised_at=timezone.now())
    assert client.get(reverse("pupil:leave")).status_code == 405
    assert client.post(reverse("pupil:leave")).headers["Location"] == DOOR
    assert client.get(ROAD).headers["Location"] == DOOR
    assert Pupil.objects.get(key=lea.key).raised_at is None


def test_the_form_needs_its_token(lea):
    assert come_with_card(Client(enforce_csrf_checks=True), lea).status_code == 403


def test_five_slips_cost_nothing(client, lea):
    come_wrong(client, times=5)
    minutes_later(0.05)  # the two seconds a child needs at least
    assert come_with_card(client, lea).headers["Location"] == ROAD


def test_who_plays_at_guessing_waits_and_is_told_how_long(client, lea):
    come_wrong(client, times=5)
    response = come_wrong(client, times=1)
    assert response.status_code == 429
    assert "Tu pourras réessayer dans 2&nbsp;secondes" in response.text
    assert come_with_card(client, lea).status_code == 429  # even the right words: a guesser would see them


def test_one_pupils_mischief_does_not_keep_the_neighbours_out(client, lea):
    """Both behind the same address, in the same class."""
    come_wrong(client, times=12)
    neighbour = Client()
    neighbour.get(DOOR)
    assert come_with_card(neighbour, lea).headers["Location"] == ROAD


def test_a_whole_class_may_slip_at_once_behind_one_address(lea):
    for _ in range(30):
        assert come_wrong(Client(), times=2).status_code == 200
    newcomer = Client()
    assert come_with_card(newcomer, lea).headers["Location"] == ROAD


def test_a_program_without_cookies_is_slowed_down(lea):
    answers = [press_enter(Client(), "LUNE", f"mot{number}").status_code for number in range(100)]
    assert answers.count(429) > 10


def test_a_flood_from_next_door_does_not_keep_out_those_who_already_came(client, lea):
    come_with_card(client, lea)
    client.post(reverse("pupil:leave"))
    for number in range(100):
        press_enter(Client(), "LUNE", f"mot{number}")
    assert press_enter(Client(), "LUNE", "tigre").status_code == 429
    assert come_with_card(client, lea).headers["Location"] == ROAD


def test_coming_in_again_does_not_wipe_the_slate(lea):
    """A pupil who guesses a neighbour's words cannot start afresh with their own."""
    for _ in range(6):
        browser = Client()
        browser.get(DOOR)
        come_with_card(browser, lea)
        response = press_enter(browser, "LUNE", "tigre")
    assert response.status_code == 429


def test_a_made_up_browser_name_is_not_believed(client, lea):
    client.cookies["tuto_porte"] = "eleve:whoever"
    for number in range(100):
        response = press_enter(client, "LUNE", f"mot{number}")
        client.cookies["tuto_porte"] = f"eleve:whoever{number}"
    assert response.status_code == 429


def test_waits_grow_and_stop_growing():
    now = timezone.now()
    waits = [seconds_left(Door("x"), Refusal(count=count, last_at=now), now) for count in (4, 5, 6, 7, 9, 10, 50)]
    assert waits == [0, 2, 4, 8, 32, 60, 60]


def test_nothing_is_counted_during_a_wait():
    door = Door("x", free=1)
    assert knock([door]) == 0
    assert knock([door]) == 2
    assert knock([door]) == 2
    assert Refusal.objects.get().count == 1


def test_slips_are_forgotten_little_by_little():
    doors = [Door("x", free=3)]
    for _ in range(3):
        knock(doors)
    assert knock(doors) > 0
    minutes_later(5)
    assert knock(doors) == 0
    minutes_later(60 * 25)
    knock([Door("y")])
    assert not Refusal.objects.filter(door="x").exists()


def test_a_right_try_was_none():
    knock([Door("x")])
    knock([Door("x")])
    welcome([Door("x")])
    assert Refusal.objects.get().count == 1


def test_one_machine_cannot_hide_behind_its_many_ipv6_addresses():
    assert network_of("2001:db8::1") == network_of("2001:db8::ffff:2")
    assert network_of("2001:db8::1") != network_of("2001:db8:0:1::1")
    assert network_of("::ffff:192.168.1.2") == "192.168.1.2"


def test_door_names_fit_in_the_database():
    names = [browser_door("eleve:" + "x" * 16).name, *(door.name for door in crowd_doors("2001:db8::1", "LUNE" * 9))]
    assert max(map(len, names)) <= Refusal._meta.get_field("door").max_length


def test_alone_at_home_there_is_no_door(client, settings):
    settings.SOLO = True
    assert client.get(DOOR).headers["Location"] == ROAD
    assert client.get(ROAD).status_code == 200
    client.get(DOOR)
    assert Pupil.objects.count() == Classroom.objects.count() == 1
    assert not get_user_model().objects.get().has_usable_password()


def test_reading_larger_is_kept_by_the_browser(client, lea):
    come_with_card(client, lea)
    client.post(reverse("pupil:reading"), headers={"accept": "text/html", "referer": "http://testserver/badges/"})
    assert 'data-reading="airy"' in client.get(ROAD).text
    client.post(reverse("pupil:reading"), headers={"accept": "text/html"})
    assert "data-reading" not in client.get(ROAD).text


def test_reading_goes_back_to_our_own_pages_only(client):
    def back_to(referer):
        headers = {"accept": "text/html", "referer": referer}
        return client.post(reverse("pupil:reading"), headers=headers).headers["Location"]

    assert back_to("http://testserver/badges/") == "http://testserver/badges/"
    assert back_to("http://evil.example/badges/") == ROAD


def test_the_doors_docstring_counts_the_cards_rightly():
    assert f"{len(WORDS)} ** 3" in patience.__doc__
