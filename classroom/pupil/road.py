"""« Mon parcours »: the road, the model's stairs, the class's dots, the last badges."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from classroom.gates.pupils import pupils_only
from classroom.road.class_goal import dots, goal_of
from classroom.road.ladder import ladder
from classroom.road.ladder_drawing import stairs
from classroom.road.medals import medals_of, on_the_shelf
from classroom.road.next_step import next_step
from classroom.road.progress import record_of
from classroom.road.road import FREE_TEXT, anchor_of, hello, invitation, road_of
from classroom.road.road_drawing import lines_of


@require_safe
@pupils_only
def road(request: HttpRequest) -> HttpResponse:
    record = record_of(request.pupil)
    step = next_step(record)
    way, goal, medals = road_of(record, step), goal_of(request.pupil.classroom), medals_of(request.pupil)
    context = {
        "pupil": request.pupil,
        "solo": settings.SOLO,
        "hello": hello(record, step),
        "step": step,
        "invitation": invitation(record, step) if step else "",
        "anchor": anchor_of(step.lesson, step.item) if step and step.item else "",
        "reply_anchor": FREE_TEXT,
        "road": way,
        "lines": lines_of(way),
        "stairs": stairs(ladder(request.pupil.memory)),
        "goal": goal,
        "dots": dots(goal) if goal else None,
        "medals": medals,
        "shelf": on_the_shelf(medals),
    }
    return render(request, "classroom/pupil/road.html", context)
