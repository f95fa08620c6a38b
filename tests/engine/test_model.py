"""The GPT: every way to compute it agrees, and it is put together as it should be."""

import random

import pytest

from engine import plain
from engine.config import Config, gpt2_config, parameters, shapes
from engine.gpt import mini_gpt
from engine.layers import softmax
from engine.learner import MatrixLearner
from engine.loss import loss, mean_loss
from engine.model import scores
from engine.scalar import V, backward
from engine.tape import Matrix, Tape
from tests.engine.architectures import SMALL, every_config, largest_gap, spread, word


def scalar_gradients(config, weights, tokens):
    """The loss and its derivatives found by the scalar tape through plain loops."""
    tape = []
    values = {name: [[V(x, tape) for x in row] for row in rows] for name, rows in weights.items()}
    rows = scores(plain, config, values, tokens[:-1], dice=random.Random(3))
    result = mean_loss([loss(softmax(row), target) for row, target in zip(rows, tokens[1:], strict=True)])
    backward(result)
    return result.data, {name: [[x.grad for x in row] for row in rows] for name, rows in values.items()}


@every_config
def test_matrix_tape_equals_scalar_tape(config):
    weights, tokens = spread(config), word(config)
    expected_loss, expected = scalar_gradients(config, weights, tokens)
    found_loss, found = MatrixLearner(config, weights).gradients(tokens, dice=random.Random(3))
    assert found_loss == pytest.approx(expected_loss, abs=1e-9)
    assert largest_gap(found, expected) < 1e-9


@every_config
def test_a_letter_never_sees_the_future(config):
    weights, (*ids, other) = spread(config), word(config)
    before = scores(plain, config, weights, ids)
    after = scores(plain, config, weights, [*ids[:-1], other if other != ids[-1] else (other + 1) % 7])
    assert after[:-1] == before[:-1] and after[-1] != before[-1]


def test_the_course_model_is_the_pupils_model():
    config = Config(**SMALL)
    weights, ids = spread(config), word(config)[:-1]
    expected = mini_gpt(weights, ids, config.n_head)
    found = scores(Tape(), config, {name: Matrix(rows) for name, rows in weights.items()}, ids).rows
    assert largest_gap({"scores": found}, {"scores": expected}) < 1e-12


def test_microgpt_has_4192_weights():
    assert sum(rows * columns for rows, columns in shapes(Config()).values()) == 4192


def test_gpt2_has_124_million_weights():
    config = gpt2_config(vocab_size=50257, n_embd=768, n_head=12, n_layer=12, block_size=1024)
    assert sum(rows * columns for rows, columns in shapes(config).values()) == 124_439_808


def test_first_weights_depend_on_the_seed_only():
    assert parameters(Config(), seed=1) == parameters(Config(), seed=1) != parameters(Config(), seed=2)


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("n_embd", 10), ("n_head", 0), ("n_layer", 1.5), ("block_size", -1), ("vocab_size", 0), ("norm", "batchnorm"),
        ("activation", "tanh"), ("positions", "none"), ("dropout", 1.0), ("window", 0),
    ],
)  # fmt: skip
def test_an_impossible_choice_is_named(field, value):
    with pytest.raises(ValueError, match=rf"got {field} = .*: expected"):
        Config(**{field: value})


def test_rotary_positions_turn_pairs():
    with pytest.raises(ValueError, match="even number per head"):
        Config(n_embd=12, n_head=4, positions="rotary")


@pytest.mark.parametrize(
    ("tokens", "words"),
    [
        ([0], "expected 2 to 17"),
        ([0, 27], "expected 0 to 26"),
        ([0, -1], "expected 0 to 26"),
        ([0] * 18, "expected 2 to 17"),
    ],
)
def test_an_impossible_word_is_named(tokens, words):
    with pytest.raises(ValueError, match=words):
        MatrixLearner(Config(), parameters(Config())).gradients(tokens)


def test_wrong_weights_are_named():
    weights = parameters(Config())
    with pytest.raises(ValueError, match="for wpe: expected 8 of 16"):
        MatrixLearner(Config(block_size=8), weights)
    del weights["wte"]
    with pytest.raises(ValueError, match=r"expected .*wte"):
        MatrixLearner(Config(), weights)
