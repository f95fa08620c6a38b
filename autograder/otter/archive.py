"""The teacher's autograder.zip: what `otter generate` makes, with our plugin and all that grading one lesson needs.

otter_config.json      names the plugin and the lesson
environment.yml        otter's, with the sandbox's packages
setup.sh               otter's, then: install the grader, build the sandbox
run_otter.py           ours in place of otter's: nothing of the pupil is read before reception.py
files/tuto_llm/        the grader, the exercises, and the lesson's source
tests/                 one test an exercise, that gives nothing: points come from the plugin
"""

import json
import tempfile
import zipfile
from collections.abc import Iterator
from contextlib import chdir
from importlib import metadata
from pathlib import Path

from autograder.exercise import Course, Item, Lesson
from autograder.otter import phrases

HOME = Path(__file__).resolve().parents[2]  # the grader that is running: what goes into the zip
PLUGIN = "autograder.otter.plugin.TutoPlugin"
PAYLOAD = "tuto_llm"
PYTHON = "3.11"  # the version the project is tested with
SANDBOX = ("wasmtime", "componentize-py")
PACKAGES = ("autograder", "engine", "exercises", "tuto")
CARRIED = (".py", ".css", ".html", ".txt", ".wit")
ALONE = ("course_config.py", "pyproject.toml")
LONG_AGO = (1980, 1, 1, 0, 0, 0)  # one date for all files: the same course gives the same zip
UNIX = 3  # the system that the zip says it comes from, wherever it was made: it is unpacked on Linux

SETUP = """
# Tuto LLM: the grader, and its sandbox built once for all submissions. `otter grade` runs this script before it brings
# the files: there, the first submission of each container builds the sandbox.
TUTO=/autograder/source/files/tuto_llm
if [ -d "$TUTO" ]; then
    mamba run -n otter-env python -m pip install --no-deps "$TUTO"
    (cd / && mamba run -n otter-env python -m autograder.sandbox.component)
fi
"""
RUN = '''"""Grades what was handed in. In place of otter's own file: our reception comes before otter reads anything."""

import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.append(str(HERE / "files" / "tuto_llm"))  # after what setup.sh installed, if it did

from autograder.otter.entrance import main

main(HERE.parent)
'''
TEST = """from otter.test_files import test_case

OK_FORMAT = False

name = {name!r}
points = {points}


@test_case()
def test_plugin(env):
    raise RuntimeError({says!r})
"""


def write_archive(course: Course, lesson: Lesson, target: Path) -> Path:
    """Make the zip at `target`. Needs otter-grader."""
    from otter.generate import main as otter_generate

    with tempfile.TemporaryDirectory(prefix="tuto-otter-") as folder:
        work = Path(folder)
        prepare(course, lesson, work)
        with chdir(work):  # otter takes support files from the working directory only
            otter_generate(
                tests_dir="tests",
                output_path="otter.zip",
                config="otter_config.json",
                requirements="requirements.txt",
                no_environment=True,
                python_version=PYTHON,
                files=[PAYLOAD],
            )
        with zipfile.ZipFile(work / "otter.zip") as made:
            contents = {name: made.read(name) for name in made.namelist()}
    contents["setup.sh"] += SETUP.encode()
    contents["run_otter.py"] = RUN.encode()
    target.parent.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in sorted(contents.items()):
            archive.writestr(entry_of(name), content, zipfile.ZIP_DEFLATED)
    return target


def entry_of(name: str) -> zipfile.ZipInfo:
    """The same whatever the day and the system."""
    entry = zipfile.ZipInfo(name, LONG_AGO)
    entry.create_system = UNIX
    entry.external_attr = (0o755 if name in ("setup.sh", "run_autograder") else 0o644) << 16
    return entry


def prepare(course: Course, lesson: Lesson, work: Path) -> None:
    """Everything `otter generate` takes, as it wants it."""
    (work / "tests").mkdir()
    for item in lesson.items:
        (work / "tests" / f"{item.name}.py").write_text(placeholder(item), encoding="utf-8")
    (work / "otter_config.json").write_text(json.dumps(otter_config(lesson)), encoding="utf-8")
    versions = "".join(f"{name}=={metadata.version(name)}\n" for name in SANDBOX)
    (work / "requirements.txt").write_text(versions, encoding="utf-8")
    for path, content in payload(course, lesson):
        (work / PAYLOAD / path).parent.mkdir(parents=True, exist_ok=True)
        (work / PAYLOAD / path).write_bytes(content)


def placeholder(item: Item) -> str:
    return TEST.format(name=item.name, points=0 if item.bonus else item.points, says=phrases.WITHOUT_PLUGIN)


def otter_config(lesson: Lesson) -> dict:
    """What otter prints in English about its own tests is left out: the plugin's report says it all."""
    plugin = {PLUGIN: {"lesson": lesson.name}}
    return {"plugins": [plugin], "logo": False, "print_summary": False, "print_score": False, "show_stdout": False}


def payload(course: Course, lesson: Lesson) -> Iterator[tuple[str, bytes]]:
    """(path, content) of the grader and of the one lesson: nothing of the classroom, no other lesson's solutions."""
    for package in PACKAGES:
        for file in sorted((HOME / package).rglob("*")):
            if file.suffix in CARRIED and file.is_file():
                yield file.relative_to(HOME).as_posix(), file.read_bytes()
    for name in ALONE:
        yield name, (course.root / name).read_bytes()
    source = course.root / "source" / lesson.name / f"{lesson.name}.ipynb"
    yield source.relative_to(course.root).as_posix(), source.read_bytes()
