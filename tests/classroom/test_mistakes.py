"""The same wrong idea, grouped: « 7 élèves divisent par le plus grand »."""

from datetime import timedelta

import pytest
from django.utils import timezone

from classroom.board.board import read_board
from classroom.board.mistakes import RECENT, Made, shared_mistakes
from classroom.course import lesson_named
from classroom.models import Attempt, Said, Standing

pytestmark = pytest.mark.django_db

LESSON = "01_deviner_la_suite"
NOW = timezone.now()
NAMES = {1: "Zoé", 2: "Élise", 3: "Tom"}


def made(pupil: int, name: str = "par_max", item: str = "probabilites", minutes: int = 5) -> Made:
    return Made(pupil, item, name, NOW - timedelta(minutes=minutes))


def groups(*found: Made, done=frozenset(), said=None):
    return shared_mistakes(lesson_named(LESSON), found, NAMES, set(done), said or {})


def test_pupils_with_the_same_idea_are_one_group_with_a_sentence_to_say():
    (group,) = groups(made(1), made(2), made(3, "par_len"))
    assert (group.count, group.names, group.label) == (2, ("Élise", "Zoé"), "1.4")
    assert group.group == "divisent par le plus grand"
    assert group.say.startswith("«\u00a0")


def test_a_pupil_counts_once_for_the_last_idea():
    (group,) = groups(made(1), made(1), made(2, "par_len", minutes=9), made(2, "par_max", minutes=3))
    assert group.names == ("Élise", "Zoé")


def test_the_most_shared_comes_first():
    found = groups(made(1), made(2), *(made(pupil, "toujours_1", "compter_paires") for pupil in (1, 2, 3)))
    assert [group.count for group in found] == [3, 2]


def test_who_has_passed_since_is_no_longer_counted():
    assert groups(made(1), made(2), done={(2, "probabilites")}) == ()


def test_one_pupil_alone_is_not_a_shared_idea():
    assert groups(made(1)) == ()


def test_what_was_said_comes_back_only_if_made_again():
    said = {("probabilites", "par_max"): NOW - timedelta(minutes=4)}
    assert groups(made(1), made(2), said=said) == ()
    (group,) = groups(made(1, minutes=1), made(2, minutes=2), made(3), said=said)
    assert group.names == ("Élise", "Zoé")


def test_an_idea_that_left_the_course_is_not_shown():
    assert groups(made(1, "plus_connue"), made(2, "plus_connue")) == ()


@pytest.fixture
def attempt():
    def write(pupil, number: int, minutes: int = 1, misconception: str = "par_max", **what) -> Attempt:
        kept = Attempt.objects.create(
            key=f"{pupil.pk}-{number}",
            pupil=pupil,
            lesson=LESSON,
            item="probabilites",
            number=number,
            code="",
            state="done",
            misconception=misconception,
            **what,
        )
        Attempt.objects.filter(pk=kept.pk).update(created_at=NOW - timedelta(minutes=minutes))
        return kept

    return write


def test_the_board_groups_the_attempts_of_the_last_hour(classroom, make_pupil, attempt):
    old = int(RECENT.total_seconds()) // 60 + 1
    for name, minutes in (("Ana", 1), ("Bob", 30), ("Cid", old)):
        attempt(make_pupil(name), 1, minutes)
    (group,) = read_board(classroom, lesson_named(LESSON), NOW).mistakes
    assert group.names == ("Ana", "Bob")


def test_passing_takes_a_pupil_out_of_the_group(classroom, make_pupil, attempt):
    pupils = [make_pupil(name) for name in ("Ana", "Bob", "Cid")]
    for pupil in pupils:
        attempt(pupil, 1)
    Standing.objects.create(pupil=pupils[0], lesson=LESSON, item="probabilites", tries=2, passed_at=NOW)
    (group,) = read_board(classroom, lesson_named(LESSON), NOW).mistakes
    assert group.names == ("Bob", "Cid")


def test_other_classes_do_not_mix(classroom, make_pupil, attempt, teacher):
    other = type(classroom).objects.create(code="MARS", name="5e A", teacher=teacher)
    for name, where in (("Ana", classroom), ("Bob", other), ("Cid", other)):
        attempt(make_pupil(name, where), 1)
    assert read_board(classroom, lesson_named(LESSON), NOW).mistakes == ()


def test_the_projected_page_shows_the_sentence_and_the_smallest_example_but_no_name(
    classroom, make_pupil, attempt, teacher_client
):
    short = {"call": "probabilites({'a': 3})", "got": "<b>1</b>", "expected": "0.75"}
    long = {"call": "probabilites({'a': 3, 'b': 2})", "got": "2", "expected": "0.5"}
    for name, example in (("Anatole", long), ("Barnabé", short)):
        attempt(make_pupil(name), 1, verdict={"example": example})
    page = teacher_client.get(f"/prof/classe/LUNE/projeter/{LESSON}/probabilites/par_max/").content.decode()
    assert "première part prend déjà tout" in page
    assert "&lt;b&gt;1&lt;/b&gt;" in page
    assert "&#x27;b&#x27;" not in page
    assert "Anatole" not in page
    assert "Barnabé" not in page


def test_said_aloud_leaves_the_board(classroom, make_pupil, attempt, teacher_client):
    for name in ("Ana", "Bob"):
        attempt(make_pupil(name), 1)
    assert "divisent par le plus grand" in teacher_client.get(f"/prof/classe/LUNE/?lecon={LESSON}").content.decode()
    teacher_client.post(f"/prof/classe/LUNE/dit/{LESSON}/probabilites/par_max/")
    assert Said.objects.get().classroom == classroom
    assert "divisent par le plus grand" not in teacher_client.get(f"/prof/classe/LUNE/?lecon={LESSON}").content.decode()
