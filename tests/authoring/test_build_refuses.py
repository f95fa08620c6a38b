"""`tuto build` looks before it writes: nothing that is not right goes to a pupil."""

import errno
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from autograder.authoring.new_exercise import Wish, plan_exercise
from autograder.authoring.writing import write_all
from autograder.build import CannotBuild, build, put
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


@pytest.mark.parametrize("refusing", ["copytree", "rename"])
def test_what_was_built_before_stays_when_the_disk_refuses(tmp_path, monkeypatch, refusing):
    made, target = tmp_path / "made", tmp_path / "release"
    for folder in (made, target):
        folder.mkdir()
        (folder / folder.name).write_text("")
    rename = Path.rename

    def full(source, wanted, *_):
        if refusing == "copytree" or source.name == ".release.neuf":
            raise OSError(errno.ENOSPC, "No space left on device")
        return rename(source, wanted)

    with monkeypatch.context() as patch, pytest.raises(OSError, match="No space"):
        patch.setattr(shutil if refusing == "copytree" else Path, refusing, full)
        put(made, target)
    assert [path.name for path in target.iterdir()] == ["release"]
    put(made, target)
    assert [path.name for path in target.iterdir()] == ["made"]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["made", "release"]
