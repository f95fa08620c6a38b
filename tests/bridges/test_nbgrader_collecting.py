"""What nbgrader collects from a platform's zip, or the exchange: harmless names alone; the rest is told."""

import zipfile

import pytest

from tests.bridges.cycle import preloaded, start_cycle
from tests.sample_class import CLASS, LESSON

pytestmark = pytest.mark.slow

LEA = (CLASS / "lea" / LESSON / f"{LESSON}.ipynb").read_bytes()
TAKEN = ("lea", "Zoé d'à côté", "Jean-Noël", "e\u0301lise", "dupont.marie")
AGAIN = tuple(f"{place}aya_{LESSON}{copy}.ipynb" for place, copy in (("", ""), ("", " (2)"), ("", " (10)"), ("z/", "")))
REFUSED = ("<img src=x onerror=alert(1)>", ".cache", "..", '"', "a&b")


@pytest.fixture(scope="module")
def collected(tmp_path_factory):
    cycle = start_cycle(tmp_path_factory.mktemp("zip") / "ici", preloaded(), say=lambda _: None)
    archive = cycle.course / "downloaded" / LESSON / "archive" / "rendus.zip"
    archive.parent.mkdir(parents=True)
    with zipfile.ZipFile(archive, "w") as zipped:
        for pupil in (*TAKEN, *REFUSED):
            zipped.writestr(f"{pupil}_{LESSON}.ipynb", LEA)
        zipped.writestr(f"__MACOSX/._lea_{LESSON}.ipynb", b"\0\5\x16\7")
        zipped.writestr("tom.ipynb", LEA)
        for rank, name in enumerate(AGAIN):
            zipped.writestr(name, LEA + b" " * rank)
    said = cycle.run("nbgrader", "zip_collect", LESSON)
    return cycle.course, said.replace("\u00a0", " ")


def test_every_real_name_is_a_pupil_and_nothing_else_is(collected):
    course, _ = collected
    found = {str(path.relative_to(course / "submitted")) for path in (course / "submitted").rglob("*.ipynb")}
    assert found == {f"{pupil}/{LESSON}/{LESSON}.ipynb" for pupil in (*TAKEN, "aya")}
    assert not (course / LESSON).exists()


@pytest.mark.parametrize("name", [*(f"{pupil}_{LESSON}.ipynb" for pupil in REFUSED), "tom.ipynb"])
def test_a_file_that_is_left_is_named(collected, name):
    _, said = collected
    assert said.count(f"« {name} » n’est pas ramassé") == 1
    assert "._lea" not in "".join(line for line in said.splitlines() if "ramassé" in line)


def test_a_pupil_with_several_files_stops_nobody_and_the_teacher_is_told(collected):
    course, said = collected
    assert (course / "submitted" / "aya" / LESSON / f"{LESSON}.ipynb").read_bytes() == LEA + b" " * 2
    kept = f"aya a deux carnets : « aya_{LESSON} (10).ipynb » est ramassé"
    assert said.count(kept) == 3 and f"{kept}, « aya_{LESSON} (2).ipynb » ne l’est pas" in said


def test_the_exchange_gives_no_harmful_name_either(tmp_path):
    """Each folder of the exchange is made by a pupil, who chooses its name."""
    harmful = ("a&b", "<img src=x onerror=alert(1)>")
    cycle = start_cycle(tmp_path / "ici", preloaded(), say=lambda _: None)
    for pupil in ("lea", *harmful):
        home = cycle.folder / "echange" / "tuto_llm" / "inbound" / f"{pupil}+{LESSON}+2026-01-05 10:00:00.0 UTC+0"
        home.mkdir(parents=True)
        (home / f"{LESSON}.ipynb").write_bytes(LEA)
    said = cycle.run("nbgrader", "collect", LESSON)
    assert [path.name for path in (cycle.course / "submitted").iterdir()] == ["lea"]
    assert all(f"« {pupil}+{LESSON}" in said.replace("\u00a0", " ") for pupil in harmful)
