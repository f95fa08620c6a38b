"""`python -m engine`, as a curious pupil would try it."""

import os
import re
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from engine.__main__ import main
from engine.curve import draw, smooth

ROOT = Path(__file__).parents[2]


@pytest.fixture
def here(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    return tmp_path


def said(capsys):
    captured = capsys.readouterr()
    return captured.out + captured.err


def test_train_then_generate(here, capsys):
    assert main(["train", "--pas", "120", "--taille", "8", "--tetes", "2"]) == 0
    text = said(capsys)
    assert "pas 100 sur 120" in text and "modele.json" in text and "jamais vus" in text
    assert main(["generate", "--nombre", "7", "--debut", "É", "--temperature", "0,5"]) == 0
    words = said(capsys).splitlines()
    assert len(words) == 7 and all(re.fullmatch("e[a-z]*", word) for word in words)


def test_the_same_seed_generates_the_same_names(here, capsys):
    main(["train", "--pas", "20", "--taille", "8"])
    said(capsys)
    for seed in ("1", "1", "2"):
        main(["generate", "--graine", seed])
    words = said(capsys).splitlines()
    assert words[:10] == words[10:20] != words[20:]


def test_training_goes_on(here, capsys):
    main(["train", "--pas", "20", "--taille", "8", "--accents", "--dropout", "0,1"])
    assert main(["train", "--reprendre"]) == 0
    assert "a déjà fait ses 20 pas" in said(capsys)
    assert main(["train", "--reprendre", "--pas", "30"]) == 0
    assert "pas 30 sur 30" in said(capsys)


@pytest.mark.parametrize("backend", ["numpy", "torch"])
def test_other_ways_to_compute(here, capsys, backend):
    pytest.importorskip(backend, reason=f"{backend} is not installed: its backend is optional")
    assert main(["train", "--pas", "20", "--taille", "8", "--moteur", backend, "--gpt2"]) == 0
    assert main(["generate"]) == 0


@pytest.mark.parametrize(
    ("wish", "words"),
    [
        ("train --pas zéro", "« zéro » n’est pas un nombre qui convient"),
        ("train --pas 0", "« 0 »"),
        ("train --pas 1,5", "« 1,5 »"),
        ("train --vitesse -1", "« -1 »"),
        ("train --dropout 1", "« 1 »"),
        ("train --taille 10", "ne se partage pas entre 4 têtes"),
        ("train --moteur turbo", "« turbo » n’est pas python, numpy ou torch"),
        ("train --vite", "« --vite » n’est pas une option"),
        ("train --pas", "il manque quelque chose"),
        ("dessine", "la commande n’existe pas"),
    ],
)
def test_what_is_not_understood_is_said_in_french(here, capsys, wish, words):
    with pytest.raises(SystemExit) as end:
        main(wish.split())
    text = said(capsys).replace("\u00a0", " ")
    assert end.value.code == 2 and words in text and "--aide" in text
    assert "error" not in text and "argument" not in text


def test_no_model_and_explosion_are_said_in_french(here, capsys):
    assert main(["generate"]) == 1
    assert "Il n’y a pas de modèle dans modele.json" in said(capsys)
    assert main(["train", "--taille", "8", "--vitesse", "1e99"]) == 1
    assert "est trop grande" in said(capsys)
    Path("modele.json").write_text("{}")
    assert main(["generate"]) == 1
    assert "Ce n’est pas possible" in said(capsys)


def test_without_a_command_help_is_shown(here, capsys):
    assert main([]) == 0
    assert "invente des prénoms" in said(capsys)


@pytest.mark.skipif(os.name == "nt", reason="Ctrl+C is sent to a process group in another way on Windows")
def test_ctrl_c_saves_the_model(here):
    command = [sys.executable, "-u", "-m", "engine", "train", "--pas", "100000", "--taille", "8"]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment, encoding="utf-8")
    assert process.stdout is not None
    line = ""
    while "pas 100" not in line:
        line = process.stdout.readline()
        assert line, "the training ended by itself"
    process.send_signal(signal.SIGINT)
    text = process.communicate(timeout=60)[0]
    assert process.returncode == 0
    assert "Arrêt au pas" in text and "--reprendre" in text
    assert (here / "modele.json").exists()


def test_a_curve_falls():
    lines = draw([3.4 - 1.6 * i / 99 for i in range(100)], columns=10, rows=4)
    assert len(lines) == 4
    lengths = [len(line) for line in lines]
    assert lengths == sorted(lengths)
    assert draw([], rows=2) == ["3,40 ┤", "2,60 ┤"]


def test_smoothing_keeps_the_mean():
    values = [float(i % 7) for i in range(100)]
    parts = smooth(values, 10)
    assert len(parts) == 10
    assert sum(parts) / 10 == pytest.approx(sum(values) / 100)
    assert smooth([1.0, 2.0], 60) == [1.0, 2.0]
