"""What the teacher sees of one pupil, and does for them."""

import pytest
from django.utils import timezone

from classroom.board import pupil_page
from classroom.course import item_named, lesson_named
from classroom.lesson import copies
from classroom.lesson.release import release_of
from classroom.models import Attempt, EarnedBadge, Opening, Pupil, Standing

pytestmark = pytest.mark.django_db

LESSON = "01_deviner_la_suite"
PAGE = f"{LESSON}/probabilites/"
HOSTILE = "</code></pre><script>alert(1)</script><img src=x onerror=alert(2)> \u202e# droite"


@pytest.fixture
def attempt(pupil):
    def write(number: int, code: str = "", outcome: str = "wrong", **what) -> Attempt:
        return Attempt.objects.create(
            key=f"k{number}",
            pupil=pupil,
            lesson=LESSON,
            item="probabilites",
            number=number,
            code=code,
            state="done",
            outcome=outcome,
            graded_at=timezone.now(),
            **what,
        )

    return write


def test_the_code_shown_is_the_one_being_written_not_the_one_last_checked(teacher_client, pupil, attempt):
    attempt(1, code="total = ancien")
    cell = release_of(lesson_named(LESSON)).cell_of("probabilites").id
    copies.save(pupil, lesson_named(LESSON), {cell: "total = nouveau"})
    page = teacher_client.get(f"/prof/eleve/{pupil.key}/{PAGE}").content.decode()
    assert page.index("nouveau") < page.index("Ses essais") < page.index("ancien")


def test_before_anything_is_written_the_blank_is_shown(teacher_client, pupil):
    page = teacher_client.get(f"/prof/eleve/{pupil.key}/{PAGE}").content.decode()
    assert '<span class="blank">____</span>' in page
    assert "Aucun essai" in page


def test_every_attempt_has_its_code_message_and_idea_the_last_one_first(teacher_client, pupil, attempt):
    attempt(1, code="un", outcome="raised", verdict={"message": "Il manque `return` !", "line": 1})
    attempt(2, code="deux", misconception="par_max", verdict={"message": "Tu divises par le plus grand."})
    page = teacher_client.get(f"/prof/eleve/{pupil.key}/{PAGE}").content.decode()
    assert page.index("Essai 2") < page.index("divisent par le plus grand") < page.index("Essai 1")
    assert "Il manque <code>return</code>\u202f!" in page
    assert "Python s’est arrêté" in page


def test_hostile_code_is_only_text(teacher_client, pupil, attempt):
    attempt(
        1,
        code=HOSTILE,
        verdict={"message": HOSTILE, "example": {"call": HOSTILE, "got": HOSTILE, "expected": HOSTILE}},
    )
    cell = release_of(lesson_named(LESSON)).cell_of("probabilites").id
    copies.save(pupil, lesson_named(LESSON), {cell: HOSTILE})
    Standing.objects.filter(pupil=pupil).update(
        override=1, override_reason="<script>alert(3)</script>", last_message=HOSTILE, last_outcome="wrong", tries=1
    )
    for address in (PAGE, f"{PAGE}?correction=1", ""):
        page = teacher_client.get(f"/prof/eleve/{pupil.key}/{address}").content.decode()
        assert "<script>alert" not in page
        assert "<img" not in page
        assert "&lt;" in page


def test_bidi_marks_cannot_disguise_code(teacher_client, pupil, attempt):
    attempt(1, code="a = 1 \u202e\u2066# b")
    page = teacher_client.get(f"/prof/eleve/{pupil.key}/{PAGE}").content.decode()
    assert "\u202e" not in page
    assert "\u2066" not in page


def test_the_correction_is_there_only_when_asked_for(teacher_client, pupil, solution):
    address = f"/prof/eleve/{pupil.key}/{PAGE}"
    assert "Une correction" not in teacher_client.get(address).content.decode()
    page = teacher_client.get(f"{address}?correction=1").content.decode()
    assert "Une correction" in page
    assert '<span class="f">sum</span>' in page
    assert "sum(" in solution(LESSON, "probabilites")


def test_without_an_exercise_the_one_that_needs_help_is_shown(pupil):
    now = timezone.now()
    Standing.objects.create(pupil=pupil, lesson=LESSON, item="entourer", tries=1, passed_at=now)
    stuck = {"tries": 3, "same_mistake": 3, "last_outcome": "wrong"}
    Standing.objects.create(pupil=pupil, lesson=LESSON, item="paires", tries=1, last_outcome="wrong", same_mistake=1)
    Standing.objects.create(pupil=pupil, lesson=LESSON, item="compter_paires", **stuck)
    standings = {one.item: one for one in pupil.standings.all()}
    assert pupil_page.first_to_see(pupil_page.lines(lesson_named(LESSON), standings)).name == "compter_paires"


def test_points_given_with_a_reason_count_and_can_be_taken_back(teacher_client, pupil):
    item = item_named(lesson_named(LESSON), "probabilites")
    address = f"/prof/eleve/{pupil.key}/points/{PAGE}"
    teacher_client.post(address, {"points": item.points, "reason": "fait au tableau"})
    standing = Standing.objects.get(pupil=pupil, item="probabilites")
    assert (standing.points, standing.override_reason) == (item.points, "fait au tableau")
    assert EarnedBadge.objects.filter(pupil=pupil, slug=item.badge.slug).exists()
    assert "fait au tableau" in teacher_client.get(f"/prof/eleve/{pupil.key}/{PAGE}").content.decode()
    teacher_client.post(address, {"take_back": "1"})
    standing.refresh_from_db()
    assert (standing.override, standing.points) == (None, 0)


@pytest.mark.parametrize(
    "sent", [{"points": "3"}, {"points": "3", "reason": "  "}, {"points": "99", "reason": "x"}, {}]
)
def test_points_without_a_reason_or_beyond_the_exercise_are_not_kept(teacher_client, pupil, sent):
    teacher_client.post(f"/prof/eleve/{pupil.key}/points/{PAGE}", sent)
    assert not Standing.objects.exists()


def test_a_long_reason_is_cut_not_refused(teacher_client, pupil):
    teacher_client.post(f"/prof/eleve/{pupil.key}/points/{PAGE}", {"points": "1", "reason": "oui " * 200})
    assert len(Standing.objects.get().override_reason) == 200


def test_the_next_lesson_opens_for_this_pupil_alone(teacher_client, pupil, make_pupil):
    assert (
        f"pour <bdi>{pupil.pseudonym}</bdi>" in teacher_client.get(f"/prof/eleve/{pupil.key}/{PAGE}").content.decode()
    )
    teacher_client.post(f"/prof/eleve/{pupil.key}/ouvrir/02_apprendre_des_erreurs/")
    assert Opening.objects.get().pupil == pupil
    page = teacher_client.get(f"/prof/eleve/{pupil.key}/?lecon={LESSON}").content.decode()
    assert "Ouvrir la leçon 2 pour" not in page


def test_the_next_pupil_follows_in_the_alphabet_and_comes_round(pupil, make_pupil):
    first, second = make_pupil("Ana"), make_pupil("Élise")
    pupil = Pupil.objects.get(pk=pupil.pk)
    assert pupil_page.next_pupil(first) == second
    assert pupil_page.next_pupil(second) == pupil
    assert pupil_page.next_pupil(pupil) == first


def test_alone_there_is_no_next_pupil(pupil):
    assert pupil_page.next_pupil(pupil) is None


def test_the_hand_goes_down_from_the_pupils_page(teacher_client, pupil):
    Pupil.objects.update(raised_at=timezone.now())
    teacher_client.post(f"/prof/eleve/{pupil.key}/main/")
    assert Pupil.objects.get().raised_at is None


def test_another_teacher_cannot_see_nor_touch(client, django_user_model, pupil):
    client.force_login(django_user_model.objects.create_user("m.durand", password="un autre secret"))
    assert client.get(f"/prof/eleve/{pupil.key}/").status_code == 404
    assert client.get(f"/prof/eleve/{pupil.key}/{PAGE}").status_code == 404
    for address in ("main/", "ouvrir/02_apprendre_des_erreurs/", f"points/{PAGE}", f"corriger/{PAGE}"):
        assert client.post(f"/prof/eleve/{pupil.key}/{address}", {"points": 3, "reason": "x"}).status_code == 404
    assert not Standing.objects.exists()


@pytest.mark.parametrize("address", ["inconnue/paires/", f"{LESSON}/inconnu/"])
def test_what_is_not_in_the_course_is_not_found(teacher_client, pupil, address):
    assert teacher_client.get(f"/prof/eleve/{pupil.key}/{address}").status_code == 404


def test_a_page_with_many_attempts_asks_few_questions(
    teacher_client, pupil, attempt, make_pupil, django_assert_max_num_queries
):
    for rank in range(30):
        make_pupil(f"p{rank}")
    for number in range(1, 41):
        attempt(number, code="x = 1")
    with django_assert_max_num_queries(20):
        teacher_client.get(f"/prof/eleve/{pupil.key}/{PAGE}")


@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
def test_grading_again_says_what_changed_and_takes_nothing_away(teacher_client, pupil, attempt, solution):
    right = solution(LESSON, "probabilites")
    attempt(1, code=right, outcome="wrong", points=0)  # as a grader with a fault left it
    attempt(2, code=right.replace("sum(", "max("), misconception="par_max", verdict={"message": "ancien"})
    page = teacher_client.post(f"/prof/classe/LUNE/corriger/{LESSON}/").content.decode()
    assert "2 essais relus" in page
    assert "presque (0)" in page
    assert "réussi (3)" in page
    assert Standing.objects.get(pupil=pupil, item="probabilites").passed_at is not None
    response = teacher_client.post(f"/prof/eleve/{pupil.key}/corriger/{PAGE}", follow=True)
    assert "rien n’a changé" in response.content.decode()
