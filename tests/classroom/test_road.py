"""« Mon parcours »: where a pupil stands, what comes next, and what the class does together."""

import re
from datetime import timedelta

import pytest
from django.utils import timezone

from classroom import course
from classroom.models import Classroom, FreeAnswer, Opening, Standing
from classroom.road.class_goal import ROUND, dots, goal_for, goal_of
from classroom.road.ladder import ladder
from classroom.road.ladder_drawing import stairs
from classroom.road.next_step import next_step
from classroom.road.progress import record_of, required
from classroom.road.road import anchor_of, hello, invitation, main_lessons, road_of
from classroom.road.road_drawing import lines_of

pytestmark = pytest.mark.django_db

ROAD = "/parcours/"


def pass_item(pupil, lesson, item, when=None):
    when = when or timezone.now()
    Standing.objects.create(
        pupil=pupil, lesson=lesson.name, item=item.name, tries=1, best_points=item.points, passed_at=when, last_at=when
    )


def finish(pupil, *lessons):
    for lesson in lessons:
        for item in required(lesson):
            pass_item(pupil, lesson, item)


def road_now(pupil):
    record = record_of(pupil)
    return road_of(record, next_step(record))


def states(stops):
    return [stop.state for stop in stops]


def test_a_new_pupil_stands_at_the_first_lesson(pupil, pupil_client):
    road = road_now(pupil)
    assert states(road.lessons) == ["now", "locked", "locked", "locked", "locked"]
    assert set(states(road.bonus)) == {"locked"}
    page = pupil_client.get(ROAD).text
    assert "Commencer\u00a0: exercice 1.1" in page
    assert "/lecon/01_deviner_la_suite/#e1" in page


def test_the_road_shows_every_lesson_of_the_course(pupil, pupil_client):
    page = pupil_client.get(ROAD).text
    assert all(lesson.title in page for lesson in course.course().lessons)
    assert len(main_lessons()) == 5


def test_a_reached_lesson_opens_the_next_one(pupil, pupil_client):
    first, second = main_lessons()[:2]
    finish(pupil, first)
    pass_item(pupil, second, second.exercises[0])
    road = road_now(pupil)
    assert states(road.lessons)[:3] == ["done", "now", "locked"]
    assert road.lessons[0].label == f"{len(required(first))} sur {len(required(first))}"
    assert road.lessons[1].label.endswith(", en cours")
    assert "Continuer\u00a0: exercice 2.3" in pupil_client.get(ROAD).text  # 2.2 is a bonus


def test_a_closed_lesson_says_what_is_missing(pupil):
    first = main_lessons()[0]
    for item in required(first):
        if item.name not in ("compter_paires", "probabilites"):
            pass_item(pupil, first, item)
    labels = [stop.label for stop in road_now(pupil).lessons]
    assert labels[1:4] == ["encore 1 exercice", "après la 2", "après la 3"]


def test_the_teachers_word_comes_first(pupil, classroom):
    first, second, third = main_lessons()[:3]
    finish(pupil, first)
    Opening.objects.create(classroom=classroom, lesson=second.name, is_open=False)
    Opening.objects.create(classroom=classroom, lesson=third.name, is_open=True)
    road = road_now(pupil)
    assert states(road.lessons)[:3] == ["done", "locked", "now"]
    assert road.lessons[1].label == "pas encore ouverte"


def test_when_every_lesson_is_closed_there_is_nothing_to_press(pupil, pupil_client, classroom):
    for lesson in course.written_lessons():
        Opening.objects.create(classroom=classroom, lesson=lesson.name, is_open=False)
    page = pupil_client.get(ROAD).text
    assert "pas encore ouvert de leçon" in page
    assert "btn main" not in page


def test_the_diploma_shows_at_the_end_of_the_lessons(pupil, pupil_client):
    finish(pupil, *main_lessons())
    road = road_now(pupil)
    assert road.is_travelled
    assert states(road.bonus)[0] == "now"
    assert "Ton diplôme" in pupil_client.get(ROAD).text


def test_hello_says_what_was_built_last(pupil):
    first = main_lessons()[0]
    pass_item(pupil, first, first.exercises[1])
    pass_item(pupil, first, first.exercises[0], when=timezone.now() - timedelta(days=1))
    built = first.exercises[1].built
    said = hello(record_of(pupil), next_step(record_of(pupil)))
    assert said.endswith(built[1:])


def test_the_quiz_comes_after_the_exercises(pupil):
    first = main_lessons()[0]
    for exercise in first.exercises:
        pass_item(pupil, first, exercise)
    Opening.objects.create(classroom=pupil.classroom, lesson="02_apprendre_des_erreurs", is_open=False)
    pupil.refresh_from_db()
    record = record_of(pupil)
    step = next_step(record)
    assert step.item == first.questions[0]
    assert invitation(record, step) == "Continuer : quiz 1"


def test_links_lead_to_places_that_exist(pupil, client_of, classroom):
    for lesson in course.written_lessons():
        Opening.objects.create(classroom=classroom, lesson=lesson.name, is_open=True)
    client = client_of(pupil)
    for lesson in course.written_lessons():
        page = client.get(f"/lecon/{lesson.name}/").text
        wanted = {anchor_of(lesson, item) for item in lesson.items} | {"explique-avec-tes-mots"}
        assert wanted <= set(re.findall(r'id="([^"]+)"', page)), lesson.name


def test_a_teachers_answer_is_announced_until_it_is_read(pupil, pupil_client):
    answer = FreeAnswer.objects.create(
        pupil=pupil, lesson=main_lessons()[0].name, name="explique_1", text="Voilà.", marked_at=timezone.now()
    )
    assert "Une réponse" in pupil_client.get(ROAD).text
    FreeAnswer.objects.filter(pk=answer.pk).update(read_at=timezone.now())
    assert "Une réponse" not in pupil_client.get(ROAD).text


def test_somebody_elses_answer_is_not_announced(make_pupil, pupil_client):
    other = make_pupil("Noé")
    lesson = main_lessons()[0].name
    FreeAnswer.objects.create(pupil=other, lesson=lesson, name="explique_1", text="Oui.", marked_at=timezone.now())
    assert "Une réponse" not in pupil_client.get(ROAD).text


def test_the_road_is_green_as_far_as_the_pupil_came(pupil):
    def end_of(path):
        return float(re.findall(r"[-\d.]+", path)[-2])

    first = end_of(lines_of(road_now(pupil)).done)
    finish(pupil, *main_lessons()[:2])
    third = end_of(lines_of(road_now(pupil)).done)
    assert first < third < end_of(lines_of(road_now(pupil)).way)
    finish(pupil, *main_lessons()[2:])
    lines = lines_of(road_now(pupil))
    assert lines.done == lines.way


def test_dots_count_everyones_exercises_and_nobodys_name(pupil, make_pupil, pupil_client, classroom):
    lesson = main_lessons()[0]
    other = make_pupil("Noé")
    for item in lesson.items[:3]:
        pass_item(other, lesson, item)
    pass_item(pupil, lesson, lesson.items[0])
    assert goal_of(classroom).have == 4
    page = pupil_client.get(ROAD).text
    assert "4 exercices réussis sur 10" in page
    assert "Noé" not in page


def test_the_teachers_points_count_as_on_the_board(pupil, make_pupil, classroom):
    lesson = main_lessons()[0]
    make_pupil("Noé")
    for item, override in zip(lesson.items[:3], (0, lesson.items[1].points, None), strict=True):
        pass_item(pupil, lesson, item)
        Standing.objects.filter(item=item.name).update(override=override)
    assert goal_of(classroom).have == 2


def test_other_classes_do_not_count(pupil, make_pupil, teacher, classroom):
    elsewhere = Classroom.objects.create(code="PONT", name="6e A", teacher=teacher)
    stranger = make_pupil("Noé", elsewhere)
    make_pupil("Lina")
    finish(stranger, main_lessons()[0])
    assert goal_of(classroom).have == 0


def test_alone_there_is_no_class_goal(pupil, pupil_client, classroom):
    assert goal_of(classroom) is None
    assert "Tous ensemble" not in pupil_client.get(ROAD).text


@pytest.mark.parametrize("possible", [3, 160, 2000])
def test_the_goal_is_always_ahead_until_all_is_done(possible):
    for have in range(possible + 1):
        goal = goal_for(have, possible)
        assert goal.have < goal.target <= possible or goal.is_all
        assert goal.passed <= have
    assert goal_for(possible, possible).is_all


@pytest.mark.parametrize("target", [*ROUND, 7, 137, 1931])
def test_there_are_as_many_dots_as_the_goal_says(target):
    goal = goal_for(target - 1, target)
    drawn = dots(goal)
    across = 600 // drawn.pitch
    assert drawn.todo_rows // drawn.pitch * across + drawn.todo_rest // drawn.pitch == goal.target
    assert drawn.have_rows // drawn.pitch * across + drawn.have_rest // drawn.pitch == goal.have
    assert drawn.todo_rows + bool(drawn.todo_rest) * drawn.pitch == drawn.height


def test_the_model_stands_between_the_steps_it_left_and_those_ahead(pupil, pupil_client):
    pupil.memory = {"perte_lecon_2": 2.47}
    pupil.save()
    page = pupil_client.get(ROAD).text
    assert "perte 2,47" in page
    assert "Ton modèle : 2,47." in page
    drawn = stairs(ladder(pupil.memory))
    level = float(drawn.mine.level.split()[1].split("h")[0])
    assert float(drawn.steps[1].y) < level < float(drawn.steps[2].y)


def test_before_the_first_model_the_stairs_wait(pupil_client):
    page = pupil_client.get(ROAD).text
    assert "Ton modèle arrive ici" in page


@pytest.mark.parametrize("loss", [0.01, 1.9, 2.0, 2.2, 3.3, 50])
def test_any_loss_stays_in_the_drawing(loss):
    drawn = stairs(ladder({"perte_gpt": loss}))
    left, top, width, height = map(int, drawn.box.split())
    assert top <= float(drawn.mine.point_y) <= top + height
    assert left <= float(drawn.mine.point_x) <= left + width
    assert top < float(drawn.mine.text_y)


def test_numbers_in_drawings_have_points_not_commas(pupil, pupil_client):
    pupil.memory = {"perte_gpt": 2.083}
    pupil.save()
    page = pupil_client.get(ROAD).text
    drawings = re.findall(r'\b(?:d|x|y|width|height|viewBox)="([^"]*)"', page)
    assert not any("," in drawing for drawing in drawings)


def test_the_road_is_for_pupils_only(client):
    assert client.get(ROAD).headers["Location"] == "/"


def test_a_name_is_always_escaped(classroom, make_pupil, client_of):
    page = client_of(make_pupil("<script>x</script>")).get(ROAD).text
    assert "<script>x" not in page


def test_the_road_needs_few_queries(pupil, pupil_client, django_assert_max_num_queries):
    finish(pupil, *main_lessons()[:3])
    with django_assert_max_num_queries(14):
        pupil_client.get(ROAD)
