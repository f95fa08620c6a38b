"""What `nbgrader zip_collect` takes from the zip of a school's platform: right names, told when it is refused."""

import zipfile

import pytest

from tests.bridges.cycle import preloaded, start_cycle
from tests.sample_class import CLASS, LESSON

LEA = (CLASS / "lea" / LESSON / f"{LESSON}.ipynb").read_bytes()
TAKEN = ("lea", "Zoé d'à côté", "Jean-Noël", "e\u0301lise", "dupont.marie")
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
    said = cycle.run("nbgrader", "zip_collect", LESSON)
    return cycle.course, said.replace("\u00a0", " ")


def test_every_real_name_is_a_pupil_and_nothing_else_is(collected):
    course, _ = collected
    found = {str(path.relative_to(course / "submitted")) for path in (course / "submitted").rglob("*.ipynb")}
    assert found == {f"{pupil}/{LESSON}/{LESSON}.ipynb" for pupil in TAKEN}
    assert not (course / LESSON).exists()


@pytest.mark.parametrize("name", [*(f"{pupil}_{LESSON}.ipynb" for pupil in REFUSED), "tom.ipynb"])
def test_a_file_that_is_left_is_named(collected, name):
    _, said = collected
    assert said.count(f"« {name} » n’est pas ramassé") == 1
    assert "._lea" not in "".join(line for line in said.splitlines() if "ramassé" in line)
