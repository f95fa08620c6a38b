"""What a class does together: one dot for each exercise or question that someone passed, up to the next round number.

No name, no ranking: every dot counts the same, and nobody can see whose it is.
"""

from dataclasses import dataclass

from classroom import course
from classroom.models import Classroom, Standing

ROUND = (10, 25, 50, 75, 100, 150, 200, 250, 300, 400, 500, 600, 800, 1000, 1250, 1500, 1750, 2000, 2500, 3000, 4000)
WIDTH, HEIGHT = 600, 100  # of the drawing
PITCHES = (40, 30, 20, 15, 12, 10, 8, 6, 5, 4, 3, 2)  # all divide the width


@dataclass(frozen=True)
class Goal:
    """passed  the last round number that was reached, 0 before the first"""

    have: int
    target: int
    passed: int

    @property
    def is_all(self) -> bool:
        return self.have == self.target


def goal_of(classroom: Classroom) -> Goal | None:
    """None for a class of one: there is no « together »."""
    pupils = classroom.pupils.count()
    if pupils < 2:
        return None
    return goal_for(dots_of(classroom), possible=pupils * sum(len(lesson.items) for lesson in course.written_lessons()))


def goal_for(have: int, possible: int) -> Goal:
    """
    >>> goal_for(112, 1900)
    Goal(have=112, target=150, passed=100)
    """
    have = min(have, possible)
    target = next((number for number in ROUND if number > have), possible)
    return Goal(have, min(target, possible), max((number for number in ROUND if number <= have), default=0))


def dots_of(classroom: Classroom) -> int:
    """Passed by an attempt, or by the teacher's word, which comes first (as in progress.has_passed)."""
    standings = Standing.objects.filter(pupil__classroom=classroom)
    by_themselves = standings.filter(override=None, passed_at__isnull=False).count()
    points = {(lesson.name, item.name): item.points for lesson in course.written_lessons() for item in lesson.items}
    decided = standings.exclude(override=None).values_list("lesson", "item", "override")
    return by_themselves + sum(given >= points.get((lesson, item), given + 1) for lesson, item, given in decided)


@dataclass(frozen=True)
class Dots:
    """A grid of dots in a box of WIDTH units: whole rows, then the dots that are left."""

    pitch: int
    height: int
    todo_rows: int  # height of the whole rows
    todo_rest: int  # width of what is left
    have_rows: int
    have_rest: int

    @property
    def middle(self) -> int:
        return self.pitch // 2


def dots(goal: Goal) -> Dots:
    """As big as fits."""

    def rows(pitch: int) -> int:
        return -(-goal.target // (WIDTH // pitch))

    pitch = next((pitch for pitch in PITCHES if rows(pitch) * pitch <= HEIGHT), PITCHES[-1])
    across = WIDTH // pitch
    return Dots(
        pitch=pitch,
        height=rows(pitch) * pitch,
        todo_rows=goal.target // across * pitch,
        todo_rest=goal.target % across * pitch,
        have_rows=goal.have // across * pitch,
        have_rest=goal.have % across * pitch,
    )
