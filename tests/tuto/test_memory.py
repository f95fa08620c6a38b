"""The small memory beside the notebooks: kept from one day to the next, never in the way."""

import os

import pytest

from tuto import enregistre, retrouve


def test_what_is_kept_is_found_again():
    enregistre("perte", 2.41)
    enregistre("prénoms", ["zoé", "lou"])
    assert retrouve("perte") == pytest.approx(2.41)
    assert retrouve("prénoms") == ["zoé", "lou"]


def test_what_was_never_kept_is_the_default():
    assert retrouve("perte") is None
    assert retrouve("perte", 3.3) == pytest.approx(3.3)


@pytest.mark.parametrize("damage", [b"", b"{", b"[1]", b"\xff\xfe\x00", b"null", b'{"perte": 2.4', b"[" * 100_000])
def test_a_damaged_memory_is_empty_and_can_be_written_again(tmp_path, damage):
    (tmp_path / "tuto_memoire.json").write_bytes(damage)
    assert retrouve("perte", 3.3) == pytest.approx(3.3)
    enregistre("perte", 2.4)
    assert retrouve("perte") == pytest.approx(2.4)


def test_a_memory_that_cannot_be_written_is_silent(tmp_path, capsys):
    (tmp_path / "tuto_memoire.json").mkdir()
    enregistre("perte", 2.4)
    assert retrouve("perte", 3.3) == pytest.approx(3.3)
    assert capsys.readouterr() == ("", "")


def test_a_value_that_is_not_data_is_not_kept():
    enregistre("perte", 2.4)
    enregistre("fonction", print)
    assert retrouve("perte") == pytest.approx(2.4)
    assert retrouve("fonction") is None


def test_the_other_lessons_are_remembered(tmp_path):
    for lesson in ("01_deviner_la_suite", "05_mon_premier_llm", "vacances"):
        (tmp_path / lesson).mkdir()
    for lesson, loss in (("01_deviner_la_suite", 2.3), ("vacances", 0.1)):
        os.chdir(tmp_path / lesson)
        enregistre("bigrammes", loss)
    os.chdir(tmp_path / "05_mon_premier_llm")
    assert retrouve("bigrammes") == pytest.approx(2.3)


def test_here_comes_before_the_other_lessons(tmp_path):
    for lesson, loss in (("01_un", 2.3), ("02_deux", 2.2)):
        (tmp_path / lesson).mkdir()
        os.chdir(tmp_path / lesson)
        enregistre("perte", loss)
    os.chdir(tmp_path / "01_un")
    assert retrouve("perte") == pytest.approx(2.3)
