"""The public part of a lesson: what a pupil who has only the notebook may know, shipped beside it as a JSON file.

Titles, points, badges, hints, and for each exercise a few edges: what is expected there, and what each wrong idea
answers there, enough to give its hint. Hidden inputs, references and the code of wrong ideas stay here.
"""

import inspect
import json
import math
import textwrap
from typing import Any

from autograder import phrases, wire
from autograder.answer import Answer
from autograder.cases import Case, observe
from autograder.compare import close, same
from autograder.exercise import Badge, Course, Exercise, Item, Lesson, Misconception, Question, Tool
from autograder.typography import french

FILE = "cas_publics.json"
CASES, FEWEST = 5, 3
SIZE = 6_000  # characters of one exercise's cases, beyond the fewest
GENERIC = (  # what can be said of an answer without knowing the exercise
    "VALUE",
    "PRINTS",
    "NO_RETURN",
    "SOMETIMES_NOTHING",
    "DOTS",
    "PARENTHESES",
    "WRAP_LIST",
    "DAMAGES",
    "TWINS",
    "WRONG_TYPE",
    "LENGTH",
)


def public_json(course: Course, lesson: Lesson) -> str:
    """The file, the same on every machine and every Python; one line an exercise, so that changes can be read."""
    fields = public_sheet(course, lesson).items()
    return "{\n" + ",\n".join(f"{json.dumps(name)}: {in_lines(value)}" for name, value in fields) + "\n}\n"


def in_lines(value: Any) -> str:
    if isinstance(value, list):
        return "[\n" + ",\n".join(json.dumps(item, ensure_ascii=False) for item in value) + "\n]"
    return json.dumps(value, ensure_ascii=False)


def public_sheet(course: Course, lesson: Lesson, with_cases: bool = True) -> dict[str, Any]:
    """A lesson as its pupil may know it: titles, points, badges, hints and, `with_cases`, a few edges with answers."""
    following = course.after(lesson)
    return {
        "lecon": lesson.name,
        "titre": lesson.title,
        "seuil": course.threshold,
        "suivante": following.title if following else None,
        "badge": public_badge(course, lesson.badge) if lesson.badge else None,
        "phrases": {name: french(getattr(phrases, name)) for name in GENERIC},
        "exercices": [public_exercise(course, exercise, with_cases) for exercise in lesson.exercises],
        "questions": [public_question(course, question) for question in lesson.questions],
    }


def public_item(course: Course, item: Item) -> dict[str, Any]:
    return {
        "nom": item.name,
        "titre": french(item.title),
        "points": item.points,
        "bonus": item.bonus,
        "badge": public_badge(course, item.badge) if item.badge else None,
    }


def public_badge(course: Course, badge: Badge) -> dict[str, str]:
    drawing = course.badges / f"{badge.slug}.svg"
    return {
        "titre": french(badge.title),
        "prouve": french(badge.proves),
        "dessin": drawing.read_text(encoding="utf-8") if drawing.is_file() else "",
    }


def public_question(course: Course, question: Question) -> dict[str, Any]:
    reasons = {choice.key: french(choice.reason) for choice in question.choices}
    return {**public_item(course, question), "juste": question.right, "raisons": reasons}


def public_exercise(course: Course, exercise: Exercise, with_cases: bool) -> dict[str, Any]:
    sheet = {
        **public_item(course, exercise),
        "construit": french(exercise.built),
        "indices": [french(hint) for hint in exercise.hints],
    }
    if not with_cases:
        return sheet
    cases = chosen_cases(exercise)
    return {
        **sheet,
        "exemples": [public_case(case) for case in cases],
        "idees": [
            {"indice": french(idea.hint), "reponses": [public_wrong(idea, case) for case in cases]}
            for idea in exercise.misconceptions
        ],
    }


def public_wrong(idea: Misconception, case: Case) -> dict[str, Any]:
    return public_answer(observe(idea.wrong, case.args), case.args)


def chosen_cases(exercise: Exercise) -> tuple[Case, ...]:
    """A few edges that tell wrong ideas from the reference, then from one another; short ones first."""
    edges = sorted((Case(args, observe(exercise.reference, args)) for args in exercise.edges), key=weight)
    wrongs = [idea.wrong for idea in exercise.misconceptions]
    answers = [[case.expected, *(observe(wrong, case.args) for wrong in wrongs)] for case in edges]
    alike = {(a, b) for b in range(len(wrongs) + 1) for a in range(b)}
    chosen: list[int] = []
    while len(chosen) < min(CASES, len(edges)):
        told = {
            rank: {(a, b) for a, b in alike if not same(answers[rank][a], answers[rank][b])}
            for rank in range(len(edges))
            if rank not in chosen
        }
        best = max(told, key=lambda rank: sum(100 if a == 0 else 1 for a, _ in told[rank]))
        if len(chosen) >= FEWEST and (not told[best] or sum(weight(edges[at]) for at in [*chosen, best]) > SIZE):
            break
        alike -= told[best]
        chosen.append(best)
    return tuple(edges[rank] for rank in sorted(chosen))


def weight(case: Case) -> int:
    """How long it is to read."""
    return len(repr(case.args)) + len(repr(case.expected.value))


def public_case(case: Case) -> dict[str, Any]:
    return {"entrees": [public_argument(arg) for arg in case.args], "attendu": public_answer(case.expected, case.args)}


def public_argument(arg: object) -> Any:
    """A value, or the tool that makes it: its source, its name, its arguments."""
    if isinstance(arg, Tool):
        source = textwrap.dedent(inspect.getsource(arg.factory))
        return {"outil": [source, arg.factory.__name__, [wire.encode(value) for value in arg.args]]}
    return wire.encode(arg)


def public_answer(answer: Answer, args: tuple) -> dict[str, Any]:
    """Only what is not usual: most answers are a value, and leave the arguments as they were."""
    if answer.raised:
        return {"arret": answer.raised.kind}
    public: dict[str, Any] = {"valeur": wire.encode(rounded(answer.value))}
    lent = tuple(None if isinstance(arg, Tool) else arg for arg in args)
    if not close(answer.args_after, lent):
        public["apres"] = [wire.encode(rounded(after)) for after in answer.args_after]
    return public | ({"jumelles": True} if answer.twins else {})


def rounded(value: Any) -> Any:
    """Far finer than the comparison's tolerance, and the same on every Python: since 3.12 `sum` is compensated.

    >>> rounded([0.1 + 0.2, {"a": 1e-17}])
    [0.3, {'a': 0.0}]
    """
    if isinstance(value, float) and math.isfinite(value):
        return float(f"{round(value, 10):.11g}") + 0.0  # no -0.0
    if isinstance(value, (list, tuple)):
        return type(value)(map(rounded, value))
    return {key: rounded(item) for key, item in value.items()} if isinstance(value, dict) else value
