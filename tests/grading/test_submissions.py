"""Every file in tests/submissions/<exercise>/ gets the outcome in its name, through the whole pipeline.

`# misconception: name` and `# says: words` inside a file are checked too.
"""

import re
from pathlib import Path

import pytest

from autograder.grade import grade_item
from autograder.notebook import Cell, Notebook
from autograder.submission import find_attempt, own_cells

FOLDER = Path(__file__).parent.parent / "submissions"
FILES = sorted(path for path in FOLDER.glob("*/*.py"))
OUTCOME = re.compile(r"passed|wrong|raised|timed_out|not_attempted|grader_error")


def graded(grader, lesson, name, code):
    item = next(item for item in lesson.items if item.name == name)
    notebook = Notebook((Cell("code", code, name),))
    master = grader.master_of(lesson)
    sandbox = grader.sandboxes.get()
    try:
        verdict, _ = grade_item(
            item, find_attempt(notebook, item, lesson, own_cells(notebook, master)), lesson, master, sandbox, seed=7
        )
    finally:
        grader.sandboxes.put(sandbox)
    return verdict


def plain(text):
    return text.replace("\u00a0", " ").replace("\u202f", " ").replace("’", "'")


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_the_submission_gets_the_outcome_in_its_name(path, grader, lesson_1):
    code = path.read_text(encoding="utf-8")
    verdict = graded(grader, lesson_1, path.parent.name, code)
    assert verdict.outcome == OUTCOME.match(path.stem)[0], verdict.message
    if idea := re.search(r"^# misconception: (\w+)", code, re.MULTILINE):
        assert verdict.misconception == idea[1]
    if words := re.search(r"^# says: (.+)", code, re.MULTILINE):
        assert words[1] in plain(verdict.message)
    assert verdict.points == (verdict.max_points if verdict.passed else 0)


def test_every_exercise_has_a_story(lesson_1):
    assert {path.parent.name for path in FILES} == {exercise.name for exercise in lesson_1.exercises}


def test_the_solutions_pass_and_the_blanks_are_not_attempted(grader, lesson_1):
    master = grader.master_of(lesson_1)
    for item in lesson_1.items:
        assert graded(grader, lesson_1, item.name, master.solutions[item.name]).outcome == "passed", item.name
        assert graded(grader, lesson_1, item.name, master.blanks[item.name]).outcome == "not_attempted", item.name


def test_a_quiz_answer_gets_its_reason(grader, lesson_1):
    question = lesson_1.questions[0]
    wrong = next(choice for choice in question.choices if choice.key != question.right)
    verdict = graded(grader, lesson_1, question.name, f"{question.name} = {wrong.key!r}")
    assert (verdict.outcome, verdict.misconception) == ("wrong", f"choix_{wrong.key}")
    assert plain(wrong.reason) == plain(verdict.message).replace("`", "`")


@pytest.mark.parametrize("answer", ["3", '"z"', "[]", '"a" "b"', "None"])
def test_a_quiz_answer_that_is_no_key_is_asked_again(grader, lesson_1, answer):
    verdict = graded(grader, lesson_1, "quiz_1", f"quiz_1 = {answer}")
    assert verdict.outcome == "wrong"
    assert "entre guillemets" in plain(verdict.message)


@pytest.mark.parametrize("answer", ["b", '"B"', "' b '"])
def test_a_quiz_answer_may_forget_its_quotes_or_be_a_capital(grader, lesson_1, answer):
    assert graded(grader, lesson_1, "quiz_1", f"quiz_1 = {answer}").outcome == "passed"
