"""Training through functions written in plain loops."""

import gc
import math
import random

import pytest

from engine.config import Config, parameters
from engine.gpt import mini_gpt
from engine.learner import MatrixLearner
from engine.my_code import off_tape, on_tape, train_with, word_loss
from engine.names import load_names
from engine.scalar import backward, exp, log
from engine.training import Exploded
from engine.vocabulary import ALPHABET

CONFIG = Config(n_embd=8)


def my_gpt(weights, ids):
    return mini_gpt(weights, ids, heads=4)


def tokens(how_many):
    names = load_names()
    random.Random(42).shuffle(names)
    return [ALPHABET.tokens(name) for name in names[:how_many]]


def test_plain_loops_have_the_gradients_of_the_engine():
    weights, word = parameters(CONFIG), ALPHABET.tokens("emma")
    values = on_tape(weights, [], [])
    result = word_loss(my_gpt, values, word)
    backward(result)
    expected_loss, expected = MatrixLearner(CONFIG, weights).gradients(word)
    assert result.data == pytest.approx(expected_loss, abs=1e-9)
    for name, rows in values.items():
        for row, slopes in zip(rows, expected[name], strict=True):
            assert [v.grad for v in row] == pytest.approx(slopes, abs=1e-9)


def test_weights_go_to_the_tape_and_back():
    weights = {"W": [[1.0, 2.5]], "heads": 4, "name": "x"}
    assert off_tape(on_tape(weights, [], [])) == weights


def test_a_pupils_own_softmax_and_loss_are_used():
    def my_loss(model, weights, ids):
        total = 0
        for row, target in zip(model(weights, ids[:-1]), ids[1:], strict=True):
            exps = [exp(score) for score in row]
            total = total - log(exps[target] / sum(exps))
        return total / (len(ids) - 1)

    first = [p.loss for p in train_with(my_gpt, parameters(CONFIG), tokens(3), 0.3, 3)]
    second = [p.loss for p in train_with(my_gpt, parameters(CONFIG), tokens(3), 0.3, 3, my_loss)]
    assert first == pytest.approx(second, abs=1e-9)


def test_the_weights_given_are_the_ones_that_learn():
    weights = parameters(CONFIG)
    before = parameters(CONFIG)
    next(train_with(my_gpt, weights, tokens(1), 0.3, 1))
    assert weights != before and isinstance(weights["wte"][0][0], float)


def test_a_rate_that_explodes_ends_with_a_sentence():
    with pytest.raises(Exploded, match="la vitesse 1000 est trop grande"):
        list(train_with(my_gpt, parameters(CONFIG), tokens(20), 1000.0, 20))


def test_a_mistake_in_the_given_code_is_not_called_an_explosion():
    with pytest.raises(ZeroDivisionError):
        list(train_with(lambda weights, ids: 1 / 0, parameters(CONFIG), tokens(2), 0.3, 2))
    with pytest.raises(ValueError, match="1 rows of scores"):
        list(train_with(lambda weights, ids: my_gpt(weights, ids)[-1:], parameters(CONFIG), tokens(2), 0.3, 2))
    with pytest.raises(TypeError):
        list(
            train_with(
                lambda w, ids: [[math.exp(x) for x in w["wte"][i]] for i in ids], parameters(CONFIG), tokens(1), 0.3, 1
            )
        )
    with pytest.raises(ValueError, match="expected a V"):
        list(train_with(lambda weights, ids: [[0.0] * 27 for _ in ids], parameters(CONFIG), tokens(2), 0.3, 2))


def test_the_garbage_collector_is_left_as_it_was():
    for begin in (gc.enable, gc.disable):
        begin()
        was_on = gc.isenabled()
        with pytest.raises(ZeroDivisionError):
            list(train_with(lambda weights, ids: 1 / 0, parameters(CONFIG), tokens(1), 0.3, 1))
        assert gc.isenabled() == was_on
    gc.enable()


def test_no_words_nothing_to_learn():
    with pytest.raises(ValueError, match="no words"):
        list(train_with(my_gpt, parameters(CONFIG), [], 0.3, 1))


@pytest.mark.slow
def test_300_steps_learn_more_than_letter_frequencies():
    """Issue 3: 8 dimensions, only the rate, 300 steps: below 2.55."""
    curve = [p.loss for p in train_with(my_gpt, parameters(CONFIG), tokens(300), 0.3, 300)]
    assert curve[0] == pytest.approx(math.log(27), abs=0.2)
    assert sum(curve[-100:]) / 100 < 2.55
