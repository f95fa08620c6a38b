"""One-time links: who becomes a teacher here, and how."""

from datetime import timedelta
from urllib.parse import urlsplit

import pytest
from django.contrib.auth import get_user_model
from django.utils import timezone

from classroom.gates.invitations import LASTS, UnknownTeacher, first_link, invite, link_to, reset_link
from classroom.models import Invitation

pytestmark = pytest.mark.django_db
BASE = "http://localhost:8000"
PHRASE = "un cartable rouge"


def fill(client, link, name="Mme Martin", password=PHRASE, again=None):
    return client.post(urlsplit(link).path, {"name": name, "password": password, "again": again or password})


def test_the_first_link_makes_a_teacher_who_is_in_and_asked_for_a_class(client):
    link = first_link(BASE)
    assert client.get(urlsplit(link).path).status_code == 200
    page = client.post(urlsplit(link).path, {"name": " Mme  Martin ", "password": PHRASE, "again": PHRASE}, follow=True)
    assert "Créez votre première classe" in page.text
    teacher = get_user_model().objects.get(username="Mme Martin")
    assert teacher.check_password(PHRASE)
    assert teacher.password.startswith("argon2")


def test_there_is_no_first_link_once_there_is_a_teacher(teacher):
    assert first_link(BASE) is None


def test_only_a_hash_of_the_token_is_kept():
    token = urlsplit(first_link(BASE)).path.split("/")[-2]
    kept = Invitation.objects.get()
    assert token not in (kept.mark, str(kept.pk))
    assert len(token) >= 24


def test_a_new_start_voids_the_link_of_the_one_before(client):
    old, new = first_link(BASE), first_link(BASE)
    assert fill(client, old).status_code == 410
    assert fill(client, new).status_code == 302


def test_a_link_serves_once(client):
    link = first_link(BASE)
    fill(client, link)
    assert fill(client, link, name="Un autre").status_code == 410
    assert get_user_model().objects.count() == 1


def test_a_link_is_forgotten_after_a_week(client, teacher):
    link = link_to(BASE, invite())
    Invitation.objects.update(created_at=timezone.now() - LASTS - timedelta(minutes=1))
    assert client.get(urlsplit(link).path).status_code == 410


@pytest.mark.parametrize(
    ("password", "again", "says"),
    [
        ("court", "court", "trop court"),
        ("1234567890123", "1234567890123", "numérique"),
        ("azertyuiop", "azertyuiop", "trop courant"),
        ("Mme Martin", "Mme Martin", "trop semblable"),
        (PHRASE, "un cartable bleu", "ne sont pas les mêmes"),
    ],
)
def test_a_weak_password_is_refused_in_french_and_the_link_still_serves(client, password, again, says):
    link = first_link(BASE)
    page = fill(client, link, password=password, again=again)
    assert says in page.text
    assert not get_user_model().objects.exists()
    assert fill(client, link).status_code == 302


def test_two_teachers_cannot_have_the_same_name(client, teacher):
    page = fill(client, link_to(BASE, invite()), name="MME.Martin")
    assert "déjà pris" in page.text
    assert get_user_model().objects.count() == 1


def test_a_teacher_invites_a_colleague_who_starts_without_any_class(teacher_client, client, classroom):
    page = teacher_client.post("/prof/compte/lien/")
    link = page.context["link"]
    assert link in page.text
    fill(client, link, name="M. Roy")
    assert classroom.name not in client.get("/prof/").text


def test_a_forgotten_password_is_replaced_and_the_old_one_and_its_visits_end(client, teacher, teacher_client):
    path = reset_link("Mme.Martin")
    assert path.startswith("/prof/bienvenue/")
    client.post(path, {"password": PHRASE, "again": PHRASE})
    teacher.refresh_from_db()
    assert teacher.check_password(PHRASE)
    assert client.get("/prof/").status_code == 200
    assert teacher_client.get("/prof/").status_code == 302


def test_a_second_reset_link_voids_the_first(client, teacher):
    first, second = reset_link(teacher.username), reset_link(teacher.username)
    assert client.get(first).status_code == 410
    assert client.get(second).status_code == 200


def test_an_unknown_teacher_gets_no_link(teacher):
    with pytest.raises(UnknownTeacher):
        reset_link("personne")
