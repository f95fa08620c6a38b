"""torch computes the same model, to the precision of 32 bits."""

import random

import pytest

from tests.engine.architectures import CONFIGS, every_config, largest_gap, spread, word

pytest.importorskip("torch", reason="torch is not installed: its backend is optional")

from engine.beyond.torch_learner import TorchLearner
from engine.config import parameters
from engine.learner import MatrixLearner
from engine.training import Exploded, Recipe, new_session, train


@every_config
def test_the_same_gradients(config):
    weights, tokens = spread(config), word(config)
    loss, expected = MatrixLearner(config, weights).gradients(tokens, dice=random.Random(3))
    found_loss, found = TorchLearner(config, weights).gradients(tokens, dice=random.Random(3))
    assert found_loss == pytest.approx(loss, rel=1e-4)
    assert largest_gap({name: table.tolist() for name, table in found.items()}, expected) < 1e-4


def test_the_same_training_with_frozen_tables_and_momentum():
    config = CONFIGS["gpt2 with dropout"]
    weights = parameters(config)
    plain, other = MatrixLearner(config, weights, ["wpe"]), TorchLearner(config, weights, ["wpe"])
    for i in range(8):
        if i == 4:
            again = TorchLearner(config, plain.weights(), ["wpe"])
            again.set_momentum(plain.momentum())
            other = again
        tokens = word(config, 2 + i % 5)
        expected = plain.learn(tokens, 0.001, dice=random.Random(i))
        assert other.learn(tokens, 0.001, dice=random.Random(i)) == pytest.approx(expected, rel=1e-4)
    assert list(other.weights()) == list(weights)
    assert other.weights()["wpe"][0] == pytest.approx(weights["wpe"][0], rel=1e-6)
    assert other.momentum()["count"] == 8


def test_a_session_runs_on_torch():
    names = ["emma", "lina", "hugo"]
    slow, other = (new_session(Recipe(steps=10), make_learner=learner) for learner in (MatrixLearner, TorchLearner))
    assert [p.loss for p in train(other, names)] == pytest.approx([p.loss for p in train(slow, names)], rel=1e-2)


def test_an_explosion_is_told():
    with pytest.raises(Exploded):
        list(train(new_session(Recipe(steps=50, rate=1e30), make_learner=TorchLearner), ["emma", "lina"]))
