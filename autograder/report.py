"""What is said of a notebook, as frozen values: verdicts, reports, and notebooks that could not be read."""

from dataclasses import dataclass

from autograder.exercise import Badge, FreeText, Lesson, Outcome


@dataclass(frozen=True)
class Counterexample:
    """The smallest input that shows the mistake, as text: « pour … tu donnes …, on attend … »."""

    call: str
    got: str
    expected: str


@dataclass(frozen=True, kw_only=True)
class Verdict:
    """What is said of one exercise or one question.

    code    the pupil's cell as it was read, "" when there was none
    line    the line of `code` to look at, 0 when unknown
    """

    name: str
    outcome: Outcome
    points: float
    max_points: int
    bonus: bool
    message: str
    misconception: str | None = None
    counterexample: Counterexample | None = None
    badge: Badge | None = None  # earned
    code: str = ""
    line: int = 0

    @property
    def passed(self) -> bool:
        return self.outcome is Outcome.PASSED


@dataclass(frozen=True, kw_only=True)
class Report:
    """One notebook, graded. `notes` are kind remarks about the notebook itself (a cell twice, a lost label)."""

    notebook: str
    pupil: str
    lesson: Lesson
    verdicts: tuple[Verdict, ...]
    unlocked: Lesson | None
    threshold: float
    free_texts: tuple[tuple[FreeText, str], ...] = ()
    notes: tuple[str, ...] = ()

    @property
    def points(self) -> float:
        return sum(verdict.points for verdict in self.verdicts)

    @property
    def max_points(self) -> int:
        return sum(verdict.max_points for verdict in self.verdicts)

    @property
    def required_points(self) -> float:
        return sum(verdict.points for verdict in self.verdicts if not verdict.bonus)

    @property
    def required_max(self) -> int:
        return sum(verdict.max_points for verdict in self.verdicts if not verdict.bonus)

    @property
    def reached(self) -> bool:
        """The threshold, on required points only: bonuses never count against anybody. Nothing graded reaches nothing.

        A hair below is enough: 0.7 of 30 points must be 21, whatever the last digit of a float.
        """
        return self.required_max > 0 and self.required_points >= self.threshold * self.required_max - 1e-9

    @property
    def lesson_badge(self) -> Badge | None:
        return self.lesson.badge if self.reached else None

    @property
    def badges(self) -> tuple[Badge, ...]:
        """All that was earned: those of the exercises, then the lesson's."""
        earned = (*(verdict.badge for verdict in self.verdicts), self.lesson_badge)
        return tuple(badge for badge in earned if badge)


@dataclass(frozen=True)
class Failure:
    """A notebook that could not be graded, and why, in a sentence for the teacher."""

    notebook: str
    pupil: str
    message: str
