"""The marks of a class: for each pupil and lesson, the points of every exercise, question and free text."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from autograder.exercise import Lesson
from autograder.feedback.places import alphabetical, lesson_number, place
from autograder.typography import number
from classroom.course import all_badges, written_lessons
from classroom.models import Classroom, EarnedBadge, FreeAnswer, Pupil, Standing


@dataclass(frozen=True)
class Mark:
    """points   None: not tried, or not read by the teacher yet
    bonus    it counts for nothing but the pleasure
    free     read and marked by the teacher
    machine  the best attempt's points, when the teacher gave others, with or without a reason
    comment  the teacher's, on a free text
    """

    name: str
    label: str
    title: str
    points: float | None
    out_of: float
    bonus: bool = False
    free: bool = False
    machine: float | None = None
    reason: str = ""
    comment: str = ""
    text: str = ""

    @property
    def score(self) -> str:
        """« 2,5 / 3 », « à lire », or nothing yet."""
        if self.points is None:
            return "à lire" if self.text else "–"
        return f"{number(self.points)} / {number(self.out_of)}"


@dataclass(frozen=True)
class LessonMarks:
    """earned, out_of: what counts (bonuses apart), free texts included"""

    lesson: Lesson
    number: int | None
    marks: tuple[Mark, ...]

    @property
    def earned(self) -> float:
        return sum(mark.points or 0 for mark in self.marks if not mark.bonus)

    @property
    def out_of(self) -> float:
        return sum(mark.out_of for mark in self.marks if not mark.bonus)

    @property
    def bonus(self) -> float:
        return sum(mark.points or 0 for mark in self.marks if mark.bonus)

    @property
    def score(self) -> str:
        """« 12,5 / 18 + 2 en bonus »"""
        bonus = f" + {number(self.bonus)} en bonus" if self.bonus else ""
        return f"{number(self.earned)} / {number(self.out_of)}{bonus}"

    @property
    def is_started(self) -> bool:
        return any(mark.points is not None or mark.text for mark in self.marks)


@dataclass(frozen=True)
class PupilMarks:
    """badges: their titles, in the order of the course"""

    pupil: Pupil
    lessons: tuple[LessonMarks, ...]
    badges: tuple[str, ...]

    @property
    def started(self) -> tuple[LessonMarks, ...]:
        return tuple(one for one in self.lessons if one.is_started)


def marks_of_class(classroom: Classroom) -> tuple[PupilMarks, ...]:
    """In alphabetical order."""
    pupils = sorted(classroom.pupils.all(), key=lambda pupil: alphabetical(pupil.pseudonym))
    return marks_of(pupils)


def marks_of(pupils: Iterable[Pupil]) -> tuple[PupilMarks, ...]:
    pupils = list(pupils)
    standings = {(one.pupil_id, one.lesson, one.item): one for one in Standing.objects.filter(pupil__in=pupils)}
    answers = {(one.pupil_id, one.lesson, one.name): one for one in FreeAnswer.objects.filter(pupil__in=pupils)}
    earned = set(EarnedBadge.objects.filter(pupil__in=pupils).values_list("pupil_id", "slug"))
    return tuple(
        PupilMarks(
            pupil,
            tuple(lesson_marks(pupil, lesson, standings, answers) for lesson in written_lessons()),
            tuple(badge.title for badge in all_badges() if (pupil.pk, badge.slug) in earned),
        )
        for pupil in pupils
    )


def lesson_marks(pupil: Pupil, lesson: Lesson, standings: dict, answers: dict) -> LessonMarks:
    marks = [item_mark(lesson, item, standings.get((pupil.pk, lesson.name, item.name))) for item in lesson.items]
    marks += [free_mark(free, answers.get((pupil.pk, lesson.name, free.name))) for free in lesson.free_texts]
    return LessonMarks(lesson, lesson_number(lesson), tuple(marks))


def item_mark(lesson: Lesson, item, standing: Standing | None) -> Mark:
    where = place(lesson, item.name)
    mark = Mark(item.name, where.label, plain(where.title), None, item.points, item.bonus)
    if standing is not None and standing.override is not None:
        return replace(mark, points=standing.points, machine=standing.best_points, reason=standing.override_reason)
    return replace(mark, points=standing.points) if standing is not None and standing.tries else mark


def free_mark(free, answer: FreeAnswer | None) -> Mark:
    return Mark(
        free.name,
        "Texte",
        plain(free.prompt),
        answer.points if answer else None,
        free.points,
        free=True,
        comment=answer.comment if answer else "",
        text=answer.text if answer else "",
    )


def plain(title: str) -> str:
    """Without the backticks that mark code in a notebook."""
    return title.replace("`", "")
