"""Is each thing of the kind it should be? A forgotten comma makes a tuple a text, and Python says nothing of it."""

from collections.abc import Callable, Iterator, Mapping
from types import ModuleType

from autograder.authoring import phrases
from autograder.authoring.checks.arguments import signature_of
from autograder.authoring.places import Definition
from autograder.authoring.problem import Problem
from autograder.exercise import Badge, Choice, Course, Exercise, FreeText, Lesson, Misconception, Property, Question

LISTS = {
    Lesson: (("exercises", Exercise), ("questions", Question), ("free_texts", FreeText)),
    Exercise: (("hints", str), ("misconceptions", Misconception), ("properties", Property), ("edges", object)),
    Question: (("choices", Choice),),
}
TEXTS = {
    Lesson: ("name", "title"),
    Exercise: ("name", "title", "built"),
    Question: ("name", "prompt", "right"),
    FreeText: ("name", "prompt"),
    Misconception: ("name", "hint", "group", "say"),
    Property: ("name", "says"),
    Badge: ("slug", "title", "proves", "to_earn"),
    Choice: ("key", "text", "reason"),
}
FUNCTIONS = {Exercise: ("reference", "draw"), Misconception: ("wrong",), Property: ("holds",)}
PARTS = ("exercises", "questions", "free_texts", "misconceptions", "properties", "choices")
NATURES = {str: "un texte", int: "un nombre", dict: "un dictionnaire", list: "une liste", tuple: "un tuple"}


def problems(course: Course, definitions: Mapping[str, Definition]) -> Iterator[Problem]:
    for lesson in course.lessons:
        if isinstance(lesson, Lesson):
            yield from of(lesson, "exercises/", definitions)
        else:
            yield Problem("exercises/__init__.py", phrases.NOT_A_LESSON.format(kind=nature(lesson)))


def of(value: object, place: str, definitions: Mapping[str, Definition]) -> Iterator[Problem]:
    """This value, then its parts; the parts of something that is not right are left alone."""
    found = definitions.get(getattr(value, "name", "")) if not isinstance(value, Misconception | Property) else None
    where: Callable[[str], str] = found.at if found else lambda field: place
    wrong = [*lists(value, where), *texts(value, where), *functions(value, where), *points(value, where)]
    yield from wrong
    if not wrong:
        parts = [part for field in PARTS for part in getattr(value, field, ())]
        for part in [*parts, *filter(None, [getattr(value, "badge", None)])]:
            yield from of(part, where(getattr(part, "name", "badge")), definitions)


def lists(value: object, where: Callable[[str], str]) -> Iterator[Problem]:
    for field, wanted in LISTS.get(type(value), ()):
        held = getattr(value, field)
        if not isinstance(held, tuple):
            yield Problem(where(field), phrases.NOT_A_TUPLE.format(field=field))
            continue
        yield from (
            Problem(where(field), stranger(field, wanted, item)) for item in held if not isinstance(item, wanted)
        )


def stranger(field: str, wanted: type, item: object) -> str:
    """A module in place of an exercise is the commonest slip: both have the same name."""
    if isinstance(item, ModuleType):
        name = item.__name__.rpartition(".")[2]
        return phrases.NOT_AN_EXERCISE_BUT_A_MODULE.format(field=field, module=item.__name__, name=name)
    return phrases.NOT_AN_EXERCISE.format(field=field, kind=nature(item), wanted=wanted.__name__)


def texts(value: object, where: Callable[[str], str]) -> Iterator[Problem]:
    for field in TEXTS.get(type(value), ()):
        if not isinstance(getattr(value, field), str):
            yield Problem(where(field), phrases.NOT_A_TEXT.format(field=field))


def functions(value: object, where: Callable[[str], str]) -> Iterator[Problem]:
    for field in FUNCTIONS.get(type(value), ()):
        if not callable(getattr(value, field)):
            yield Problem(where(field), phrases.NOT_A_FUNCTION.format(field=field))
        elif field == "reference" and signature_of(getattr(value, field)) is None:
            yield Problem(where(field), phrases.NO_SIGNATURE.format(field=field))


def points(value: object, where: Callable[[str], str]) -> Iterator[Problem]:
    if isinstance(value, Exercise | Question | FreeText) and not (type(value.points) is int and value.points > 0):
        yield Problem(where("points"), phrases.NOT_POINTS)


def nature(value: object) -> str:
    return NATURES.get(type(value), f"un objet de type {type(value).__name__}")
