"""The board of a class: what each cell says, who is stuck, who waits, what it costs."""

from datetime import timedelta

import pytest
from django.utils import timezone

from classroom.board.board import chosen_lesson, read_board
from classroom.board.cells import AWAY_AFTER, SAME_TIMES, STILL_AFTER, State
from classroom.board.elapsed import ago
from classroom.course import lesson_named, written_lessons
from classroom.models import Classroom, Opening, Pupil, Said, Standing

pytestmark = pytest.mark.django_db

LESSON = "01_deviner_la_suite"
NOW = timezone.now()


def earlier(**time) -> object:
    return NOW - timedelta(**time)


@pytest.fixture
def stand(classroom):
    """Puts a pupil somewhere: `stand(pupil, "paires", tries=2, last_outcome="wrong", last_at=…)`."""

    def put(pupil: Pupil, item: str, lesson: str = LESSON, **what) -> Standing:
        what.setdefault("last_at" if what.get("tries") else "edited_at", NOW)
        return Standing.objects.create(pupil=pupil, lesson=lesson, item=item, **what)

    return put


@pytest.fixture
def here(make_pupil):
    """A connected pupil."""

    def come(name: str, **what) -> Pupil:
        pupil = make_pupil(name)
        Pupil.objects.filter(pk=pupil.pk).update(seen_at=what.pop("seen_at", NOW), **what)
        pupil.refresh_from_db()
        return pupil

    return come


def board_of(classroom: Classroom, **options):
    return read_board(classroom, lesson_named(LESSON), NOW, **options)


def cell_in(board, name: str, item: str):
    row = next(row for row in board.rows if row.name == name)
    return next(cell for cell in row.cells if cell.item == item)


@pytest.mark.parametrize(
    ("standing", "state", "shown"),
    [
        ({"tries": 1, "passed_at": NOW, "last_outcome": "passed"}, State.DONE, ""),
        ({"tries": 3, "passed_at": NOW, "last_outcome": "wrong"}, State.DONE, "3"),  # what is passed stays passed
        ({"tries": 1, "last_outcome": "wrong", "same_mistake": 1}, State.RETRY, "1"),
        ({"tries": 2, "last_outcome": "raised", "same_mistake": 2}, State.RETRY, "2"),
        ({"tries": 1, "last_outcome": "timed_out", "same_mistake": 1}, State.RETRY, "1"),
        ({"tries": 5, "last_outcome": "wrong", "same_mistake": SAME_TIMES}, State.STUCK, "5"),
        ({"edited_at": NOW}, State.NOW, ""),
        ({"last_outcome": "not_attempted", "edited_at": NOW}, State.NOW, ""),
        ({"tries": 2, "last_outcome": "wrong", "override": 2, "override_reason": "à l'oral"}, State.DONE, "2"),
        ({"tries": 1, "passed_at": NOW, "last_outcome": "passed", "override": 0}, State.NOW, ""),
    ],
)
def test_a_cell_says_where_the_pupil_is(classroom, here, stand, standing, state, shown):
    stand(here("Léa"), "paires", **standing)
    cell = cell_in(board_of(classroom), "Léa", "paires")
    assert (cell.state, cell.shown) == (state, shown)


def test_what_was_not_begun_is_empty(classroom, here):
    here("Léa")
    assert {cell.state for cell in board_of(classroom).rows[0].cells} == {State.NONE}


def test_a_pupil_who_is_here_and_does_not_move_is_stuck_where_they_are(classroom, here, stand):
    pupil = here("Tom")
    stand(pupil, "entourer", tries=1, passed_at=earlier(minutes=20), last_at=earlier(minutes=20))
    stand(pupil, "paires", edited_at=NOW - STILL_AFTER)
    board = board_of(classroom)
    assert cell_in(board, "Tom", "paires").state is State.STUCK
    assert cell_in(board, "Tom", "entourer").state is State.DONE
    assert [one.name for one in board.waiting] == ["Tom"]


def test_after_a_pass_the_next_exercise_is_where_they_are(classroom, here, stand):
    stand(here("Tom"), "entourer", tries=1, passed_at=NOW, last_at=NOW - STILL_AFTER)
    assert cell_in(board_of(classroom), "Tom", "paires").state is State.STUCK


@pytest.mark.parametrize(
    ("seen_at", "moved_at"),
    [
        (NOW, NOW - STILL_AFTER + timedelta(seconds=1)),  # still thinking
        (NOW - AWAY_AFTER, NOW - STILL_AFTER),  # gone
    ],
)
def test_thinking_is_not_being_stuck_nor_is_being_away(classroom, here, stand, seen_at, moved_at):
    stand(here("Tom", seen_at=seen_at), "paires", edited_at=moved_at)
    board = board_of(classroom)
    assert cell_in(board, "Tom", "paires").state is State.NOW
    assert board.waiting == ()


def test_who_works_in_another_lesson_is_not_stuck_in_this_one(classroom, here, stand):
    pupil = here("Tom")
    stand(pupil, "paires", edited_at=earlier(hours=1))
    stand(pupil, "perte", lesson="02_apprendre_des_erreurs", edited_at=NOW - STILL_AFTER)
    board = board_of(classroom)
    assert cell_in(board, "Tom", "paires").state is State.NOW
    assert board.rows[0].elsewhere == "leçon 2"


def test_hands_come_first_the_oldest_at_the_top_then_who_has_been_stuck_longest(classroom, here, stand):
    here("Ana", raised_at=earlier(minutes=1))
    here("Bob", raised_at=earlier(minutes=5))
    for name, minutes in (("Cid", 1), ("Dan", 3)):
        stuck = {"tries": 3, "same_mistake": 3, "last_outcome": "wrong", "last_at": earlier(minutes=minutes)}
        stand(here(name), "paires", **stuck)
    waiting = board_of(classroom).waiting
    assert [(one.name, one.raised) for one in waiting] == [("Bob", True), ("Ana", True), ("Dan", False), ("Cid", False)]
    assert waiting[2].where == "1.2"


def test_a_stuck_pupil_who_raised_a_hand_is_there_once(classroom, here, stand):
    pupil = here("Diego", raised_at=NOW)
    stand(pupil, "compter_paires", tries=6, same_mistake=4, last_outcome="wrong")
    (one,) = board_of(classroom).waiting
    assert (one.raised, one.where, one.item) == (True, "1.3", "compter_paires")


def test_nobody_is_sent_to_a_pupil_who_has_left(classroom, here, stand):
    gone = here("Tom", seen_at=NOW - AWAY_AFTER)
    stand(gone, "paires", tries=3, same_mistake=3, last_outcome="wrong")
    board = board_of(classroom)
    assert cell_in(board, "Tom", "paires").state is State.STUCK
    assert board.waiting == ()


def test_columns_count_who_has_passed(classroom, here, stand):
    for name in ("Ana", "Bob", "Cid"):
        stand(here(name), "entourer", tries=1, passed_at=NOW if name != "Cid" else None)
    column = board_of(classroom).columns[0]
    assert (column.label, column.passed, column.pupils, column.share) == ("1.1", 2, 3, 67)


def test_names_are_in_alphabetical_order_or_those_to_help_first(classroom, here, stand, make_pupil):
    make_pupil("Zoé")
    here("Émile")
    here("Eva", raised_at=NOW)
    stand(here("Fatou"), "paires", tries=3, same_mistake=3, last_outcome="wrong")
    assert [row.name for row in board_of(classroom).rows] == ["Émile", "Eva", "Fatou", "Zoé"]
    assert [row.name for row in board_of(classroom, needy_first=True).rows] == ["Eva", "Fatou", "Émile", "Zoé"]


def test_two_boards_that_look_the_same_are_equal_though_time_passes(classroom, here, stand):
    stand(here("Léa"), "paires", tries=1, last_outcome="wrong")
    lesson = lesson_named(LESSON)
    later = NOW + timedelta(seconds=30)
    assert read_board(classroom, lesson, NOW) == read_board(classroom, lesson, later)
    assert read_board(classroom, lesson, NOW) != read_board(classroom, lesson, NOW + AWAY_AFTER)


def test_the_board_opens_where_most_of_the_connected_pupils_are(classroom, here, stand):
    assert chosen_lesson(classroom, None, NOW) == written_lessons()[0]
    stand(here("Ana"), "perte", lesson="02_apprendre_des_erreurs")
    for name in ("Bob", "Cid"):
        stand(here(name, seen_at=earlier(hours=3)), "paires")
    assert chosen_lesson(classroom, None, NOW).name == "02_apprendre_des_erreurs"
    assert chosen_lesson(classroom, LESSON, NOW).name == LESSON
    assert chosen_lesson(classroom, "../../etc", NOW).name == "02_apprendre_des_erreurs"


@pytest.mark.parametrize(
    ("seconds", "words"),
    [(0, "à l’instant"), (16, "20 s"), (59, "40 s"), (60, "1 min"), (3599, "59 min"), (3600, "1 h"), (90_000, "1 j")],
)
def test_elapsed_time_is_said_coarsely(seconds, words):
    assert ago(timedelta(seconds=seconds)) == words


def test_a_class_of_two_hundred_costs_no_more_questions_than_a_small_one(
    classroom, make_pupil, django_assert_max_num_queries
):
    pupils = [make_pupil(f"p{rank}") for rank in range(200)]
    Standing.objects.bulk_create(
        Standing(pupil=pupil, lesson=LESSON, item=item.name, tries=1, last_outcome="wrong", last_at=NOW)
        for pupil in pupils
        for item in lesson_named(LESSON).items
    )
    with django_assert_max_num_queries(6):
        board = board_of(classroom)
    assert len(board.rows) == 200


# ---------- the page ----------


def test_the_page_is_whole_without_any_script(teacher_client, here, stand, django_assert_max_num_queries):
    for rank in range(24):
        pupil = here(f"Élève {rank}", seen_at=timezone.now())  # the page reads the clock
        stand(pupil, "paires", tries=2, last_outcome="wrong", last_message="Presque !")
    with django_assert_max_num_queries(15):
        page = teacher_client.get("/prof/classe/LUNE/").content.decode()
    assert page.count('class="try retry"') == 24 + 1  # and the key to the signs
    assert "24 connectés sur 24" in page
    assert "style=" not in page
    assert "<script>" not in page


@pytest.mark.parametrize("name", ["<script>alert(1)</script>", 'a" onclick="x', "\u202eeéL", "{{ 7 }}"])
def test_a_hostile_name_is_only_a_name(teacher_client, here, stand, name):
    pupil = here(name[:40], raised_at=NOW)
    stand(pupil, "paires", tries=3, same_mistake=3, last_outcome="wrong", last_message=f"<img src=x> {name} \u202e")
    for address in ("/prof/classe/LUNE/", f"/prof/eleve/{pupil.key}/", f"/prof/eleve/{pupil.key}/{LESSON}/paires/"):
        page = teacher_client.get(address).content.decode()
        assert "<script>alert" not in page
        assert "<img src=x>" not in page
        assert 'a" onclick' not in page
        assert "\u202e" not in page


def test_another_teachers_class_does_not_exist(client, django_user_model, classroom, pupil):
    client.force_login(django_user_model.objects.create_user("m.durand", password="un autre secret"))
    mistake = f"{LESSON}/probabilites/par_max/"
    for address in ("", "flux/", "copies/", f"projeter/{mistake}"):
        assert client.get(f"/prof/classe/LUNE/{address}").status_code == 404
    for address in (f"ouvrir/{LESSON}/", f"main/{pupil.key}/", f"dit/{mistake}", f"corriger/{LESSON}/", "copies/"):
        assert client.post(f"/prof/classe/LUNE/{address}").status_code == 404
    assert not Opening.objects.exists()


def test_who_has_not_signed_in_is_sent_to_the_door(client, classroom):
    for address in ("", "flux/", "copies/"):
        response = client.get(f"/prof/classe/LUNE/{address}")
        assert response.status_code == 302
        assert "connexion" in response["Location"]


def test_the_next_lesson_opens_for_the_whole_class(teacher_client, classroom):
    assert "Ouvrir la leçon 2" in teacher_client.get(f"/prof/classe/LUNE/?lecon={LESSON}").content.decode()
    teacher_client.post("/prof/classe/LUNE/ouvrir/02_apprendre_des_erreurs/", {"lecon": LESSON})
    assert Opening.objects.get().is_open
    page = teacher_client.get(f"/prof/classe/LUNE/?lecon={LESSON}").content.decode()
    assert "Ouvrir la leçon 2" not in page
    assert "leçon 2 ouverte" in page


def test_a_hand_is_lowered(teacher_client, here):
    pupil = here("Rose", raised_at=NOW)
    teacher_client.post(f"/prof/classe/LUNE/main/{pupil.key}/")
    pupil.refresh_from_db()
    assert pupil.raised_at is None


def test_what_was_said_is_kept(teacher_client, classroom):
    for _ in range(2):
        response = teacher_client.post(f"/prof/classe/LUNE/dit/{LESSON}/probabilites/par_max/")
        assert response["Location"] == f"/prof/classe/LUNE/?lecon={LESSON}"
    assert Said.objects.count() == 1
    assert teacher_client.post(f"/prof/classe/LUNE/dit/{LESSON}/probabilites/inconnue/").status_code == 404


def test_nothing_happens_by_only_looking(teacher_client, classroom, pupil):
    for address in (f"ouvrir/{LESSON}/", f"main/{pupil.key}/", f"corriger/{LESSON}/"):
        assert teacher_client.get(f"/prof/classe/LUNE/{address}").status_code == 405
