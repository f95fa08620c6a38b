"""How far the next lesson is: the arithmetic of the threshold, and the sentence that says it."""

import math
from dataclasses import dataclass

from autograder.exercise import Course, Lesson, Outcome
from autograder.feedback import phrases
from autograder.feedback.places import lesson_number, next_lesson, place
from autograder.report import Report, Verdict

_TINY = 1e-9  # 0.7 of 30 points must be 21, not a hair more
_FEW = 3  # more names than this discourage
_STARTED = (Outcome.WRONG, Outcome.RAISED, Outcome.TIMED_OUT)


@dataclass(frozen=True)
class Progress:
    """Required points only: bonuses never open or close a lesson.

    needed and missing are whole points, rounded up, since exercises are worth whole points.
    """

    have: float
    out_of: int
    needed: int
    missing: int
    reached: bool
    following: Lesson | None
    opened: Lesson | None

    @property
    def joyful(self) -> bool:
        return self.opened is not None or self.reached

    @property
    def following_name(self) -> str | None:
        """« la leçon 2 »; None after the last lesson."""
        lesson = self.opened or self.following
        return phrases.lesson_name(lesson_number(lesson), article=True) if lesson else None


def progress(report: Report, course: Course) -> Progress:
    have, out_of = report.required_points, report.required_max
    bar = report.threshold * out_of
    return Progress(
        have=have,
        out_of=out_of,
        needed=math.ceil(bar - _TINY),
        missing=max(0, math.ceil(bar - have - _TINY)),
        reached=report.reached,
        following=next_lesson(course, report.lesson),
        opened=report.unlocked,
    )


def sentence(report: Report, step: Progress) -> str:
    if step.opened:
        return phrases.opened(step.following_name, step.opened.title, ready=bool(step.opened.items))
    if not report.verdicts:
        return phrases.NOTHING_GRADED
    if not step.missing:
        return phrases.reached_but_closed(step.following_name) if step.following else phrases.reached_the_end()
    return phrases.missing(step.missing, step.following_name, _advice(report, step.missing))


def _advice(report: Report, missing: int) -> str | None:
    """What to do next: a few names, or only the first when there would be many."""
    chosen = enough(report, missing)
    if not chosen:
        return None
    if len(chosen) > _FEW:
        chosen, say = within_reach(report)[:1], phrases.begin_with
    else:
        say = phrases.manage
    found = [place(report.lesson, verdict.name) for verdict in chosen]
    exercises = [where.number or where.title for where in found if not where.is_question]
    return say(exercises, [where.number for where in found if where.is_question])


def within_reach(report: Report) -> tuple[Verdict, ...]:
    """Required exercises that the pupil can still win, those already started first."""
    required = [verdict for verdict in report.verdicts if not verdict.bonus and _left(verdict) > 0]
    started = [verdict for verdict in required if verdict.outcome in _STARTED]
    return (*started, *(verdict for verdict in required if verdict.outcome is Outcome.NOT_ATTEMPTED))


def enough(report: Report, missing: int) -> tuple[Verdict, ...]:
    """A few exercises that would bring the missing points; empty when none can, because the grader had a problem."""
    chosen: list[Verdict] = []
    for verdict in within_reach(report):
        if _total(chosen) >= missing - _TINY:
            break
        chosen.append(verdict)
    if _total(chosen) < missing - _TINY:
        return ()
    for verdict in tuple(chosen):  # a big one at the end may make small ones useless
        if _total(chosen) - _left(verdict) >= missing - _TINY:
            chosen.remove(verdict)
    return tuple(verdict for verdict in report.verdicts if verdict in chosen)


def _left(verdict: Verdict) -> float:
    return verdict.max_points - verdict.points


def _total(verdicts: list[Verdict]) -> float:
    return sum(_left(verdict) for verdict in verdicts)
