"""The teacher's settings: lessons opened and closed, the threshold, the end of the year."""

import pytest
from django.utils import timezone

from classroom.course import course, written_lessons
from classroom.models import Attempt, Classroom, Copy, EarnedBadge, FreeAnswer, Opening, Pupil, Standing
from classroom.road.openings import AUTO, CLOSED, OPEN, said, say, threshold_of

pytestmark = pytest.mark.django_db
FIRST, SECOND = (lesson.name for lesson in written_lessons()[:2])
SETTINGS = "/prof/classe/LUNE/reglages/"


def words(classroom, pupil=None):
    return {one.lesson.name: one.word for one in said(classroom, pupil)}


def test_nothing_is_said_of_any_lesson_at_first(classroom, pupil):
    assert set(words(classroom).values()) == {AUTO} == set(words(classroom, pupil).values())


def test_a_word_replaces_the_one_before_and_can_be_taken_back(classroom):
    for word in (OPEN, CLOSED, OPEN):
        say(classroom, SECOND, word)
        assert words(classroom)[SECOND] == word
    assert Opening.objects.count() == 1
    say(classroom, SECOND, AUTO)
    assert not Opening.objects.exists()


def test_a_pupils_word_is_their_own_and_the_classs_is_shown_beside(classroom, make_pupil):
    zoe, lea = make_pupil("Zoé"), make_pupil("Léa")
    say(classroom, SECOND, CLOSED)
    say(classroom, SECOND, OPEN, zoe)
    assert words(classroom, zoe)[SECOND] == OPEN
    assert words(classroom, lea)[SECOND] == AUTO
    assert {one.class_word for one in said(classroom, zoe) if one.lesson.name == SECOND} == {CLOSED}
    assert words(classroom)[SECOND] == CLOSED


def test_the_page_sets_lessons_one_by_one(teacher_client, classroom):
    teacher_client.post(f"{SETTINGS}lecons/", {FIRST: AUTO, SECOND: OPEN})
    assert words(classroom)[SECOND] == OPEN
    assert words(classroom)[FIRST] == AUTO


def test_the_page_opens_them_all(teacher_client, classroom):
    teacher_client.post(f"{SETTINGS}lecons/", {FIRST: CLOSED, "all": OPEN})
    assert set(words(classroom).values()) == {OPEN}


def test_a_word_that_is_none_changes_nothing(teacher_client, classroom):
    assert teacher_client.post(f"{SETTINGS}lecons/", {FIRST: "ouvre-toi"}).status_code == 404
    assert not Opening.objects.exists()


def test_the_page_opens_a_lesson_for_one_pupil(teacher_client, classroom, pupil):
    teacher_client.post(f"/prof/eleve/{pupil.key}/lecons/", {FIRST: CLOSED, SECOND: OPEN})
    assert words(classroom, pupil)[SECOND] == OPEN
    assert words(classroom)[SECOND] == AUTO
    assert teacher_client.get(SETTINGS).text.count(f">{pupil.pseudonym}</a>") == 1


def test_the_threshold_is_the_courses_until_the_teacher_says_otherwise(teacher_client, classroom):
    assert threshold_of(classroom) is course().threshold
    teacher_client.post(f"{SETTINGS}seuil/", {"percent": "55"})
    classroom.refresh_from_db()
    assert threshold_of(classroom) == pytest.approx(0.55)
    teacher_client.post(f"{SETTINGS}seuil/", {"percent": "55", "reset": "1"})
    classroom.refresh_from_db()
    assert classroom.threshold is None


@pytest.mark.parametrize("percent", ["39", "101", "-5", "abc", "", "NaN", "70.5"])
def test_a_threshold_out_of_bounds_is_refused(teacher_client, classroom, percent):
    assert teacher_client.post(f"{SETTINGS}seuil/", {"percent": percent}).status_code == 400
    classroom.refresh_from_db()
    assert classroom.threshold is None


def test_a_class_is_made_with_a_code_and_renamed(teacher_client, teacher):
    teacher_client.post("/prof/classe/nouvelle/", {"name": "  Club   du jeudi "})
    made = teacher.classrooms.get()
    assert made.name == "Club du jeudi"
    assert 4 <= len(made.code) <= 8
    teacher_client.post(f"/prof/classe/{made.code}/renommer/", {"name": "6e <b>A</b>"})
    assert "6e &lt;b&gt;A&lt;/b&gt;" in teacher_client.get("/prof/").text


@pytest.mark.parametrize("name", ["", "   ", "\u202e\u200b", "a" * 61])
def test_a_class_must_have_a_name_that_fits(teacher_client, teacher, name):
    teacher_client.post("/prof/classe/nouvelle/", {"name": name})
    assert not teacher.classrooms.exists()


# ---------- the end of the year ----------


@pytest.fixture
def worked(pupil):
    """A pupil who has a little of everything."""
    Copy.objects.create(pupil=pupil, lesson=FIRST, cells={"paires": {"source": "x", "at": 1}}, version=1)
    Attempt.objects.create(pupil=pupil, key="a", lesson=FIRST, item="paires", number=1, code="x", state="done")
    Standing.objects.create(pupil=pupil, lesson=FIRST, item="paires", tries=1, best_points=2)
    EarnedBadge.objects.create(pupil=pupil, slug="paires")
    FreeAnswer.objects.create(pupil=pupil, lesson=FIRST, name="explique_1", text="Un gâteau.")
    Opening.objects.create(classroom=pupil.classroom, pupil=pupil, lesson=SECOND, is_open=True)
    Opening.objects.create(classroom=pupil.classroom, lesson=SECOND, is_open=True)
    pupil.memory = {"w": 1}
    pupil.raised_at = pupil.seen_at = timezone.now()
    pupil.save()
    return pupil


@pytest.mark.parametrize("where", ["reglages/purge/", "supprimer/"])
def test_what_will_go_is_counted_and_nothing_goes_without_the_name(teacher_client, classroom, worked, where):
    page = teacher_client.get(f"/prof/classe/LUNE/{where}").text
    assert all(words in page for words in ("1 copie ", "1 essai ", "1 badge", "1 réponse libre"))
    for typed in ("", "5e A", "LUNE"):
        assert "rien n’a été effacé" in teacher_client.post(f"/prof/classe/LUNE/{where}", {"name": typed}).text
    assert Attempt.objects.exists()
    assert Classroom.objects.exists()


def test_the_work_goes_and_pupils_and_cards_stay(teacher_client, classroom, worked):
    teacher_client.post(f"{SETTINGS}purge/", {"name": " 5E b "})
    for model in (Copy, Attempt, Standing, EarnedBadge, FreeAnswer):
        assert not model.objects.exists(), model
    (left,) = Pupil.objects.all()
    assert (left.memory, left.raised_at, left.seen_at) == ({}, None, None)
    assert left.memory_version > worked.memory_version
    assert left.secret_mark == worked.secret_mark
    assert [one.pupil for one in Opening.objects.all()] == [None]


def test_the_work_of_other_classes_stays(teacher_client, teacher, worked):
    Classroom.objects.create(code="MARS", name="6e A", teacher=teacher)
    teacher_client.post("/prof/classe/MARS/reglages/purge/", {"name": "6e A"})
    assert Attempt.objects.exists()


def test_a_class_goes_with_all_it_holds(teacher_client, classroom, worked):
    teacher_client.post("/prof/classe/LUNE/supprimer/", {"name": "5e B"})
    for model in (Classroom, Pupil, Copy, Attempt, Standing, EarnedBadge, FreeAnswer, Opening):
        assert not model.objects.exists(), model
