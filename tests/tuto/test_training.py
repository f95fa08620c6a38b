"""entraine: live, stoppable, and kind when numbers explode."""

import math

import pytest

from tests.tuto.conftest import plain
from tuto import entraine


def losses(turn):
    return 3.0 / (turn + 1)


def test_every_turn_gives_its_loss(capsys):
    curve = entraine(losses, 5)
    assert list(curve) == [losses(turn) for turn in range(5)]
    assert curve.finie and len(curve) == 5
    assert "5 tours sur 5 · perte 0,60" in capsys.readouterr().out


def test_in_text_a_long_training_says_only_about_ten_lines(capsys):
    entraine(losses, 1000)
    assert len(capsys.readouterr().out.splitlines()) <= 12


def test_how_often_can_be_chosen(capsys):
    entraine(losses, 10, affiche_tous_les=5)
    assert [line.split()[0] for line in capsys.readouterr().out.splitlines()] == ["1", "5", "10"]


def test_stop_keeps_everything_done_so_far(capsys):
    weights = []

    def step(turn):
        if turn == 3:
            raise KeyboardInterrupt
        weights.append(turn)
        return losses(turn)

    curve = entraine(step, 100)
    assert weights == [0, 1, 2] and list(curve) == [losses(turn) for turn in range(3)]
    assert not curve.finie
    assert "Tu as arrêté l'entraînement." in plain(capsys.readouterr().out)


def test_a_stop_that_falls_on_the_last_drawing_loses_no_turn(monkeypatch, capsys):
    drawings = [KeyboardInterrupt]

    def draw(board, done, last=False):
        if last and drawings:
            raise drawings.pop()

    monkeypatch.setattr("tuto.entrainement.Board.draw", draw)
    curve = entraine(losses, 5)
    assert list(curve) == [losses(turn) for turn in range(5)]
    assert "Les 5 tours déjà faits sont gardés." in plain(capsys.readouterr().out)


@pytest.mark.parametrize(
    "explode",
    [
        lambda turn: float("nan"),
        lambda turn: math.inf,
        lambda turn: math.log(0),
        lambda turn: math.exp(1e9),
        lambda turn: 10.0 ** (400 * turn),
    ],
)
def test_numbers_that_explode_mean_a_speed_too_great(explode, capsys):
    curve = entraine(explode, 5)
    assert "Ta vitesse est trop grande." in capsys.readouterr().out
    assert not curve.finie and all(map(math.isfinite, curve))


@pytest.mark.parametrize(
    ("step", "said"),
    [
        (None, "Cette fonction n'est pas encore prête."),
        (lambda turn: ____, "Il reste un trou dans `la fonction`."),  # noqa: F821
        (lambda turn: None, "Je ne reçois aucune perte."),
        (lambda turn: "3", "La perte doit être un nombre."),
        (lambda turn: [1][turn + 1], "une case trop loin"),
        (lambda turn: int("a"), "ne peut pas devenir un nombre"),
    ],
)
def test_what_stops_it_is_said_without_a_traceback(step, said, capsys):
    curve = entraine(step, 3)
    assert said in plain(capsys.readouterr().out)
    assert len(curve) == 0


def test_in_jupyter_the_same_picture_is_drawn_again(pages, monkeypatch):
    monkeypatch.setattr("tuto.entrainement.jupyter", lambda: True)
    places = []
    monkeypatch.setattr("tuto.entrainement.show", lambda text, page, place, again: places.append((place, again)))
    entraine(losses, 4, affiche_tous_les=1)
    assert len({place for place, _ in places}) == 1
    assert [again for _, again in places] == [False, True, True, True, True]


def test_a_curve_says_itself_in_a_line():
    assert plain(repr(entraine(losses, 3))) == "Courbe de 3 tours : 3,00 → 1,00"


def test_a_training_of_no_turn_is_empty():
    assert repr(entraine(losses, 0)) == "Courbe vide"
