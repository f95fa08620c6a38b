"""Every file in tests/submissions/<exercise>/ gets the outcome in its name, through the whole pipeline.

`# misconception: name` and `# says: words` inside a file are checked too.
"""

import re
from pathlib import Path

import pytest

from autograder.grade import grade_item
from autograder.notebook import Cell, Notebook
from autograder.submission import find_attempt, own_cells
from course_config import COURSE

FOLDER = Path(__file__).parent.parent / "submissions"
FILES = sorted(path for path in FOLDER.glob("*/*.py"))
OUTCOME = re.compile(r"passed|wrong|raised|timed_out|not_attempted|grader_error")


WRITTEN = [lesson for lesson in COURSE.lessons if lesson.items]
ITEMS = [(lesson, item) for lesson in WRITTEN for item in lesson.items]


def graded(grader, name, code):
    lesson, item = next((lesson, item) for lesson, item in ITEMS if item.name == name)
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
def test_the_submission_gets_the_outcome_in_its_name(path, grader):
    code = path.read_text(encoding="utf-8")
    verdict = graded(grader, path.parent.name, code)
    assert verdict.outcome == OUTCOME.match(path.stem)[0], verdict.message
    if idea := re.search(r"^# misconception: (\w+)", code, re.MULTILINE):
        assert verdict.misconception == idea[1]
    if words := re.search(r"^# says: (.+)", code, re.MULTILINE):
        assert words[1] in plain(verdict.message)
    assert verdict.points == (verdict.max_points if verdict.passed else 0)


@pytest.mark.parametrize("exercise", [item for lesson in WRITTEN for item in lesson.exercises], ids=lambda e: e.name)
def test_every_exercise_has_its_stories(exercise):
    outcomes = [OUTCOME.match(path.stem)[0] for path in FILES if path.parent.name == exercise.name]
    assert outcomes.count("passed") >= 2, "right answers in other styles"
    assert len(outcomes) - outcomes.count("passed") >= 2, "answers that are not right yet"


@pytest.mark.parametrize(("lesson", "item"), ITEMS, ids=lambda value: value.name)
def test_the_solution_passes_and_the_blank_is_not_attempted(grader, lesson, item):
    master = grader.master_of(lesson)
    solved = graded(grader, item.name, master.solutions[item.name])
    assert solved.outcome == "passed", solved.message
    assert graded(grader, item.name, master.blanks[item.name]).outcome == "not_attempted"


QUESTIONS = [question for lesson in WRITTEN for question in lesson.questions]


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question.name)
def test_a_wrong_quiz_answer_gets_its_reason(grader, question):
    wrong = next(choice for choice in question.choices if choice.key != question.right)
    verdict = graded(grader, question.name, f"{question.name} = {wrong.key!r}")
    assert (verdict.outcome, verdict.misconception) == ("wrong", f"choix_{wrong.key}")
    assert plain(verdict.message) == plain(wrong.reason)


@pytest.mark.parametrize("answer", ["3", '"z"', "[]", '"a" "b"', "None"])
def test_a_quiz_answer_that_is_no_key_is_asked_again(grader, answer):
    verdict = graded(grader, "quiz_1", f"quiz_1 = {answer}")
    assert verdict.outcome == "wrong"
    assert "entre guillemets" in plain(verdict.message)


@pytest.mark.parametrize(
    "answer", ["b", '"B"', "' b '", '("b")', '"b";', '"""b"""', '( "b" )  # sûr', '"b" ; print(1)', '"b"\nprint(1)']
)
def test_a_quiz_answer_may_forget_its_quotes_or_be_a_capital(grader, answer):
    assert graded(grader, "quiz_1", f"quiz_1 = {answer}").outcome == "passed"


def test_a_quiz_answer_may_be_indented(grader):
    assert graded(grader, "quiz_1", '# À toi de jouer\n    quiz_1 = "b"').outcome == "passed"


@pytest.mark.parametrize("answer", ["= a{}!", "={}!", "= 'a{}'", "{}!", "= a{}"])
def test_a_quiz_answer_followed_by_a_flood_of_spaces_is_read_at_once(grader, answer):
    code = "quiz_1 " + answer.format(" " * 99_000)  # trying every way to share them out would take hours
    assert graded(grader, "quiz_1", code).outcome == "wrong"


def test_a_quiz_answer_without_end_is_not_read(grader):
    verdict = graded(grader, "quiz_1", 'quiz_1 = "b"' + " " * 100_000)
    assert verdict.outcome == "wrong"
    assert "c'est trop" in plain(verdict.message)
