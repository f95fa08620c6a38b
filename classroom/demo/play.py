"""The class of `--demo`, played through the real grading: what its pages show is what a true class would show."""

import secrets
import uuid
from datetime import datetime, timedelta

from django.contrib.auth.models import User
from django.db import transaction
from django.db.models import F, Max
from django.utils import timezone

from autograder.exercise import Item, Lesson
from autograder.sandbox import Sandbox
from classroom import course
from classroom.demo.invented import CLASS, MEMORY, Edit, Invented
from classroom.gates.secret_words import give_words, words_of
from classroom.grading import attempts
from classroom.grading.marking import mark, store
from classroom.grading.pool import open_sandbox
from classroom.lesson import copies
from classroom.lesson.release import release_of
from classroom.models import Attempt, Classroom, FreeAnswer, Pupil, Standing

TEACHER = "demo"
CODE = "LUNE"
BETWEEN = timedelta(minutes=3)  # two tries of the same pupil


TIMES = {  # all that says when something happened
    Pupil: ("seen_at", "raised_at"),
    Attempt: ("created_at", "graded_at"),
    Standing: ("last_at", "edited_at", "passed_at"),
    FreeAnswer: ("updated_at", "marked_at"),
}


def open_demo() -> None:
    """The invented class, made the first time; later its clocks are put forward, as if it had all just happened."""
    pupils = Pupil.objects.filter(classroom__code=CODE, classroom__teacher__username=TEACHER)
    if last := pupils.aggregate(last=Max("seen_at"))["last"]:
        put_forward(timezone.now() - last)
    else:
        make_demo()


def put_forward(late: timedelta) -> None:
    for model, names in TIMES.items():
        model.objects.update(**{name: F(name) + late for name in names})


def make_demo() -> None:
    teacher = User.objects.create_user(TEACHER)
    classroom = Classroom.objects.create(code=CODE, name="5e B (inventée)", teacher=teacher)
    with open_sandbox() as sandbox:
        for invented in CLASS:
            with transaction.atomic():
                play(invented, make_pupil(classroom, invented.name), sandbox)


def demo_access() -> dict[str, str]:
    """How to look around: a new password for the teacher at every start, and one pupil's card."""
    teacher = User.objects.get(username=TEACHER)
    password = secrets.token_urlsafe(8)
    teacher.set_password(password)
    teacher.save()
    pupil = Pupil.objects.get(classroom__code=CODE, pseudonym="Zoé")
    return {"name": TEACHER, "password": password, "code": CODE, "words": " · ".join(words_of(pupil))}


def make_pupil(classroom: Classroom, name: str) -> Pupil:
    pupil = Pupil(classroom=classroom, pseudonym=name)
    give_words(pupil)
    pupil.save()
    return pupil


def play(invented: Invented, pupil: Pupil, sandbox: Sandbox) -> None:
    """All that this pupil has done, the last of it `away` minutes ago."""
    lessons, mistakes = course.written_lessons(), dict(invented.mistakes)
    tries: list[tuple[Lesson, Item, str]] = []
    for lesson in lessons[: invented.done]:
        for item in lesson.items:
            tries += tries_of(lesson, item, mistakes.get(item.name, ()), True)
    for name, edits, passes in invented.now:
        lesson = lessons[invented.done]
        tries += tries_of(lesson, course.item_named(lesson, name), edits, passes)
    end = timezone.now() - timedelta(minutes=max(invented.away, 0))
    for rank, (lesson, item, code) in enumerate(tries):
        attempt(pupil, lesson, item, code, end - BETWEEN * (len(tries) - 1 - rank), sandbox)
    for name, words in invented.says:
        explain(pupil, name, words)
    pupil.memory = MEMORY if invented.done >= 5 else {}
    pupil.seen_at = None if invented.away < 0 else end
    pupil.raised_at = None if invented.hand is None else timezone.now() - timedelta(minutes=invented.hand)
    pupil.save()


def tries_of(lesson: Lesson, item: Item, edits: tuple[Edit, ...], passes: bool) -> list[tuple[Lesson, Item, str]]:
    right = course.master_of(lesson).solutions[item.name]
    wrong = [(lesson, item, right.replace(*edit)) for edit in edits]
    return [*wrong, (lesson, item, right)] if passes else wrong


def attempt(pupil: Pupil, lesson: Lesson, item: Item, code: str, when: datetime, sandbox: Sandbox) -> None:
    """One press on « Vérifier », graded at once, as if it had been then."""
    pressed = attempts.press(pupil, lesson, item, uuid.uuid4().hex, code)
    pressed.state, pressed.worker = Attempt.State.RUNNING, "demo"
    pressed.created_at = when
    pressed.save()
    store(pressed, mark(pressed, sandbox))
    Attempt.objects.filter(id=pressed.id).update(graded_at=when)
    standing = Standing.objects.filter(pupil=pupil, lesson=lesson.name, item=item.name)
    standing.update(last_at=when, edited_at=when)
    standing.exclude(passed_at=None).update(passed_at=when)


def explain(pupil: Pupil, name: str, words: str) -> None:
    lesson = next(lesson for lesson in course.written_lessons() if name in [free.name for free in lesson.free_texts])
    copies.save(pupil, lesson, {release_of(lesson).cell_of(name).id: words})
