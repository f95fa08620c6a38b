"""Lesson 3's network: its lent correction is the true derivative, and training brings the vowels together."""

import copy
import math
import random

import pytest

from engine.layers import concat_embeddings, context, linear_layer, nearest, softmax
from engine.names import load_names
from engine.vocabulary import ALPHABET
from tuto.lecon_3 import carte_des_lettres, fiches, glisse, grands_scores, trophee, voisines
from tuto.reseau import FENETRE, SIGNES, VOYELLES, Reseau, corrige, ombre, paquets, perte_comptee, reseau_neuf

NAMES = ("lea", "leo", "lola", "emma", "ilan", "mila", "nino", "anna", "elio", "nael", "milo", "lina", "noe", "manon")
WORDS = [[SIGNES.index(letter) for letter in f".{name}."] for name in NAMES]


def guess(network: Reseau, ids: list[int], place: int) -> list[float]:
    cards = concat_embeddings(network.notes, context(ids, place, FENETRE))
    return softmax(linear_layer(network.W, network.b, cards))


def loss(network: Reseau, ids: list[int], place: int) -> float:
    return -math.log(guess(network, ids, place)[ids[place]])


@pytest.mark.parametrize("place", [1, 2, 4])
@pytest.mark.parametrize("table", ["notes", "W"])
def test_a_correction_is_one_step_against_the_derivative(table, place):
    ids, step, h = WORDS[3], 1e-3, 1e-5
    network = reseau_neuf(5)
    rng = random.Random(1)
    for row in (*network.notes, *network.W):
        row[:] = [rng.gauss(0, 0.5) for _ in row]
    after = copy.deepcopy(network)
    corrige(after, ids, place, guess(after, ids, place), step)
    for row, column in ((0, 0), (5, 3), (13, 7), (1, 2)):
        losses = []
        for shift in (h, -h):
            moved = copy.deepcopy(network)
            getattr(moved, table)[row][column] += shift
            losses.append(loss(moved, ids, place))
        slope = (losses[0] - losses[1]) / (2 * h)
        moved_by = getattr(network, table)[row][column] - getattr(after, table)[row][column]
        assert abs(moved_by / step - slope) < 1e-6


def test_every_letter_is_guessed_once_a_pass():
    packets = paquets(WORDS, passages=2)
    seen = [(tuple(ids), place) for packet in packets for ids, place in packet]
    assert len(seen) == 2 * sum(len(word) - 1 for word in WORDS)
    assert len(set(seen)) == len(seen) // 2


def test_more_memory_counts_better():
    assert perte_comptee(WORDS, 0) > perte_comptee(WORDS, 1) > perte_comptee(WORDS, 3)


@pytest.mark.slow
def test_training_brings_vowels_together():
    network = reseau_neuf()
    lots = paquets([ALPHABET.tokens(name) for name in load_names()])
    for number, lot in enumerate(lots):
        for ids, place in lot:
            corrige(network, ids, place, guess(network, ids, place), 0.1 * (1 - number / len(lots)))
    neighbours = {vowel: SIGNES[nearest(network.notes, SIGNES.index(vowel))] for vowel in VOYELLES}
    assert set(neighbours.values()) <= set(VOYELLES)
    across = {letter: x for letter, (x, _) in zip(SIGNES, ombre(network.notes), strict=True)}
    assert min(across[vowel] for vowel in VOYELLES) > max(across[letter] for letter in set(SIGNES[1:]) - set(VOYELLES))


def test_demos_speak_kindly_before_training(capsys):
    network = reseau_neuf()
    fiches(network, "ao")
    voisines(nearest, network, "a")
    trophee(network, guess, NAMES)
    carte_des_lettres(network)
    assert capsys.readouterr().out.count("rien appris") == 4


def test_the_map_of_a_new_network_is_drawn_when_it_is_asked(capsys):
    carte_des_lettres(reseau_neuf(), avant=True)
    assert "des notes au hasard" in capsys.readouterr().out


def test_an_exploded_network_is_said_to_be(capsys):
    network = reseau_neuf()
    corrige(network, WORDS[0], 1, guess(network, WORDS[0], 1), 1e6)
    carte_des_lettres(network)
    assert "explosé" in capsys.readouterr().out


def test_the_star_goes_to_a_softmax_that_takes_huge_scores(capsys):
    grands_scores(softmax)
    assert "Étoile" in capsys.readouterr().out
    grands_scores(lambda scores: [math.exp(s) / sum(map(math.exp, scores)) for s in scores])
    assert "max(scores)" in capsys.readouterr().out


def test_the_window_slides_on_a_name(capsys):
    glisse(context, "lea")
    assert capsys.readouterr().out.splitlines()[1].split() == [".", ".", "l", "→", "e"]
