"""Notebook cells as Jupyter writes them, with nbgrader's metadata."""

from typing import Any

from autograder.authoring import skeleton

Cell = dict[str, Any]


def prose(name: str, text: str) -> Cell:
    return {"cell_type": "markdown", "id": cell_id(name), "metadata": {}, "source": lines(text)}


def code(name: str, text: str, label: str, **flags: Any) -> Cell:
    nbgrader = {
        "grade": False,
        "grade_id": label,
        "locked": False,
        "schema_version": 3,
        "solution": False,
        "task": False,
    }
    return {
        "cell_type": "code",
        "execution_count": None,
        "id": cell_id(name),
        "metadata": {"nbgrader": dict(sorted((nbgrader | flags).items()))},
        "outputs": [],
        "source": lines(text),
    }


def free_text(name: str, text: str, label: str, points: int) -> Cell:
    labelled = code(name, text, label, grade=True, solution=True, points=points)
    return prose(name, text) | {"metadata": labelled["metadata"]}


def cell_id(name: str) -> str:
    """nbformat 4.5: letters, digits, - and _, at most 64."""
    return name.replace("_", "-")[:64]


def lines(text: str) -> list[str]:
    return text.splitlines(keepends=True)


def exercise_cells(lesson: str, name: str, number: str, title: str, points: int) -> list[Cell]:
    """Idea, task, answer, hidden test, and what was built."""
    test = skeleton.TEST.substitute(argument=name, lesson=lesson, name=name)
    return [
        prose(f"{name}-idee", skeleton.IDEA.substitute(number=number, title=title)),
        prose(f"{name}-consigne", skeleton.TASK.substitute()),
        code(name, skeleton.ANSWER.substitute(name=name), name, solution=True),
        code(f"test-{name}", test, f"test_{name}", grade=True, locked=True, points=points),
        prose(f"{name}-construit", skeleton.BUILT.substitute()),
    ]


def lesson_cells(lesson: str, kind: str, title: str) -> list[Cell]:
    """A lesson before its first exercise: opening, tools, a quiz of one question, a free text, a closing."""
    number = int(lesson[:2])
    question, free = f"quiz_{number}_1", f"explique_{number}"
    test = skeleton.TEST.substitute(argument=f'"{question}"', lesson=lesson, name=question)
    return [
        prose("titre", skeleton.OPENING.substitute(kind=kind, number=number, title=title)),
        prose("executer", skeleton.RUN_BELOW.substitute()),
        code(f"outils-{number}", skeleton.TOOLS.substitute(lesson=lesson), f"outils_{number}", locked=True),
        prose("quiz", skeleton.QUIZ_OPENING.substitute()),
        code("donnees-quiz", skeleton.QUIZ_DATA.substitute(), "donnees_quiz", locked=True),
        prose(f"{question}-question", skeleton.QUIZ_QUESTION.substitute()),
        code(question, skeleton.QUIZ_ANSWER.substitute(name=question), question, solution=True),
        code(f"test-{question}", test, f"test_{question}", grade=True, locked=True, points=1),
        prose("explique-question", skeleton.EXPLAIN.substitute()),
        free_text(free, skeleton.FREE_ANSWER.substitute(), free, points=3),
        prose("fin", skeleton.CLOSING.substitute()),
    ]
