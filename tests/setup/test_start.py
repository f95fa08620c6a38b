"""start.py sets a fresh machine up, goes on where it was stopped, and says in French what is missing."""

import ast
import errno
import importlib.util
import io
import os
import re
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path
from zipfile import ZipFile

import pytest

ROOT = Path(__file__).resolve().parents[2]
POSIX = pytest.mark.skipif(os.name == "nt", reason="signals and exec as Linux and macOS know them")
LAYERS = ("class", "author", "test", "postgres", "node")


def load_start():
    spec = importlib.util.spec_from_file_location("start", ROOT / "start.py")
    module = importlib.util.module_from_spec(spec)
    sys.modules["start"] = module
    spec.loader.exec_module(module)
    return module


start = load_start()
HAS_NODE = start.has_node


@pytest.fixture
def place(tmp_path, monkeypatch):
    """A tiny project that has been set up, except that its programs are empty files."""
    monkeypatch.setattr(start, "has_node", lambda: True)
    monkeypatch.delenv("TUTO_SANDBOX_DIR", raising=False)
    place = start.Place(tmp_path / "dossier d’été")
    for layer in LAYERS:
        write(place.root / "requirements" / f"{layer}.lock", f"{layer}-package==1.0 \\\n    --hash=sha256:00\n")
    write(place.root / "pyproject.toml", (ROOT / "pyproject.toml").read_text("utf-8"))
    write(place.root / "autograder" / "sandbox" / "component.py", "")
    write(place.root / "autograder" / "sandbox" / "guest" / "values.py", "")
    write(place.root / ".tuto" / "sandbox" / "0123" / "checksum", "1 2")
    write(place.program("python"), "")
    write(place.venv / "pyvenv.cfg", "")
    write(place.root / ".tuto" / "site" / "current", "0123")
    for step in every_step(place):
        write(place.stamps / step.name, start.digest(place, step))
    return place


def write(file, content):
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(content, "utf-8")


def every_step(place):
    return start.steps_for(place, ["test"])


def names(steps):
    return [step.name for step in steps]


def todo(place):
    return names(start.missing(place, every_step(place)))


# ------------------------------------------------------------------------------- what there is to do


@pytest.mark.parametrize(
    ("words", "layers"),
    [
        ([], {"class", "site"}),
        (["--demo", "--port", "8001"], {"class", "site"}),
        (["classe"], {"class", "site"}),
        (["grade", "x.ipynb"], {"class"}),
        (["un", "mot", "inconnu"], {"class"}),
        (["build"], {"class", "author"}),
        (["jupyter", "lab"], {"class", "author"}),
        (["test", "-x"], {"class", "author", "test", "postgres", "site"}),
    ],
)
def test_a_word_installs_only_the_layers_it_needs(place, words, layers):
    assert set(names(start.steps_for(place, words))) == layers | {"venv", "project", "component"}


@pytest.mark.parametrize(("written", "comes"), [("v20.11.0", False), ("v18.20.1", True), ("", True)])
def test_node_comes_from_the_python_packages_where_the_machine_has_none_or_an_old_one(
    place, monkeypatch, written, comes
):
    (place.stamps / "site").unlink()
    monkeypatch.setattr(start, "has_node", HAS_NODE)
    monkeypatch.setattr(start.shutil, "which", lambda name: written and f"/usr/bin/{name}")
    monkeypatch.setattr(subprocess, "run", lambda *words, **options: subprocess.CompletedProcess([], 0, written))
    order = names(start.steps_for(place, []))
    assert ("node" in order) == comes
    assert order[-1] == "site"


def test_a_school_that_names_its_postgresql_gets_what_it_needs(place, monkeypatch):
    monkeypatch.setenv("DATABASE_URL", "postgres://tuto@localhost/tuto")
    assert "postgres" in names(start.steps_for(place, []))


@pytest.mark.parametrize("words", [[], ["--port", "8001"], ["--demo"]])
def test_without_a_word_the_class_opens(place, tmp_path, words):
    assert start.command_for(place, words, tmp_path)[0] == [str(place.program("tuto")), "classe", *words]


def test_the_second_start_starts_no_program_and_writes_nothing(place, monkeypatch):
    monkeypatch.setattr(subprocess, "Popen", None)
    before = {file: file.stat().st_mtime_ns for file in place.root.rglob("*")}
    start.set_up(place, every_step(place))
    assert {file: file.stat().st_mtime_ns for file in place.root.rglob("*")} == before


@pytest.mark.parametrize(
    ("changed", "again"),
    [
        ("requirements/class.lock", ["class"]),
        ("requirements/author.lock", ["author"]),
        ("requirements/test.lock", ["test"]),
        ("pyproject.toml", ["project"]),
        ("autograder/sandbox/guest/values.py", ["component"]),
        (".tuto/sandbox/0123/checksum", ["component"]),
    ],
)
def test_a_step_is_done_again_when_what_it_depends_on_changes(place, changed, again):
    write(place.root / changed, "something else")
    assert todo(place) == again


def test_a_component_that_was_removed_is_made_again(place):
    shutil.rmtree(place.root / ".tuto" / "sandbox")
    assert todo(place) == ["component"]


def test_pages_that_were_removed_are_built_again(place):
    (place.root / ".tuto" / "site" / "current").unlink()
    assert todo(place) == ["site"]


def test_a_component_kept_elsewhere_is_looked_for_there(place, tmp_path, monkeypatch):
    monkeypatch.setenv("TUTO_SANDBOX_DIR", str(tmp_path / "ailleurs [1]"))
    step = next(step for step in every_step(place) if step.name == "component")
    before = start.digest(place, step)
    write(tmp_path / "ailleurs [1]" / "4567" / "checksum", "3 4")
    assert start.digest(place, step) != before


def remove_its_python(place):
    place.program("python").unlink()
    return place


def point_its_python_nowhere(place):
    place.program("python").unlink()
    place.program("python").symlink_to(place.root / "a python that was uninstalled")
    return place


def make_it_by_hand(place):
    os.utime(place.venv / "pyvenv.cfg", ns=(1, 1))
    return place


def move_the_folder(place):
    return start.Place(place.root.rename(place.root.with_name("ailleurs")))


@pytest.mark.parametrize("change", [remove_its_python, point_its_python_nowhere, make_it_by_hand, move_the_folder])
def test_everything_is_done_again_when_the_environment_is_no_longer_the_one_that_was_made(place, change):
    assert todo(change(place)) == names(every_step(place))


def test_everything_is_done_again_for_another_python(place, monkeypatch):
    monkeypatch.setattr(sys.implementation, "cache_tag", "cpython-399")
    assert todo(place) == names(every_step(place))


def test_an_interrupted_set_up_goes_on_with_the_step_it_was_at(place, monkeypatch, capsys):
    shutil.rmtree(place.stamps)
    done, interrupted_at = [], "author"

    def do(place, step, title):
        if step.name == interrupted_at:
            raise KeyboardInterrupt
        done.append(step.name)
        write(place.stamps / step.name, start.digest(place, step))

    monkeypatch.setattr(start, "do", do)
    with pytest.raises(KeyboardInterrupt):
        start.set_up(place, every_step(place))
    assert done == ["venv", "class", "project", "component"]
    interrupted_at = None
    start.set_up(place, every_step(place))
    assert done[4:] == ["author", "test", "postgres", "site"]


def test_an_interruption_says_how_to_go_on(monkeypatch, capsys):
    def interrupt(place, steps):
        raise KeyboardInterrupt

    monkeypatch.setattr(start, "set_up", interrupt)
    assert start.main(["grade"]) == 130
    assert start.INTERRUPTED in capsys.readouterr().err


def test_packages_that_a_killed_pip_left_incomplete_are_forgotten(tmp_path):
    for file in ("INSTALLER", "RECORD"):
        write(tmp_path / "whole-1.0.dist-info" / file, "")
    write(tmp_path / "without_installer-1.0.dist-info" / "RECORD", "")
    write(tmp_path / "without_record-1.0.dist-info" / "INSTALLER", "")
    write(tmp_path / "~eplaced-1.0.dist-info" / "RECORD", "")
    start.forget_half_installed(tmp_path)
    assert [folder.name for folder in tmp_path.iterdir()] == ["whole-1.0.dist-info"]


def test_progress_is_told_from_what_pip_writes():
    written = "Requirement already satisfied: a\nCollecting b==1\n  Downloading b\nCollecting c==2\n"
    assert start.packages_seen(written, 5).startswith("3/5")
    assert "installation" in start.packages_seen(written + "Installing collected packages: b, c\n", 5)


def test_the_projects_wheel_leads_to_its_folder_and_has_its_commands(place):
    with ZipFile(start.write_wheel(place)) as wheel:
        files = {name.rpartition("/")[2]: wheel.read(name).decode("ascii") for name in wheel.namelist()}
    (way,) = (text for name, text in files.items() if name.endswith(".pth"))
    assert (place.site_packages / way.strip()).resolve() == place.root.resolve()
    assert "tuto = autograder.cli:main" in files["entry_points.txt"]


# ------------------------------------------------------------------------------- what can be missing


@pytest.mark.parametrize(
    ("written", "sentence"),
    [
        ("ERROR: Could not install packages due to an OSError: [Errno 28] No space left on device", "NO_DISK"),
        ("OSError: [WinError 112] Espace insuffisant sur le disque", "NO_DISK"),
        ("ProtocolError: Connection broken: OSError(27, 'File too large')", "NO_DISK"),
        ("PermissionError: [WinError 5] Accès refusé", "READ_ONLY"),
        ("OSError: [Errno 30] Read-only file system: 'x'", "READ_ONLY"),
        (
            "WARNING: Retrying after connection broken by 'NewConnectionError(': Connection refused'): /wasmtime/\n"
            "ERROR: No matching distribution found for wasmtime==50.0.1",
            "NO_NETWORK",
        ),
        ("ReadTimeoutError: Read timed out. (read timeout=15)", "NO_NETWORK"),
        ("Failed: [Errno -3] Temporary failure in name resolution", "NO_NETWORK"),
        ("SSLError(SSLCertVerificationError(1, '[SSL: CERTIFICATE_VERIFY_FAILED]", "NO_TRUST"),
        ("ERROR: No matching distribution found for wasmtime==50.0.1", "NO_PACKAGE"),
        ("ERROR: THESE PACKAGES DO NOT MATCH THE HASHES FROM THE REQUIREMENTS FILE.", "DAMAGED"),
        ("/usr/bin/python3: No module named ensurepip", "NO_VENV"),
    ],
)
def test_what_a_program_wrote_becomes_a_sentence(place, written, sentence):
    beginning = getattr(start, sentence).partition("{")[0]
    assert start.explain(place, written, "autre chose").startswith(beginning)


def test_a_program_that_fails_for_another_reason_shows_its_last_lines_and_the_log(place):
    fails = [sys.executable, "-c", "print('une panne inattendue'); exit(3)"]
    with pytest.raises(start.Obstacle) as obstacle:
        start.run_logged(place, fails, "[1/1] Étape")
    assert "Étape" in str(obstacle.value)
    assert "une panne inattendue" in str(obstacle.value)
    assert str(place.log) in str(obstacle.value)


@pytest.mark.parametrize(
    ("number", "sentence"), [(errno.ENOSPC, "NO_DISK"), (errno.EROFS, "READ_ONLY"), (errno.EACCES, "READ_ONLY")]
)
def test_a_folder_that_cannot_be_written_is_said(place, monkeypatch, number, sentence):
    def refuse(place):
        raise OSError(number, os.strerror(number), str(place.stamps))

    shutil.rmtree(place.stamps)
    monkeypatch.setattr(start, "only_one", refuse)
    with pytest.raises(start.Obstacle) as obstacle:
        start.set_up(place, every_step(place))
    assert str(obstacle.value) == start.explain(place, os.strerror(number), "")
    assert str(obstacle.value).startswith(getattr(start, sentence).partition("{")[0])


def test_a_disk_that_is_nearly_full_is_said_before_anything_is_installed(place, monkeypatch):
    shutil.rmtree(place.stamps)
    monkeypatch.setattr(shutil, "disk_usage", lambda folder: shutil._ntuple_diskusage(10**10, 10**10 - 10**7, 10**7))
    steps = every_step(place)
    monkeypatch.setattr(subprocess, "Popen", None)
    with pytest.raises(start.Obstacle, match="il en reste 10"):
        start.set_up(place, steps)


@pytest.mark.parametrize("module", ["venv", "ensurepip"])
def test_a_python_without_its_environment_module_is_said(place, monkeypatch, module):
    find = importlib.util.find_spec
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None if name == module else find(name))
    with pytest.raises(start.Obstacle, match="python3-venv"):
        start.check_machine(place)


def test_a_folder_whose_name_python_refuses_is_said(tmp_path):
    with pytest.raises(start.Obstacle, match="Renommez"):
        start.check_machine(start.Place(tmp_path / f"a{os.pathsep}b"))


def test_a_lock_that_was_not_copied_is_named(place):
    (place.root / "requirements" / "class.lock").unlink()
    with pytest.raises(start.Obstacle, match=r"class\.lock"):
        start.install_layer(place, every_step(place)[1], "")


def test_sentences_can_be_written_where_the_narrow_space_is_unknown():
    screen = io.TextIOWrapper(io.BytesIO(), encoding="cp1252")
    start.say("Prêt\u202f? « Oui »…", file=screen)
    assert screen.buffer.getvalue().decode("cp1252").strip() == "Prêt\u00a0? « Oui »…"


# -------------------------------------------------------------------------------------- old Pythons


@pytest.mark.parametrize("version", [(3, 11, 0), (3, 14, 2), (4, 0, 0)])
def test_a_recent_python_will_do(version):
    assert start.too_old(version) is None


def test_an_old_python_is_told_which_one_to_use_instead(monkeypatch):
    monkeypatch.setattr(start, "runs", lambda name: name in ("python3.11", "python3.12"))
    assert "python3.12 start.py" in start.too_old((3, 10, 4))
    monkeypatch.setattr(start, "runs", lambda name: False)
    sentence = start.too_old((3, 6, 9))
    assert "3.11" in sentence
    assert "3.6" in sentence
    assert "Installez" in sentence


def test_the_file_has_no_syntax_that_an_old_python_cannot_read():
    ast.parse((ROOT / "start.py").read_text("utf-8"), feature_version=(3, 7))


def test_nothing_new_is_needed_before_the_python_is_checked():
    pretend = "import sys, runpy; sys.version_info = (3, 8, 10, 'final', 0); runpy.run_path(sys.argv[1])"
    ran = subprocess.run([sys.executable, "-c", pretend, str(ROOT / "start.py")], capture_output=True, text=True)
    assert ran.returncode == 1
    assert ran.stdout == ""
    assert ran.stderr.startswith("Il faut Python 3.11")


def old_pythons():
    """The Pythons older than 3.11 of this machine, pyenv's too."""
    versions = Path(os.environ.get("PYENV_ROOT") or Path.home() / ".pyenv") / "versions"
    minors = range(6, 11)
    pyenv = [str(python) for minor in minors for python in versions.glob(f"3.{minor}.*/bin/python")]
    return pyenv + [f"python3.{minor}" for minor in minors if start.runs(f"python3.{minor}")]


def test_a_real_old_python_says_so(tmp_path):
    """On a copy that is alone in its folder: a Python that went on would find nothing to set up."""
    alone = shutil.copy(ROOT / "start.py", tmp_path)
    found = old_pythons()
    if not found:
        pytest.skip("no Python older than 3.11 on this machine")
    for python in found:
        ran = subprocess.run([python, alone], capture_output=True, env=dict(os.environ, PATH=""))
        assert (ran.returncode, ran.stdout) == (1, b""), python
        assert ran.stderr.startswith(b"Il faut Python 3.11"), python


# ------------------------------------------------------------------------------------- the job


def test_test_runs_pytest_in_the_projects_folder(place, tmp_path):
    write(tmp_path / "test_a.py", "")
    command, folder = start.command_for(place, ["test", "-k", "mot", "test_a.py::test_b", "absent.py"], tmp_path)
    assert command[1:3] == ["-m", "pytest"]
    assert command[3:] == ["-k", "mot", f"{tmp_path / 'test_a.py'}::test_b", "absent.py"]
    assert folder == place.root


def test_the_whole_suite_is_shared_among_the_processors_and_a_part_of_it_is_not(place, tmp_path):
    assert start.command_for(place, ["test"], tmp_path)[0][3:] == start.WHOLE_SUITE
    assert "-n" not in start.command_for(place, ["test", "-x"], tmp_path)[0]


def test_other_words_go_to_tuto_where_the_user_is(place, tmp_path):
    words = ["grade", "carnets/", "--json"]
    assert start.command_for(place, words, tmp_path) == ([str(place.program("tuto")), *words], tmp_path)


def test_programs_get_the_environment_first_and_may_keep_their_bytecode(place, monkeypatch):
    monkeypatch.setenv("PYTHONDONTWRITEBYTECODE", "1")
    variables = start.environment(place)
    assert "PYTHONDONTWRITEBYTECODE" not in variables
    assert variables["PATH"].split(os.pathsep)[0] == str(place.program("tuto").parent)


@pytest.mark.parametrize("word", ["--help", "-h", "help", "aide"])
def test_help_is_there_before_anything_is_set_up(monkeypatch, capsys, word):
    monkeypatch.setattr(start, "missing", lambda place, steps: steps)
    assert start.main([word]) == 0
    assert "start.py test" in capsys.readouterr().out


def python_that(code, *arguments, **options):
    """Another Python, which has start.py as `start`."""
    prelude = f"import sys; sys.path.insert(0, {str(ROOT)!r}); import start; from pathlib import Path; "
    return subprocess.Popen([sys.executable, "-c", prelude + code, *map(str, arguments)], text=True, **options)


def test_the_status_of_the_job_is_the_status_of_start(place):
    code = "sys.exit(start.become(start.Place(Path('.')), [sys.executable, '-c', 'raise SystemExit(7)'], Path('.')))"
    assert python_that(code, cwd=ROOT).wait(60) == 7


# ------------------------------------------------------------------------------ two set-ups at once

HOLD = "lock = start.only_one(start.Place(Path(sys.argv[1]))); lock.__enter__(); "
LAST = "import time; print('mine', flush=True); time.sleep(60)"
LEAVE_A_CHILD = "import subprocess as s; s.Popen([sys.executable, '-c', 'input()'], close_fds=False); "


@POSIX
def test_the_lock_of_a_killed_set_up_is_free_at_once(place, capsys):
    other = python_that(HOLD + LAST, place.root, stdout=subprocess.PIPE)
    other.stdout.readline()
    with (place.stamps / "lock").open("ab") as lock:
        assert not start.take(lock)
        other.kill()
        other.communicate()
        assert start.take(lock)


@POSIX
def test_the_program_that_outlives_a_killed_set_up_keeps_the_lock(place):
    other = python_that(HOLD + LEAVE_A_CHILD + LAST, place.root, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    other.stdout.readline()
    other.kill()
    other.wait()
    with (place.stamps / "lock").open("ab") as lock:
        assert not start.take(lock)
        other.communicate("\n")  # the child reads it, and ends
        assert eventually(lambda: start.take(lock))


def test_a_second_set_up_says_that_it_waits(place, monkeypatch, capsys):
    answers = iter([False, False, True])
    monkeypatch.setattr(start, "take", lambda lock: next(answers))
    with start.only_one(place):
        assert capsys.readouterr().err.strip() == start.WAITING


def eventually(condition, seconds=60):
    end = time.monotonic() + seconds
    while not condition() and time.monotonic() < end:
        time.sleep(0.05)
    return condition()


# --------------------------------------------------------------------------------------- the locks


def pinned(layer):
    """{(name, marker): version} of a lock."""
    text = (ROOT / "requirements" / f"{layer}.lock").read_text("utf-8")
    found = re.findall(r"(?m)^([\w.-]+)==([^ ]+)(?: ; (.*?))? \\$", text)
    return {(name, marker): version for name, version, marker in found}


@pytest.mark.parametrize("layer", LAYERS)
def test_every_locked_package_has_its_hashes_and_no_address(layer):
    lines = (ROOT / "requirements" / f"{layer}.lock").read_text("utf-8").splitlines()
    lines = [line for line in lines if not line.startswith("#")]
    packages = [number for number, line in enumerate(lines) if not line.startswith(" ")]
    assert len(packages) == len(pinned(layer)) > 0
    assert all(lines[number + 1].startswith("    --hash=sha256:") for number in packages)
    assert not re.search("://|index-url|find-links", "\n".join(lines))


@pytest.mark.parametrize("layer", LAYERS)
def test_every_package_asked_for_is_locked(layer):
    asked = (ROOT / "requirements" / f"{layer}.in").read_text("utf-8").splitlines()
    wanted = {re.match(r"[\w.-]+", line)[0] for line in asked if line and not line.startswith("#")}
    assert wanted <= {name for name, _ in pinned(layer)}


def test_the_layers_ask_for_the_same_versions():
    versions = {}
    for layer in LAYERS:
        for package, version in pinned(layer).items():
            assert versions.setdefault(package, version) == version, package


# ------------------------------------------------------------------------------------ the real thing


class Trial:
    """start.py, run in a fresh copy of the project, whose name has a space and accents."""

    def __init__(self, folder):
        self.place = start.Place(folder / "dossier d'été" / "tuto llm")
        copy_project(self.place.root)
        sandbox = os.environ.get("TUTO_SANDBOX_DIR") or ROOT / ".tuto" / "sandbox"  # made once is enough
        self.variables = dict(os.environ, TUTO_SANDBOX_DIR=str(sandbox), PYTHONDONTWRITEBYTECODE="1")

    def begin(self, *words):
        return subprocess.Popen(
            [sys.executable, str(self.place.root / "start.py"), *words],
            env=self.variables,
            cwd=self.place.root.parent,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            encoding="utf-8",
            start_new_session=True,
        )

    def run(self, *words):
        process = self.begin(*words)
        said, _ = process.communicate(timeout=300)
        if start.NO_NETWORK in said and not os.environ.get("CI"):
            pytest.skip("the package registry cannot be reached")
        return process.returncode, said

    def interrupt(self, interruption, when):
        process = self.begin("grade", "--help")
        assert eventually(lambda: self.place.log.exists() and re.search(when, self.place.log.read_text("utf-8")))
        os.killpg(process.pid, interruption)
        said, _ = process.communicate(timeout=60)
        return process.returncode, said


def copy_project(folder):
    """The files that git knows, those not committed yet included."""
    listed = subprocess.check_output(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"], cwd=ROOT, text=True
    )
    for name in filter(None, listed.split("\0")):
        if (ROOT / name).is_file():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / name, folder / name)


@POSIX
@pytest.mark.slow
def test_a_fresh_copy_is_set_up_in_spite_of_interruptions(tmp_path):
    trial = Trial(tmp_path)

    status, said = trial.interrupt(signal.SIGINT, "ensurepip")
    assert status == 130
    assert said.strip().endswith(start.INTERRUPTED)

    status, said = trial.interrupt(signal.SIGKILL, r"class\.lock\n(.|\n)*Collecting")
    assert status == -signal.SIGKILL
    assert names(start.missing(trial.place, start.steps_for(trial.place, ["grade"])))[0] == "class"

    status, said = trial.run("grade", "--help")
    assert status == 0, said
    assert "Environnement Python" not in said  # made before the second interruption
    assert "tuto grade" in said
    assert (trial.place.root / "autograder" / "__pycache__").is_dir()  # PYTHONDONTWRITEBYTECODE was not handed on

    status, said = trial.run("un-mot-inconnu")
    assert status == 2  # tuto's own
    assert "[1/" not in said  # nothing was left to set up

    tuto = subprocess.run([trial.place.program("tuto"), "--help"], cwd=tmp_path, capture_output=True, text=True)
    assert tuto.returncode == 0, tuto.stderr
