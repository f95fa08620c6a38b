"""Coming in with a name and a password."""

import pytest
from django.test import Client
from django.utils import timezone

from classroom.models import Refusal

pytestmark = pytest.mark.django_db
PASSWORD = "une longue phrase de passe"  # the fixture's


def sign_in(client, name="mme.martin", password=PASSWORD, following=""):
    return client.post("/prof/connexion/", {"name": name, "password": password, "suite": following})


def test_the_right_password_opens_the_classes(client, teacher):
    assert sign_in(client)["Location"] == "/prof/"
    assert client.get("/prof/").status_code == 200


def test_a_name_is_known_whatever_its_capitals(client, teacher):
    assert sign_in(client, name=" MME.Martin ").status_code == 302


@pytest.mark.parametrize("name", ["mme.martin", "personne"])
def test_nothing_tells_a_wrong_name_from_a_wrong_password(client, teacher, name):
    page = sign_in(client, name=name, password="à côté")
    assert "ne vont pas ensemble" in page.text
    assert client.get("/prof/").status_code == 302


def wrong_tries(client, count, **typed):
    """One wrong try, and as many more as if they had just been made: this machine may be too slow to make them all."""
    sign_in(client, password="à côté", **typed)
    Refusal.objects.filter(count__gt=0).update(count=count, last_at=timezone.now())


def test_five_slips_cost_nothing(client, teacher):
    for _ in range(5):
        assert sign_in(client, password="à côté").status_code == 200


def test_more_wrong_passwords_make_one_wait_and_say_why(client, teacher):
    wrong_tries(client, 9)
    page = sign_in(client)
    assert page.status_code == 429
    assert "attendez" in page.text
    assert client.get("/prof/").status_code == 302


def test_the_wait_is_for_the_name_wherever_one_comes_from(teacher):
    wrong_tries(Client(REMOTE_ADDR="10.0.0.1"), 9)
    assert sign_in(Client(REMOTE_ADDR="10.0.1.1")).status_code == 429


def test_the_wait_is_for_the_address_whatever_the_name(client, teacher):
    wrong_tries(client, 16, name="un nom au hasard")
    assert sign_in(client).status_code == 429
    assert sign_in(Client(REMOTE_ADDR="10.0.1.1")).status_code == 302


def test_the_right_password_is_not_counted(client, teacher):
    for _ in range(12):
        assert sign_in(client).status_code == 302
        client.post("/prof/sortir/")
    assert set(Refusal.objects.values_list("count", flat=True)) == {0}


def test_one_comes_back_to_the_page_one_wanted(client, teacher, classroom):
    wanted = f"/prof/classe/{classroom.code}/eleves/"
    door = client.get(wanted)["Location"]
    assert wanted in client.get(door).text
    assert sign_in(client, following=wanted)["Location"] == wanted


@pytest.mark.parametrize(
    "elsewhere", ["https://evil.example/", "//evil.example/prof/", "/\\evil.example", "javascript:1"]
)
def test_a_link_cannot_send_one_elsewhere(client, teacher, elsewhere):
    assert not sign_in(client, following=elsewhere)["Location"].startswith(("http", "//", "javascript"))


def test_leaving_takes_a_press_and_closes_the_classes(teacher_client):
    assert teacher_client.get("/prof/sortir/").status_code == 405
    teacher_client.post("/prof/sortir/")
    assert teacher_client.get("/prof/").status_code == 302


def test_a_form_from_another_site_is_refused(teacher):
    client = Client(enforce_csrf_checks=True)
    assert sign_in(client).status_code == 403


def test_changing_the_password_keeps_this_browser_and_closes_the_others(teacher, teacher_client):
    other = Client()
    other.force_login(teacher)
    new = "un autre cartable vert"
    teacher_client.post("/prof/compte/", {"current": PASSWORD, "password": new, "again": new})
    assert teacher_client.get("/prof/").status_code == 200
    assert other.get("/prof/").status_code == 302
    teacher.refresh_from_db()
    assert teacher.check_password(new)


def test_changing_the_password_takes_the_current_one(teacher, teacher_client):
    new = "un autre cartable vert"
    page = teacher_client.post("/prof/compte/", {"current": "à côté", "password": new, "again": new})
    assert "mot de passe actuel" in page.text
    teacher.refresh_from_db()
    assert teacher.check_password(PASSWORD)
