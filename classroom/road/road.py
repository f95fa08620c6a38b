"""The road of the lessons, as one pupil sees it: each stop with its state, and what a closed one is waiting for."""

from dataclasses import dataclass

from django.db.models import F, Q

from autograder.exercise import Exercise, Item, Lesson
from autograder.feedback.places import lesson_number, place
from classroom import course
from classroom.models import FreeAnswer, Pupil
from classroom.road.next_step import NextStep
from classroom.road.progress import Record, has_passed, has_reached, is_open, progress_in, required

QUIZ, FREE_TEXT = (
    "le-petit-quiz",
    "explique-avec-tes-mots",
)  # headings of every lesson, as anchors (see lesson/prose.py)
TO_THE_DIPLOMA = 5  # so many lessons lead there, as the kit's diploma has it; those after are bonus levels
DONE, NOW, OPEN, LOCKED = "done", "now", "open", "locked"  # the classes of app.css and pupil.css


@dataclass(frozen=True)
class Stop:
    """label  « 3 sur 6, en cours », or for a closed lesson what it waits for
    replies   the teacher has answered a text of this lesson, not read yet
    """

    lesson: Lesson
    number: int | None
    state: str
    label: str
    replies: bool

    @property
    def is_open(self) -> bool:
        return self.state != LOCKED


@dataclass(frozen=True)
class Road:
    """lessons lead to the diploma; bonus levels come after; announced ones are not written yet."""

    lessons: tuple[Stop, ...]
    bonus: tuple[Stop, ...]
    announced: tuple[Lesson, ...]

    @property
    def is_travelled(self) -> bool:
        """All the lessons that lead to the diploma are reached."""
        return all(stop.state == DONE for stop in self.lessons)


def main_lessons() -> tuple[Lesson, ...]:
    return course.written_lessons()[:TO_THE_DIPLOMA]


def is_bonus_level(lesson: Lesson) -> bool:
    return lesson not in main_lessons()


def road_of(record: Record, step: NextStep | None) -> Road:
    answered = {reply.lesson for reply in unread_replies(record.pupil)}
    stops = [stop_of(record, lesson, step, answered) for lesson in course.written_lessons()]
    return Road(
        lessons=tuple(stop for stop in stops if not is_bonus_level(stop.lesson)),
        bonus=tuple(stop for stop in stops if is_bonus_level(stop.lesson)),
        announced=tuple(lesson for lesson in course.course().lessons if not lesson.items),
    )


def stop_of(record: Record, lesson: Lesson, step: NextStep | None, answered: set[str]) -> Stop:
    state = state_of(record, lesson, step)
    label = waits_for(record, lesson) if state == LOCKED else counted(record, lesson, state)
    return Stop(lesson, lesson_number(lesson), state, label, state != LOCKED and lesson.name in answered)


def state_of(record: Record, lesson: Lesson, step: NextStep | None) -> str:
    if not is_open(record, lesson):
        return LOCKED
    if has_reached(record, lesson):
        return DONE
    return NOW if step and step.lesson.name == lesson.name else OPEN


def counted(record: Record, lesson: Lesson, state: str) -> str:
    items = required(lesson)
    passed = sum(has_passed(record, lesson, item) for item in items)
    ending = ", en cours" if state == NOW and passed else ""
    return f"{passed} sur {len(items)}{ending}"


def waits_for(record: Record, lesson: Lesson) -> str:
    """Why a lesson is closed: the teacher's word, or what is missing in the lesson before."""
    if lesson.name in record.words:
        return "pas encore ouverte"
    lessons = course.written_lessons()
    before = lessons[[known.name for known in lessons].index(lesson.name) - 1]
    missing = progress_in(record, before).missing if is_open(record, before) else ""
    return missing or f"après la {lesson_number(before)}"


def unread_replies(pupil: Pupil) -> tuple[FreeAnswer, ...]:
    """Texts the teacher has answered since the pupil last looked."""
    unread = Q(read_at=None) | Q(read_at__lt=F("marked_at"))
    return tuple(pupil.free_answers.filter(unread, marked_at__isnull=False).order_by("marked_at"))


def hello(record: Record, step: NextStep | None) -> str:
    """What was built last, said again; or what is about to begin."""
    if step is None:
        return "Ton professeur n’a pas encore ouvert de leçon. Reviens bientôt !"
    if built := last_built(record):
        return f"Depuis la dernière fois, {built[0].lower()}{built[1:]}"
    if record.standings:
        return "Tu as bien commencé. On continue ?"
    return "Ton ordinateur ne sait encore rien. C’est toi qui vas tout lui apprendre."


def last_built(record: Record) -> str:
    """The sentence of the exercise that passed last."""
    passed = [
        (standing.passed_at, item.built)
        for lesson in course.written_lessons()
        for item in lesson.items
        if isinstance(item, Exercise)
        and (standing := record.standings.get((lesson.name, item.name)))
        and standing.passed_at
    ]
    return max(passed)[1] if passed else ""


def anchor_of(lesson: Lesson, item: Item) -> str:
    """Where the lesson's page speaks of it."""
    return f"e{lesson.exercises.index(item) + 1}" if isinstance(item, Exercise) else QUIZ


def invitation(record: Record, step: NextStep) -> str:
    """What the main button says: « Continuer : exercice 2.4 »."""
    number = lesson_number(step.lesson)
    if step.item is None:
        return f"Revoir la leçon {number}"
    where = place(step.lesson, step.item.name)
    verb = "Continuer" if record.standings else "Commencer"
    return f"{verb} : {f'quiz {number}' if where.is_question else f'exercice {where.number}'}"


def missing_lessons(record: Record, road: Road) -> list[tuple[Stop, str]]:
    """What the diploma still waits for, lesson by lesson: « encore 2 exercices »."""
    left = (stop for stop in road.lessons if stop.state != DONE)
    return [(stop, progress_in(record, stop.lesson).missing if stop.is_open else stop.label) for stop in left]
