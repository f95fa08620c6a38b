"""« Mes badges », the page of each badge, and the diploma."""

import re
from datetime import UTC, datetime

import pytest
from django.utils import timezone

from autograder.exercise import Question
from classroom import course
from classroom.models import EarnedBadge, Standing
from classroom.road.diploma import diploma_of
from classroom.road.loss_drawing import draw
from classroom.road.medals import day_of, earned_first, medals_of, on_the_shelf
from classroom.road.progress import required
from classroom.road.road import main_lessons
from tuto import diplome

pytestmark = pytest.mark.django_db

MEMORY = {
    "perte_gpt": 2.08,
    "courbe_gpt": [3.3, 2.9, 2.5, 2.3, 2.2],
    "prenoms_inventes": ["lorin", "maélie", "zélio", "noémin", "timaël", "inouk"],
}


def finish(pupil, *lessons):
    for lesson in lessons:
        for item in required(lesson):
            Standing.objects.create(
                pupil=pupil, lesson=lesson.name, item=item.name, best_points=item.points, passed_at=timezone.now()
            )


@pytest.fixture
def architect(pupil):
    """A pupil who has reached the five lessons, with a trained model."""
    finish(pupil, *main_lessons())
    pupil.memory = MEMORY
    pupil.save()
    return pupil


def test_every_badge_of_the_course_has_its_page(pupil_client):
    page = pupil_client.get("/badges/").text
    for badge in course.all_badges():
        assert f'href="/badges/{badge.slug}/"' in page
        assert pupil_client.get(f"/badges/{badge.slug}/").status_code == 200
    assert f"{len(course.all_badges())} à venir" in page


def test_medals_are_the_courses_badges(pupil):
    assert [medal.badge for medal in medals_of(pupil)] == list(course.all_badges())


def test_lessons_have_badges_too():
    assert {lesson.badge for lesson in main_lessons()} <= set(course.all_badges())


def test_every_badge_has_its_drawing():
    folder = course.course().badges
    assert [badge.slug for badge in course.all_badges() if not (folder / f"{badge.slug}.svg").is_file()] == []


def test_a_badge_says_what_it_proves_and_when_it_was_earned(pupil, pupil_client):
    badge = course.all_badges()[0]
    before = pupil_client.get(f"/badges/{badge.slug}/").text
    assert "À gagner" in before
    EarnedBadge.objects.create(pupil=pupil, slug=badge.slug)
    EarnedBadge.objects.update(earned_at=datetime(2026, 11, 1, 23, 30, tzinfo=UTC))  # the 2nd in Paris
    after = pupil_client.get(f"/badges/{badge.slug}/").text
    assert badge.proves in after
    assert "Gagné le 2 novembre" in after
    assert "Gagné le 2 novembre" in pupil_client.get("/badges/").text


def test_the_first_of_a_month_is_said_as_in_french():
    assert day_of(datetime(2026, 11, 1, 12, tzinfo=UTC)) == "1er novembre"
    assert day_of(datetime(2026, 11, 11, 12, tzinfo=UTC)) == "11 novembre"


def test_a_badge_leads_to_its_exercise_only_when_the_lesson_is_open(pupil_client):
    lessons = course.written_lessons()
    first = next(item.badge for item in lessons[0].items if item.badge)
    assert f"/lecon/{lessons[0].name}/#e" in pupil_client.get(f"/badges/{first.slug}/").text
    later = pupil_client.get(f"/badges/{lessons[3].badge.slug}/").text
    assert "pas encore ouverte pour toi" in later
    assert "/lecon/" not in later


def test_an_unknown_badge_is_not_found(pupil_client):
    assert pupil_client.get("/badges/maitre-du-monde/").status_code == 404


def test_someone_elses_badges_are_not_mine(make_pupil, pupil_client):
    badge = course.all_badges()[0]
    EarnedBadge.objects.create(pupil=make_pupil("Noé"), slug=badge.slug)
    assert "Gagné le" not in pupil_client.get("/badges/").text


def test_earned_badges_come_first_and_the_shelf_shows_the_next_one(pupil):
    badges = course.all_badges()
    for badge in (badges[5], badges[2]):
        EarnedBadge.objects.create(pupil=pupil, slug=badge.slug)
    medals = medals_of(pupil)
    assert [medal.badge for medal in earned_first(medals)][:3] == [badges[2], badges[5], badges[0]]
    assert [medal.badge for medal in on_the_shelf(medals)] == [badges[5], badges[2], badges[0]]


def test_pages_are_for_pupils_only(client):
    for address in ("/badges/", f"/badges/{course.all_badges()[0].slug}/", "/diplome/"):
        assert client.get(address).headers["Location"] == "/"


def test_the_diploma_carries_the_name_the_loss_and_five_names(architect, pupil_client):
    page = pupil_client.get("/diplome/").text
    assert "Zoé" in page
    assert "2,08" in page
    assert "Cinq prénoms nés de son modèle" in page
    assert re.findall(r'aria-label="(\w+)"><i class="dot">', page) == MEMORY["prenoms_inventes"][:5]
    assert "landscape-page" in page


def test_a_diploma_to_come_says_what_is_missing(pupil, pupil_client):
    finish(pupil, *main_lessons()[:4])
    pupil.memory = MEMORY
    pupil.save()
    page = pupil_client.get("/diplome/").text
    assert "Leçon 5, Mon premier LLM" in page
    assert "encore" in page
    assert "Leçon 4" not in page
    assert "décerné" not in page


def test_an_untrained_model_has_no_diploma_yet(architect, pupil_client):
    architect.memory = {}
    architect.save()
    page = pupil_client.get("/diplome/").text
    assert "entraîne-le" in page
    assert "décerné" not in page


def test_the_teachers_points_may_open_the_diploma(architect, pupil_client):
    last = main_lessons()[-1]
    questions = [item.name for item in last.items if isinstance(item, Question)]
    Standing.objects.filter(lesson=last.name).exclude(item__in=questions).update(best_points=0, passed_at=None)
    assert "décerné" not in pupil_client.get("/diplome/").text
    for item in last.exercises:
        Standing.objects.filter(lesson=last.name, item=item.name).update(override=item.points, override_reason="oral")
    assert "décerné" in pupil_client.get("/diplome/").text


@pytest.mark.parametrize(
    "hurt",
    [
        {"perte_gpt": None},
        {"perte_gpt": "2"},
        {"perte_gpt": float("nan")},
        {"courbe_gpt": "123"},
        {"courbe_gpt": [2.0]},
        {"courbe_gpt": [{}, None]},
        {"prenoms_inventes": {"a": 1}},
        {"prenoms_inventes": [1, None, "x" * 40, "<b>", ""]},
    ],
)
def test_a_memory_that_makes_no_sense_makes_no_diploma(hurt):
    assert diploma_of(MEMORY) is not None
    assert diploma_of(MEMORY | hurt) is None


def test_the_same_lessons_lead_to_the_kits_diploma():
    assert tuple(lesson.name for lesson in main_lessons()) == diplome.LESSONS


@pytest.mark.parametrize("losses", [[3.3, 2.0], [2.0, 2.0], [5, 4, 3.9], [2, 40], [3.3 - k / 40 for k in range(50)]])
def test_any_training_stays_in_the_drawing(losses):
    curve = draw(losses)
    heights = [float(place.split()[1]) for place in curve.line[1:].split("L")]
    assert all(26 <= height <= 196 for height in heights)
    assert 8 <= float(curve.value_y) < float(curve.words_y) < 196


def test_strange_names_are_left_out_of_the_diploma():
    names = ["<script>", "lou", "lou", 4, "zoé" * 9, "jean-noé"]
    assert diploma_of(MEMORY | {"prenoms_inventes": names}).names == ("lou", "jean-noé")


def test_when_every_invented_name_is_long_the_shortest_is_on_the_diploma():
    names = ["maximilienne", "constantine", "x" * 15]
    assert diploma_of(MEMORY | {"prenoms_inventes": names}).names == ("constantine",)
    assert diplome.chosen(names) == ["constantine"]


def test_who_learns_alone_types_the_name_to_print(architect, pupil_client, settings):
    settings.SOLO = True
    page = pupil_client.get("/diplome/").text
    assert "Ton prénom" in page and "Signature" not in page


def test_a_long_training_is_drawn_with_a_few_points():
    assert len(diploma_of(MEMORY | {"courbe_gpt": [3.3] * 5000}).curve) <= 120
