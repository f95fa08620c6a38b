"""Nobody but a class's own teacher sees or changes anything of it."""

import pytest
from django.contrib.auth import get_user_model
from django.test import Client
from django.urls import reverse

from classroom.course import written_lessons
from classroom.models import Classroom, Pupil
from classroom.teacher.urls import urlpatterns

pytestmark = pytest.mark.django_db
LESSON = written_lessons()[0]
OPEN_TO_ALL = {"login", "leave", "welcome"}
OF_ONESELF = {"home", "account", "colleague", "new_class"}
ROUTES = [route for route in urlpatterns if route.name not in OPEN_TO_ALL]


def address(route, classroom, pupil):
    known = {
        "code": classroom.code,
        "key": pupil.key,
        "lesson": LESSON.name,
        "item": LESSON.items[0].name,
        "name": "une_idee",
    }
    names = route.pattern.converters
    return reverse(f"teacher:{route.name}", kwargs={name: known[name] for name in names})


@pytest.fixture
def stranger(db):
    other = get_user_model().objects.create_user("m.roy")
    client = Client()
    client.force_login(other)
    return client


@pytest.mark.parametrize("route", ROUTES, ids=lambda route: route.name)
def test_who_is_not_a_teacher_is_sent_to_sign_in(route, client, pupil_client, classroom, pupil):
    """A method no view knows is refused too; the other one reaches the door."""
    where = address(route, classroom, pupil)
    for visitor in (client, pupil_client):
        answers = visitor.get(where), visitor.post(where, {"name": classroom.name})
        sent = [answer["Location"] for answer in answers if answer.status_code != 405]
        assert sent
        assert all(one.startswith("/prof/connexion/") for one in sent)


@pytest.mark.parametrize("route", [one for one in ROUTES if one.name not in OF_ONESELF], ids=lambda route: route.name)
def test_anothers_class_does_not_exist(route, stranger, classroom, pupil):
    where = address(route, classroom, pupil)
    answers = stranger.get(where), stranger.post(where, {"name": classroom.name})
    assert {answer.status_code for answer in answers} in ({404}, {404, 405})
    assert all(pupil.pseudonym not in answer.text for answer in answers)
    assert Classroom.objects.count() == Pupil.objects.count() == 1


def test_ones_own_pages_show_nothing_of_others(stranger, classroom, pupil):
    for name in ("home", "account", "new_class"):
        page = stranger.get(reverse(f"teacher:{name}")).text
        assert classroom.code not in page.replace("comme LUNE", "")
        assert pupil.pseudonym not in page


def test_a_teachers_visit_is_not_a_pupils(teacher_client, classroom):
    assert teacher_client.get("/parcours/").status_code == 302


def test_a_teacher_who_is_switched_off_is_out(teacher, teacher_client):
    teacher.is_active = False
    teacher.save()
    assert teacher_client.get("/prof/").status_code == 302
