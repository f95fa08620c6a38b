"""The invented class: played through the real grading, so that a mistake which is no longer one is seen here."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import User
from django.utils import timezone

from classroom.demo.invented import CLASS
from classroom.demo.play import CODE, TEACHER, demo_access, open_demo
from classroom.gates.secret_words import mark_of
from classroom.models import Attempt, FreeAnswer, Pupil, Standing

pytestmark = [pytest.mark.django_db, pytest.mark.slow]


@pytest.fixture(scope="module")
def made(django_db_setup, django_db_blocker):
    """Played once for all the tests: it takes a few seconds."""
    with django_db_blocker.unblock():
        open_demo()
    yield
    with django_db_blocker.unblock():
        User.objects.filter(username=TEACHER).delete()


@pytest.fixture
def demo(made, db):
    return {pupil.pseudonym: pupil for pupil in Pupil.objects.filter(classroom__code=CODE)}


def test_every_pupil_is_where_the_story_says(demo):
    assert set(demo) == {invented.name for invented in CLASS}
    assert not Attempt.objects.exclude(state=Attempt.State.DONE).exists()
    for invented in CLASS:
        standings = {standing.item: standing for standing in demo[invented.name].standings.all()}
        for name, edits, passes in invented.now:
            assert bool(standings[name].passed_at) is passes, (invented.name, name)
            assert standings[name].tries == len(edits) + passes, (invented.name, name)
        for name, edits in invented.mistakes:
            assert standings[name].tries == len(edits) + 1, (invented.name, name)


def test_mistakes_are_recognised_so_that_there_is_something_to_group(demo):
    by_the_largest = Attempt.objects.filter(item="probabilites").exclude(misconception="")
    assert len({attempt.pupil_id for attempt in by_the_largest}) >= 3
    assert len({attempt.misconception for attempt in by_the_largest}) == 1
    assert Standing.objects.filter(same_mistake__gte=3).exists()  # somebody is stuck
    assert Pupil.objects.exclude(raised_at=None).exists()
    assert FreeAnswer.objects.filter(marked_at=None).exclude(text="").exists()


def test_opened_again_the_next_day_it_looks_as_if_it_had_just_happened(demo):
    yesterday = timezone.now() - timedelta(days=1)
    Pupil.objects.update(seen_at=yesterday)
    Attempt.objects.update(created_at=yesterday)
    count = Attempt.objects.count()
    open_demo()
    assert Attempt.objects.count() == count
    assert timezone.now() - Attempt.objects.latest("created_at").created_at < timedelta(minutes=1)
    assert timezone.now() - Pupil.objects.get(pseudonym="Zoé").seen_at < timedelta(minutes=1)


def test_the_card_and_the_password_that_are_said_open_the_doors(demo, client):
    said = demo_access()
    assert client.login(username=said["name"], password=said["password"])
    assert demo["Zoé"].secret_mark == mark_of(said["code"], said["words"].split(" · "))
