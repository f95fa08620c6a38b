"""The real otter, around our plugin: the zip it makes, `otter run`, and what Gradescope starts."""

import json
import subprocess
import sys
import warnings
import zipfile
from dataclasses import replace
from types import SimpleNamespace

import pytest

from autograder.cli import make_parser
from autograder.otter.archive import PYTHON, entry_of, payload, write_archive
from course_config import COURSE
from tests.bridges.broken import BROKEN
from tests.bridges.by_otter import OTTER, points_of
from tests.bridges.cheat import LESSON, mark, marked
from tests.bridges.cheats import CHEATS
from tests.sample_class import fill, make, story

pytestmark = pytest.mark.slow
POINTS = {item.name: item.points for item in COURSE.lesson(LESSON).items}
KERNELS = ("ipykernel_launcher", "ipython_kernel_config", "dill", "pandas", "zmq", "traitlets", "tuto_llm", "wasmtime")
BESIDE = {path: content for cheat in CHEATS for path, content in cheat.beside.items()} | {
    f"{name}.py": mark(f"import {name}").encode() for name in KERNELS
}
DIES = {"paires": story("paires/raised_cheats_os_exit")}
MASTER = f"files/tuto_llm/source/{LESSON}/{LESSON}.ipynb"


@pytest.fixture(scope="module")
def archive(tmp_path_factory):
    target = tmp_path_factory.mktemp("otter") / "autograder.zip"
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # otter's own imports
        write_archive(COURSE, COURSE.lesson(LESSON), target)
    with zipfile.ZipFile(target) as opened:
        yield opened


def test_tuto_build_otter_writes_both_and_tells_the_points(tmp_path, capsys):
    config = SimpleNamespace(COURSE=replace(COURSE, lessons=COURSE.lessons[:1]), COMMANDS=())
    options = make_parser(config).parse_args(["build", "--otter", str(tmp_path)])
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # otter's own imports
        assert options.run(options, config) == 0
    assert (tmp_path / LESSON / "eleve" / f"{LESSON}.ipynb").is_file()
    assert zipfile.is_zipfile(tmp_path / LESSON / "autograder.zip")
    assert "16 points, plus 3 à la main" in capsys.readouterr().out


def test_tuto_build_otter_without_a_release_says_what_to_do(tmp_path, capsys):
    config = SimpleNamespace(COURSE=replace(COURSE, root=tmp_path), COMMANDS=())
    options = make_parser(config).parse_args(["build", "--otter", str(tmp_path / "otter")])
    assert options.run(options, config) == 2
    assert "python3 start.py build" in capsys.readouterr().err


def test_tuto_build_otter_where_nothing_can_be_written_says_where(tmp_path, capsys):
    config = SimpleNamespace(COURSE=replace(COURSE, lessons=COURSE.lessons[:1]), COMMANDS=())
    (tmp_path / "fichier").write_text("", encoding="utf-8")
    options = make_parser(config).parse_args(["build", "--otter", str(tmp_path / "fichier")])
    assert options.run(options, config) == 2
    assert f"Je n'ai pas pu écrire {tmp_path / 'fichier'}" in capsys.readouterr().err


def run(folder, command):
    return subprocess.run([*map(str, command)], cwd=folder, capture_output=True, text=True, timeout=300)


def test_the_zip_has_what_grading_one_lesson_needs_and_no_more(archive):
    names = archive.namelist()
    assert {"setup.sh", "run_autograder", "run_otter.py", "environment.yml", "otter_config.json", MASTER} <= set(names)
    assert [name for name in names if name.endswith(".ipynb")] == [MASTER]
    assert not [name for name in names if "/classroom/" in name or "/.tuto/" in name or "__pycache__" in name]


def test_packages_are_named_and_nothing_says_where_they_come_from(archive):
    environment = archive.read("environment.yml").decode()
    assert "wasmtime==" in environment and "componentize-py==" in environment and f"python={PYTHON}" in environment
    assert "://" not in environment and "index" not in environment


def test_the_zip_made_on_windows_is_the_same(monkeypatch):
    here = [vars_of(entry_of(name)) for name in ("setup.sh", "otter_config.json")]
    monkeypatch.setattr(sys, "platform", "win32")
    assert [vars_of(entry_of(name)) for name in ("setup.sh", "otter_config.json")] == here


def vars_of(entry):
    return entry.filename, entry.date_time, entry.create_system, entry.external_attr


def test_setup_installs_the_grader_and_builds_the_sandbox_last(archive):
    setup = archive.read("setup.sh").decode()
    assert setup.index("mamba env create") < setup.index("pip install --no-deps") < setup.index("sandbox.component")
    assert "index-url" not in setup


def test_without_the_plugin_the_zip_gives_no_point(archive):
    """Should somebody take it out of otter_config.json."""
    for name in POINTS:
        test = archive.read(f"tests/{name}.py").decode()
        assert "raise RuntimeError" in test


def test_the_same_course_gives_the_same_zip(archive):
    carried = {f"files/tuto_llm/{path}": content for path, content in payload(COURSE, COURSE.lesson(LESSON))}
    assert carried == {name: archive.read(name) for name in archive.namelist() if name.startswith("files/")}
    assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


@pytest.fixture(scope="module")
def all_at_once(archive, tmp_path_factory):
    """`otter run` on one zip: a loop that does not end, an `os._exit`, right answers, and the files of every cheat."""
    folder = tmp_path_factory.mktemp("copie")
    with zipfile.ZipFile(folder / "copie.zip", "w") as handed_in:
        handed_in.writestr("carnet.ipynb", json.dumps(fill(json.loads(make("noah")), DIES)))
        for path, content in BESIDE.items():
            handed_in.writestr(path, content)
    marked()
    done = run(folder, [OTTER, "run", "--no-logo", "-a", archive.filename, "copie.zip"])
    return folder, done


def test_otter_run_gives_the_marks_of_tuto_grade_whatever_lies_beside(all_at_once):
    folder, done = all_at_once
    assert done.returncode == 0, done.stderr
    marks = points_of(json.loads((folder / "results.json").read_text("utf-8")))
    assert marks == POINTS | {"generer": 0, "paires": 0}


def test_no_file_beside_the_notebook_was_run(all_at_once):
    assert len(BESIDE) > 60
    assert marked() == ""


def test_otter_says_what_we_say(all_at_once):
    _, done = all_at_once
    assert "11 sur 16 points" in done.stdout
    assert "Traceback" not in done.stdout + done.stderr and "GRADING SUMMARY" not in done.stdout


@pytest.fixture(scope="module")
def gradescope(archive, tmp_path_factory):
    """What stands in /autograder when a copy arrives: here a notebook cut in two, and the files of every cheat."""
    folder = tmp_path_factory.mktemp("autograder")
    archive.extractall(folder / "source")
    for path, content in {"carnet.ipynb": BROKEN["coupe"], "tests": b"a file", **BESIDE}.items():
        if path.startswith("tests/"):
            continue
        (folder / "submission" / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / "submission" / path).write_bytes(content)
    (folder / "results").mkdir()
    (folder / "submission_metadata.json").write_text("")  # as `otter grade` leaves it
    marked()
    return folder, run(folder, [sys.executable, "source/run_otter.py"])


def test_on_gradescope_an_unreadable_notebook_gets_a_sentence(gradescope):
    folder, done = gradescope
    assert done.returncode == 0, done.stderr
    results = json.loads((folder / "results" / "results.json").read_text("utf-8"))
    assert "Je n’ai pas réussi à lire ton carnet" in results["output"]
    assert results["score"] == 0 and sum(test.get("max_score", 0) for test in results["tests"]) == 16


def test_on_gradescope_no_file_of_the_pupil_was_run(gradescope):
    assert marked() == ""


def test_on_gradescope_a_breakdown_of_otter_itself_still_gives_a_result(archive, tmp_path):
    archive.extractall(tmp_path / "source")
    for name in ("submission", "results"):
        (tmp_path / name).mkdir()
    (tmp_path / "results" / "results.json").write_text('{"output": "la copie d\'avant"}', encoding="utf-8")
    (tmp_path / "submission" / "carnet.ipynb").write_bytes(make("lea"))
    code = (
        "import sys; from pathlib import Path; sys.modules['otter.run.run_autograder'] = None;"
        "from autograder.otter.entrance import main; main(Path.cwd())"
    )
    done = run(tmp_path, [sys.executable, "-c", code])
    assert done.returncode == 1
    results = json.loads((tmp_path / "results" / "results.json").read_text("utf-8"))
    assert "ce n’est pas ta faute" in results["output"]
    teacher = results["tests"][-1]
    assert "otter.run.run_autograder" in teacher["output"] and teacher["visibility"] == "hidden"
