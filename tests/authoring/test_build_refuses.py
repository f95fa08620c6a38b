"""`tuto build` looks before it writes: nothing that is not right goes to a pupil."""

from dataclasses import replace

import pytest

from autograder.authoring.new_exercise import Wish, plan_exercise
from autograder.authoring.writing import write_all
from autograder.build import CannotBuild, build
from tests.authoring.reading import LESSON, plain


def test_an_unfinished_exercise_stops_the_build(course):
    plan = plan_exercise(course, course.lesson(LESSON), Wish(name="vocabulaire"), "tuto")
    write_all(course.root, {name: text for name, text in plan.files.items() if name.endswith(".py")})
    with pytest.raises(CannotBuild) as refused:
        build(replace(course, lessons=(course.lesson(LESSON),)), lambda config: None)
    *problems, last = plain(refused.value).splitlines()
    assert "exercises/des_mots_entiers/vocabulaire.py:33 : il reste à écrire : l'idée, sans code." in problems
    assert last == f"Le cours n'est pas prêt : {len(problems)} choses à régler. Rien n'a été préparé."
    assert not (course.root / "release").exists()


def test_one_thing_is_one_thing(course):
    path = course.root / "exercises" / "des_mots_entiers" / "pieces.py"
    path.write_text("# À ÉCRIRE : une ligne\n", encoding="utf-8")
    with pytest.raises(CannotBuild) as refused:
        build(replace(course, lessons=(course.lesson(LESSON),)), lambda config: None)
    problem, last = plain(refused.value).splitlines()
    assert problem == "exercises/des_mots_entiers/pieces.py:1 : il reste à écrire : une ligne."
    assert last == "Le cours n'est pas prêt : 1 chose à régler. Rien n'a été préparé."
