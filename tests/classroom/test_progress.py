"""What is open, what is reached, what is missing, what comes next."""

import pytest
from django.utils import timezone

from autograder.exercise import Exercise
from classroom import course
from classroom.grading.standings import award, award_class, count, recount
from classroom.models import Attempt, EarnedBadge, Opening, Standing
from classroom.road.ladder import ladder
from classroom.road.next_step import next_step
from classroom.road.progress import (
    fewest,
    is_open,
    is_open_to,
    open_lessons,
    progress_in,
    record_around,
    record_of,
    records_of,
    required,
)

pytestmark = pytest.mark.django_db

FIRST, SECOND, THIRD = course.written_lessons()[:3]


def passes(pupil, lesson, *items):
    for item in items or required(lesson):
        now = timezone.now()
        which = {"pupil": pupil, "lesson": lesson.name, "item": item.name}
        Standing.objects.update_or_create(
            **which, defaults={"best_points": item.points, "passed_at": now, "last_at": now}
        )


def graded(pupil, number, outcome, *, points=0, misconception="", message="", item="paires"):
    return Attempt.objects.create(
        pupil=pupil,
        key=f"key-{item}-{number}",
        lesson=FIRST.name,
        item=item,
        number=number,
        state="done",
        graded_at=timezone.now(),
        outcome=outcome,
        points=points,
        misconception=misconception,
        verdict={"message": message},
    )


def test_at_first_only_the_first_lesson_is_open(pupil):
    assert open_lessons(record_of(pupil)) == (FIRST,)


def test_the_threshold_opens_the_next_lesson_and_not_the_one_after(pupil):
    passes(pupil, FIRST)
    assert open_lessons(record_of(pupil)) == (FIRST, SECOND)


def test_bonuses_do_not_open_a_lesson(pupil):
    passes(pupil, FIRST, *(item for item in FIRST.items if item.bonus))
    progress = progress_in(record_of(pupil), FIRST)
    assert progress.points == 0
    assert not progress.reached


def test_the_teacher_may_close_and_open_and_the_word_for_a_pupil_comes_first(classroom, pupil, make_pupil):
    other = make_pupil("Léo")
    Opening.objects.create(classroom=classroom, lesson=THIRD.name, is_open=True)
    Opening.objects.create(classroom=classroom, lesson=FIRST.name, is_open=False)
    Opening.objects.create(classroom=classroom, pupil=other, lesson=THIRD.name, is_open=False)
    assert open_lessons(record_of(pupil)) == (THIRD,)
    assert open_lessons(record_of(other)) == ()


def test_a_level_never_goes_down(classroom, pupil):
    passes(pupil, FIRST, *fewest(record_of(pupil), FIRST))
    award(pupil, FIRST)
    classroom.threshold = 1.0
    classroom.save()
    pupil.refresh_from_db()
    record = record_of(pupil)
    assert record.threshold == 1
    assert is_open(record, SECOND)


def test_the_class_threshold_comes_before_the_courses(classroom, pupil):
    classroom.threshold = 0.0625  # one point of sixteen
    classroom.save()
    pupil.refresh_from_db()
    assert progress_in(record_of(pupil), FIRST).needed == 1
    passes(pupil, FIRST, course.item_named(FIRST, "entourer"))
    assert is_open(record_of(pupil), SECOND)


def test_what_is_missing_is_as_little_as_can_be(pupil):
    chosen = fewest(record_of(pupil), FIRST)
    bar = 0.7 * sum(item.points for item in required(FIRST))
    assert sum(item.points for item in chosen) >= bar
    biggest_but_one = sorted((item.points for item in required(FIRST)), reverse=True)[: len(chosen) - 1]
    assert sum(biggest_but_one) < bar
    passes(pupil, FIRST, *chosen[:-1])
    assert progress_in(record_of(pupil), FIRST).missing == "encore 1 exercice"
    passes(pupil, FIRST, chosen[-1])
    assert progress_in(record_of(pupil), FIRST).missing == ""


def test_questions_are_named_when_they_are_what_is_missing(classroom, pupil):
    classroom.threshold = 1.0
    classroom.save()
    pupil.refresh_from_db()
    passes(pupil, FIRST, *(item for item in required(FIRST) if isinstance(item, Exercise)))
    assert progress_in(record_of(pupil), FIRST).missing == "encore 3 questions"


def test_the_teachers_points_come_before_the_attempts(pupil):
    passes(pupil, FIRST)
    Standing.objects.filter(pupil=pupil).update(override=0)
    progress = progress_in(record_of(pupil), FIRST)
    assert (progress.points, progress.reached, progress.missing) == (0, False, "")


def test_next_is_the_first_item_left_of_the_lesson_under_way(classroom, pupil):
    assert next_step(record_of(pupil)).item.name == "entourer"
    passes(pupil, FIRST, course.item_named(FIRST, "entourer"))
    assert next_step(record_of(pupil)).item.name == "paires"
    passes(pupil, FIRST)
    assert next_step(record_of(pupil)).lesson == SECOND
    Opening.objects.create(classroom=classroom, lesson=THIRD.name, is_open=True)
    passes(pupil, THIRD, THIRD.items[0])  # the pupil went there
    assert next_step(record_of(pupil)).lesson == THIRD


def test_when_all_is_closed_there_is_nothing_next(classroom, pupil):
    Opening.objects.create(classroom=classroom, lesson=FIRST.name, is_open=False)
    assert next_step(record_of(pupil)) is None


def test_a_whole_class_is_read_in_four_queries(classroom, make_pupil, django_assert_num_queries):
    for name in ("Ana", "Bob", "Chloé"):
        passes(make_pupil(name), FIRST)
    with django_assert_num_queries(4):
        records = records_of(classroom)
        assert [is_open(record, SECOND) for record in records] == [True] * 3


def test_what_is_read_around_a_lesson_is_enough_for_it(pupil):
    passes(pupil, FIRST)
    passes(pupil, SECOND, *SECOND.items[:2])
    passes(pupil, THIRD, THIRD.items[0])
    for lesson in (FIRST, SECOND, THIRD):
        whole, around = record_of(pupil), record_around(pupil, lesson)
        assert is_open(whole, lesson) == is_open(around, lesson)
        assert progress_in(whole, lesson) == progress_in(around, lesson)


def test_the_same_mistake_in_a_row_is_counted_and_another_one_starts_again(pupil):
    for number, misconception in enumerate(("max", "max", "max"), 1):
        standing = count(graded(pupil, number, "wrong", misconception=misconception))
    assert (standing.tries, standing.same_mistake) == (3, 3)
    assert count(graded(pupil, 4, "wrong", misconception="other")).same_mistake == 1
    assert count(graded(pupil, 5, "raised", message="Il manque « : ».")).same_mistake == 1
    assert count(graded(pupil, 6, "raised", message="Il manque « : ».")).same_mistake == 2
    assert count(graded(pupil, 7, "passed", points=2)).same_mistake == 0


def test_blanks_and_our_own_faults_are_no_tries(pupil):
    count(graded(pupil, 1, "not_attempted"))
    assert count(graded(pupil, 2, "grader_error")).tries == 0


def test_the_best_attempt_counts(pupil):
    count(graded(pupil, 1, "passed", points=2))
    standing = count(graded(pupil, 2, "wrong"))
    assert (standing.best_points, standing.last_outcome) == (2, "wrong")
    assert standing.passed_at


def test_counting_again_finds_the_same(pupil):
    for number, outcome in enumerate(("wrong", "wrong", "passed", "wrong"), 1):
        before = count(graded(pupil, number, outcome, points=2 * (outcome == "passed"), misconception="max"))
    after = recount(pupil, FIRST.name, "paires")
    names = ("tries", "best_points", "passed_at", "last_outcome", "last_misconception", "last_at", "same_mistake")
    assert [getattr(after, name) for name in names] == [getattr(before, name) for name in names]


def test_badges_are_given_once_the_lessons_own_with_the_threshold(pupil):
    badged = next(item for item in FIRST.items if item.badge)
    passes(pupil, FIRST, badged)
    assert award(pupil, FIRST) == (badged.badge,)
    assert award(pupil, FIRST) == ()
    passes(pupil, FIRST)
    assert FIRST.badge in award(pupil, FIRST)
    assert EarnedBadge.objects.filter(pupil=pupil, slug=FIRST.badge.slug).count() == 1


def test_a_lower_threshold_gives_its_badge_to_those_who_are_above(classroom, pupil):
    passes(pupil, FIRST, course.item_named(FIRST, "entourer"))
    classroom.threshold = 0.05
    classroom.save()
    award_class(classroom)
    assert EarnedBadge.objects.filter(pupil=pupil, slug=FIRST.badge.slug).exists()


@pytest.mark.parametrize(
    "memory, own, reached",
    [
        ({}, None, 0),
        ({"perte_lecon_2": 2.47}, 2.47, 2),
        ({"perte_lecon_2": 2.47, "perte_gpt": 2.1}, 2.1, 4),
        ({"escalier": {"hasard": 3.3, "ton turbo": 2.2}}, 2.2, 3),
        ({"perte_gpt": "2.1", "perte_lecon_2": True, "perte_lecon_3": None, "escalier": [1]}, None, 0),
        ({"perte_gpt": 1e400, "perte_lecon_2": -1}, None, 0),
    ],
)
def test_the_ladder_believes_only_what_can_be_a_loss(memory, own, reached):
    found = ladder(memory)
    assert (found.own, found.reached) == (own, reached)


@pytest.mark.parametrize("said", [None, True, False])
@pytest.mark.parametrize("own", [None, True, False])
@pytest.mark.parametrize("reached", [True, False])
def test_the_short_way_to_know_what_is_open_says_the_same_as_the_long_one(pupil, said, own, reached):
    first, second = course.written_lessons()[:2]
    for whose, word in ((None, said), (pupil, own)):
        if word is not None:
            Opening.objects.create(classroom=pupil.classroom, pupil=whose, lesson=second.name, is_open=word)
    if reached:
        for item in first.items:
            Standing.objects.create(pupil=pupil, lesson=first.name, item=item.name, best_points=item.points)
    for lesson in (first, second):
        assert is_open_to(pupil, lesson) == is_open(record_of(pupil), lesson)
