"""The wrong ideas a class shares at this moment, most frequent first, with the sentence to say aloud."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from markupsafe import Markup

from autograder.exercise import Lesson, Misconception
from autograder.feedback.places import alphabetical, place
from autograder.feedback.typography import prose
from classroom.models import Attempt, Classroom, Said

RECENT = timedelta(hours=1)  # one class
SHARED_BY = 2  # pupils: alone, a mistake is answered at the pupil's table


@dataclass(frozen=True)
class Made:
    """A wrong idea seen in one attempt."""

    pupil: int
    item: str
    misconception: str
    at: datetime


@dataclass(frozen=True)
class SharedMistake:
    """`group` and `say` are HTML, from the exercise's own text; `names` are in alphabetical order."""

    item: str
    name: str
    label: str  # « 1.4 »
    group: Markup
    say: Markup
    names: tuple[str, ...]

    @property
    def count(self) -> int:
        return len(self.names)


def find(classroom: Classroom, lesson: Lesson, now: datetime) -> tuple[list[Made], dict[tuple[str, str], datetime]]:
    """The attempts of the last hour whose wrong idea is known, oldest first, and what was said aloud; two queries."""
    made = (
        Attempt.objects.filter(pupil__classroom=classroom, lesson=lesson.name, created_at__gte=now - RECENT)
        .exclude(misconception="")
        .order_by("created_at", "id")
        .values_list("pupil_id", "item", "misconception", "created_at")
    )
    said = Said.objects.filter(classroom=classroom, lesson=lesson.name)
    spoken = {(item, name): at for item, name, at in said.values_list("item", "misconception", "said_at")}
    return [Made(*row) for row in made], spoken


def shared_mistakes(
    lesson: Lesson,
    made: Iterable[Made],
    names: Mapping[int, str],
    done: set[tuple[int, str]],
    said: Mapping[tuple[str, str], datetime],
) -> tuple[SharedMistake, ...]:
    """A pupil counts once per exercise, for the last wrong idea, until it passes or the teacher has said it."""
    last = {(one.pupil, one.item): one for one in made if (one.pupil, one.item) not in done}
    groups: dict[tuple[str, str], list[str]] = {}
    for one in last.values():
        spoken = said.get((one.item, one.misconception))
        if one.pupil in names and (spoken is None or one.at > spoken):
            groups.setdefault((one.item, one.misconception), []).append(names[one.pupil])
    shared = [
        described(lesson, item, misconception, who)
        for (item, name), who in groups.items()
        if len(who) >= SHARED_BY and (misconception := known(lesson, item, name))
    ]
    return tuple(sorted(shared, key=lambda mistake: (-mistake.count, mistake.label, mistake.name)))


def described(lesson: Lesson, item: str, misconception: Misconception, who: Iterable[str]) -> SharedMistake:
    return SharedMistake(
        item=item,
        name=misconception.name,
        label=place(lesson, item).label,
        group=prose(misconception.group),
        say=quoted(misconception.say),
        names=tuple(sorted(who, key=alphabetical)),
    )


def quoted(sentence: str) -> Markup:
    return prose(f"« {sentence.strip().removeprefix('«').removesuffix('»').strip()} »")


def known(lesson: Lesson, item: str, name: str) -> Misconception | None:
    wrongs = [wrong for exercise in lesson.exercises if exercise.name == item for wrong in exercise.misconceptions]
    return next((wrong for wrong in wrongs if wrong.name == name), None)


def smallest_example(classroom: Classroom, lesson: str, item: str, name: str) -> dict | None:
    """What some pupil's function gave, and what was expected: {"call", "got", "expected"}; no name, no code."""
    attempts = Attempt.objects.filter(pupil__classroom=classroom, lesson=lesson, item=item, misconception=name)
    verdicts = attempts.order_by("-created_at").values_list("verdict", flat=True)[:20]
    examples = [verdict["example"] for verdict in verdicts if verdict.get("example")]
    return min(examples, key=lambda example: len(example["call"]), default=None)
