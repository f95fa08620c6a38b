"""NumPy computes the same model."""

import random

import pytest

from tests.engine.architectures import CONFIGS, SMALL, every_config, largest_gap, spread, word

pytest.importorskip("numpy", reason="NumPy is not installed: its backend is optional")

from engine.beyond.numpy_learner import NumpyLearner
from engine.config import parameters
from engine.learner import MatrixLearner
from engine.training import Exploded, Recipe, new_session, train


@every_config
def test_the_same_gradients(config):
    weights, tokens = spread(config), word(config)
    loss, expected = MatrixLearner(config, weights).gradients(tokens, dice=random.Random(3))
    found_loss, found = NumpyLearner(config, weights).gradients(tokens, dice=random.Random(3))
    assert found_loss == pytest.approx(loss, abs=1e-9)
    assert largest_gap({name: array.tolist() for name, array in found.items()}, expected) < 1e-9


def test_the_same_training_from_one_to_the_other():
    config, words = CONFIGS["gpt2 with dropout"], [word(CONFIGS["gpt2 with dropout"], n) for n in (2, 6, 4)]
    weights = parameters(config)
    plain, fast = MatrixLearner(config, weights, ["wpe"]), NumpyLearner(config, weights, ["wpe"])
    for i, tokens in enumerate(words * 4):
        if i == 6:
            other = NumpyLearner(config, plain.weights(), ["wpe"])
            other.set_momentum(plain.momentum())
            fast = other
        expected = plain.learn(tokens, 0.01, dice=random.Random(i))
        assert fast.learn(tokens, 0.01, dice=random.Random(i)) == pytest.approx(expected, abs=1e-9)
    assert largest_gap(fast.weights(), plain.weights()) < 1e-9
    assert list(fast.weights()) == list(weights)
    assert fast.weights()["wpe"] == weights["wpe"]
    assert fast.momentum()["means"] == pytest.approx(plain.momentum()["means"], abs=1e-9)


def test_a_session_runs_on_numpy():
    names = ["emma", "lina", "hugo"]
    slow, fast = (new_session(Recipe(steps=30), make_learner=learner) for learner in (MatrixLearner, NumpyLearner))
    assert [p.loss for p in train(fast, names)] == pytest.approx([p.loss for p in train(slow, names)], abs=1e-9)


def test_an_explosion_is_told():
    with pytest.raises(Exploded):
        list(train(new_session(Recipe(steps=50, rate=1e200), make_learner=NumpyLearner), ["emma", "lina"]))


def test_impossible_words_are_named():
    learner = NumpyLearner(CONFIGS["small"], spread(CONFIGS["small"]))
    with pytest.raises(ValueError, match=f"expected 0 to {SMALL['vocab_size'] - 1}"):
        learner.gradients([0, 99])
