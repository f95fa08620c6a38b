"""The component is built whole or not at all, and a damaged one is never run."""

import os
import sys
import time
from concurrent.futures import ThreadPoolExecutor

import pytest

from autograder.sandbox import Sandbox, SandboxMissing, component
from autograder.sandbox.checksum import checksum
from autograder.sandbox.job import Job, Unit


@pytest.fixture
def elsewhere(tmp_path, monkeypatch):
    """An empty place for components, and a build that takes no time."""
    monkeypatch.setenv("TUTO_SANDBOX_DIR", str(tmp_path / "boxes"))
    quick = "import sys; open(sys.argv[-1], 'wb').write(b'made')"
    monkeypatch.setattr(component, "COMPONENTIZE", quick)
    monkeypatch.setattr(component, "PRECOMPILE", quick)
    return tmp_path / "boxes"


@pytest.fixture
def copy(built, tmp_path, monkeypatch):
    """A copy of the real component, to damage."""
    monkeypatch.setenv("TUTO_SANDBOX_DIR", str(tmp_path))
    file = component.component_file()
    file.parent.mkdir(parents=True)
    file.write_bytes(built.read_bytes())
    file.with_name("checksum").write_bytes(built.with_name("checksum").read_bytes())
    return file


def test_a_build_tells_how_far_it_is(elsewhere):
    told = []
    file = component.build(lambda label, part: told.append((label, part)))
    assert file.read_bytes() == b"made"
    parts = [part for _, part in told]
    assert parts == sorted(parts)
    assert parts[-1] >= 1
    assert told[0][0].startswith("Je prépare")


def test_a_second_build_has_nothing_to_do(elsewhere, monkeypatch):
    file = component.build()
    before = file.stat().st_mtime_ns
    monkeypatch.setattr(component, "PRECOMPILE", "raise SystemExit('never')")
    assert component.build() == file
    assert file.stat().st_mtime_ns == before


def test_is_built_only_when_whole(elsewhere):
    assert not component.is_built()
    file = component.build()
    assert component.is_built()
    file.write_bytes(b"mad")
    assert not component.is_built()
    component.build()
    assert component.is_built()
    file.with_name("checksum").write_text("?")
    assert not component.is_built()


@pytest.mark.parametrize("content", [b"", b"mad", b"mbde"])
def test_a_damaged_file_is_made_again(elsewhere, content):
    file = component.build()
    file.write_bytes(content)
    assert component.build().read_bytes() == b"made"


def test_a_step_that_does_not_work_leaves_nothing(elsewhere, monkeypatch):
    monkeypatch.setattr(component, "PRECOMPILE", "raise SystemExit('no disk')")
    with pytest.raises(SandboxMissing, match="no disk"):
        component.build()
    assert list(elsewhere.iterdir()) == []


def test_an_interrupted_build_leaves_nothing_and_the_next_one_succeeds(elsewhere, monkeypatch):
    def interrupt(label, part):
        raise KeyboardInterrupt

    monkeypatch.setattr(component, "COMPONENTIZE", "import time; time.sleep(60)")
    with pytest.raises(KeyboardInterrupt):
        component.build(interrupt)
    assert list(elsewhere.iterdir()) == []
    monkeypatch.setattr(component, "COMPONENTIZE", component.PRECOMPILE)
    assert component.build().read_bytes() == b"made"


def test_what_a_killed_build_and_old_versions_left_is_swept_away_later(elsewhere):
    hours, days = time.time() - 7200, time.time() - 40 * 86400
    ages = {"part-old": hours, "part-recent": time.time(), "0123": hours, "4567": days}
    for name, age in ages.items():
        (elsewhere / name).mkdir(parents=True)
        (elsewhere / name / "sandbox.wasm").write_bytes(b"half")
        os.utime(elsewhere / name, (age, age))
    component.build()
    assert {folder.name for folder in elsewhere.iterdir()} == {"part-recent", "0123", component.key()}


def test_what_another_build_takes_away_meanwhile_is_not_missed(elsewhere):
    elsewhere.mkdir()
    (elsewhere / "part-gone").symlink_to("nowhere")  # listed, and no longer there when it is looked at
    assert component.build().read_bytes() == b"made"


def test_two_builds_at_once_end_well(elsewhere):
    with ThreadPoolExecutor(2) as pool:
        files = list(pool.map(lambda _: component.build(), range(2)))
    assert files[0] == files[1]
    assert files[0].read_bytes() == b"made"
    assert [folder.name for folder in elsewhere.iterdir()] == [component.key()]


def test_a_folder_that_cannot_be_written_is_a_clear_sentence(tmp_path, monkeypatch):
    (tmp_path / "file").write_text("not a folder")
    monkeypatch.setenv("TUTO_SANDBOX_DIR", str(tmp_path / "file"))
    with pytest.raises(SandboxMissing, match="TUTO_SANDBOX_DIR"):
        component.build()


def test_the_key_follows_the_guest_s_source(tmp_path, monkeypatch):
    before = component.key()
    assert before == component.key()
    guest = tmp_path / "guest"
    guest.mkdir()
    (guest / "__init__.py").write_text("# changed")
    monkeypatch.setattr(component, "GUEST", guest)
    assert component.key() != before


def test_without_a_component_a_sandbox_says_what_to_do(elsewhere):
    with pytest.raises(SandboxMissing, match=r"python3 start\.py"):
        Sandbox()


def test_a_damaged_component_is_not_run_and_the_next_build_knows(copy):
    content = bytearray(copy.read_bytes())
    content[len(content) // 2] ^= 1
    copy.write_bytes(content)
    assert component.is_built()  # which looks at the size only
    with pytest.raises(SandboxMissing, match=r"python3 start\.py"):
        Sandbox()
    assert not component.is_built()


def test_a_component_for_another_machine_is_not_run_and_the_next_build_knows(copy):
    copy.write_bytes(b"compiled elsewhere")
    copy.with_name("checksum").write_text(checksum(copy))
    with pytest.raises(SandboxMissing):
        Sandbox()
    assert not component.is_built()


def test_a_moved_component_runs(copy):
    with Sandbox() as sandbox:
        assert sandbox.run(Job((Unit("x = 1"),), "x", None)).answers[0].value == 1


def test_knowing_whether_it_is_built_does_not_load_wasmtime():
    import subprocess

    code = "import sys\nfrom autograder.sandbox.component import is_built\nis_built()\nprint('wasmtime' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["False"]


@pytest.mark.slow
def test_a_real_build_from_nothing(tmp_path, monkeypatch):
    monkeypatch.setenv("TUTO_SANDBOX_DIR", str(tmp_path))
    component.build()
    with Sandbox() as sandbox:
        assert sandbox.run(Job((Unit("x = 1"),), "x", None)).answers[0].value == 1
