"""A class to try things on: a teacher, a class, pupils, and browsers that have come in."""

import secrets
from collections.abc import Callable, Iterator
from functools import partial

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.hashers import make_password
from django.test import Client

from autograder.sandbox import Sandbox
from autograder.sandbox.job import Limits
from classroom import course
from classroom.gates.pupils import KEPT
from classroom.grading import pool as grading
from classroom.models import Classroom, Pupil

PASSWORD = "une longue phrase de passe"


@pytest.fixture(scope="session")
def hashed_password() -> str:
    """Of PASSWORD: argon2 is slow on purpose, once is enough."""
    return make_password(PASSWORD)


@pytest.fixture
def teacher(db, hashed_password):
    """Her password is « une longue phrase de passe »."""
    return get_user_model().objects.create(username="mme.martin", password=hashed_password)


@pytest.fixture
def classroom(teacher) -> Classroom:
    return Classroom.objects.create(code="LUNE", name="5e B", teacher=teacher)


@pytest.fixture
def make_pupil(classroom) -> Callable[..., Pupil]:
    """Pupils by pseudonym, in the class LUNE unless told otherwise."""

    def make(pseudonym: str, where: Classroom = classroom) -> Pupil:
        return Pupil.objects.create(classroom=where, pseudonym=pseudonym, secret_mark=secrets.token_hex(16))

    return make


@pytest.fixture
def pupil(make_pupil) -> Pupil:
    return make_pupil("Zoé")


@pytest.fixture
def client_of() -> Callable[..., Client]:
    """A browser in which this pupil has come in."""

    def come_in(pupil: Pupil, **options) -> Client:
        client = Client(**options)
        session = client.session
        session[KEPT] = [pupil.key, pupil.secret_version]
        session.save()
        return client

    return come_in


@pytest.fixture
def pupil_client(pupil, client_of) -> Client:
    return client_of(pupil)


@pytest.fixture
def teacher_client(teacher) -> Client:
    client = Client()
    client.force_login(teacher)
    return client


@pytest.fixture
def pool(transactional_db) -> Iterator[grading.Pool]:
    """The grading pool, started: what presses on « Vérifier » need. Its threads see only what is committed."""
    pool = grading.pool()
    pool.start()
    yield pool
    pool.stop()
    grading.pool.cache_clear()


@pytest.fixture
def short_runs(monkeypatch) -> None:
    monkeypatch.setattr(grading, "Sandbox", partial(Sandbox, Limits(cpu=0.3)))


@pytest.fixture
def quick_pool(short_runs, pool) -> grading.Pool:
    """A pool that lets a pupil's code run for 0.3 s only, for tests with endless loops."""
    return pool


@pytest.fixture
def solution() -> Callable[[str, str], str]:
    """The solved cell of an answer: `solution("01_deviner_la_suite", "paires")`."""

    def solved(lesson: str, item: str) -> str:
        return course.master_named(lesson).solutions[item]

    return solved
