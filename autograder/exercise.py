"""What an exercise is. Frozen values only: nothing here runs a pupil's code."""

import random
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path


class Outcome(StrEnum):
    """How one exercise ended."""

    PASSED = "passed"
    WRONG = "wrong"  # it ran, but an answer is not right
    RAISED = "raised"  # the pupil's code stopped with an error
    TIMED_OUT = "timed_out"  # the pupil's code did not end in time
    NOT_ATTEMPTED = "not_attempted"  # blanks are still there: not attempted is not wrong
    GRADER_ERROR = "grader_error"  # our fault, never the pupil's


@dataclass(frozen=True)
class Badge:
    """A concept mastered, or a lesson finished. The drawing is `<slug>.svg` in the course's badges folder."""

    slug: str
    title: str
    proves: str  # once earned: « Je sais … »
    to_earn: str  # before: what to do


@dataclass(frozen=True)
class Tool:
    """An argument that is a function or an object: rigged dice, a spy model.

    `factory(*args)` makes a fresh one for every call, on both sides of the wall. The factory must be a plain
    `def` that stands alone (its own imports inside): its source is sent to the sandbox.
    """

    factory: Callable
    args: tuple = ()


@dataclass(frozen=True)
class Misconception:
    """A wrong idea pupils really have, as code, with the hint that undoes it.

    wrong   what the pupil's function would do, same signature as the reference
    hint    to the pupil
    group   to the teacher, after a number of pupils: « divisent par le plus grand »
    say     to the teacher: one sentence to say aloud to the class
    """

    name: str
    wrong: Callable
    hint: str
    group: str
    say: str


@dataclass(frozen=True)
class Property:
    """Something every right answer satisfies, with the sentence to say when it does not hold.

    Without `on`, `holds(args, value)` is asked of every case; with `on` (a tuple of argument tuples), the
    function is called on those and `holds(*values)` is asked once. Properties explain; they never decide.
    """

    name: str
    holds: Callable[..., bool]
    says: str
    on: tuple[tuple, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Exercise:
    """One « à toi de jouer » function, defined once; everything else is derived from it.

    name            the function the pupil writes, and nbgrader's grade_id
    reference       the right function, from the engine, with the pupil's signature
    draw            one random input: `draw(random.Random) -> tuple of arguments`
    edges           the inputs that tell mistakes apart
    hints           the free ladder: the idea, a worked example, the line to look at
    built           what the pupil has just built, said when it passes
    """

    name: str
    title: str
    reference: Callable
    draw: Callable[[random.Random], tuple]
    edges: tuple[tuple, ...]
    points: int
    hints: tuple[str, ...]
    built: str
    misconceptions: tuple[Misconception, ...] = ()
    properties: tuple[Property, ...] = ()
    badge: Badge | None = None
    bonus: bool = False


@dataclass(frozen=True)
class Choice:
    """One answer of a quiz question; `reason` says why it is right, or what is wrong with the idea."""

    key: str
    text: str
    reason: str


@dataclass(frozen=True, kw_only=True)
class Question:
    """One quiz question. The pupil writes `name = "b"` in its cell."""

    name: str
    prompt: str
    choices: tuple[Choice, ...]
    right: str
    points: int = 1
    bonus: bool = False
    badge: Badge | None = None

    @property
    def title(self) -> str:
        return self.prompt


@dataclass(frozen=True, kw_only=True)
class FreeText:
    """« Explique avec tes mots… »: read and marked by the teacher."""

    name: str
    prompt: str
    points: int


Item = Exercise | Question


@dataclass(frozen=True, kw_only=True)
class Lesson:
    """One notebook: its exercises in order, its quiz, its free texts. Without exercises: announced, not written.

    badge   earned with the points that open the next lesson
    """

    name: str
    title: str
    exercises: tuple[Exercise, ...] = ()
    questions: tuple[Question, ...] = ()
    free_texts: tuple[FreeText, ...] = ()
    badge: Badge | None = None

    @property
    def items(self) -> tuple[Item, ...]:
        """All that is graded by the machine, in the order of the notebook."""
        return self.exercises + self.questions


@dataclass(frozen=True, kw_only=True)
class Course:
    """The lessons in order and the rule that unlocks the next one.

    threshold   part of a lesson's required points (bonuses apart) that unlocks the next lesson, 0 to 1
    root        folder that holds source/, release/, solutions/
    badges      folder of the badges' drawings
    """

    title: str
    lessons: tuple[Lesson, ...]
    threshold: float
    root: Path
    badges: Path

    def lesson(self, name: str) -> Lesson | None:
        return next((lesson for lesson in self.lessons if lesson.name == name), None)

    def find(self, word: str) -> Lesson | None:
        """As people name it: « 01_deviner_la_suite », « 1 » or « deviner_la_suite »."""
        wanted = word.lstrip("0")
        for lesson in self.lessons:
            number, _, bare = lesson.name.partition("_")
            if wanted and wanted in (lesson.name.lstrip("0"), number.lstrip("0"), bare):
                return lesson
        return None

    def after(self, lesson: Lesson) -> Lesson | None:
        """The lesson that `lesson` unlocks; None after the last that is written."""
        following = self.lessons[self.lessons.index(lesson) + 1 :]
        return following[0] if following and following[0].items else None
