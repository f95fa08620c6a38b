"""The data sheet forgets nothing of what is stored."""

import pytest
from django.apps import apps
from django.contrib.auth.models import User
from django.contrib.sessions.models import Session

from classroom.roster.data_sheet import EVERYTHING

pytestmark = pytest.mark.django_db


def stored():
    """Every field of every table that holds something of a person, but the numbers of rows."""
    models = [*apps.get_app_config("classroom").get_models(), User, Session]
    fields = {field for model in models for field in model._meta.concrete_fields}
    return {f"{field.model.__name__}.{field.name}" for field in fields if field.name != "id"}


def test_every_field_is_documented_once_and_none_is_invented():
    documented = [name for datum in EVERYTHING for name in datum.fields]
    assert sorted(documented) == sorted(stored())


def test_every_line_says_all_there_is_to_say():
    assert all(datum.what and datum.why and datum.until and datum.seen_by for datum in EVERYTHING)


def test_the_sheet_shows_every_line(teacher_client, classroom, pupil):
    page = teacher_client.get("/prof/classe/LUNE/fiche/")
    assert page.text.count("<tr>") == len(EVERYTHING) + 3
    assert "1 élève de 5e B" in page.text
    assert pupil.pseudonym not in page.text
