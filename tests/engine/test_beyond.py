"""What microgpt leaves out: each idea has the property it is known for."""

import itertools
import math
import random

import pytest

from engine import plain
from engine.beyond.dropout import dropout_mask
from engine.beyond.fine_tuning import all_but, fine_tuning
from engine.beyond.gpt2 import gelu, gelu_with_slope, layernorm
from engine.beyond.long_context import rotated
from engine.beyond.quantisation import quantise, size_in_bytes, widen
from engine.beyond.rewards import reward_tuning
from engine.config import Config, parameters
from engine.evaluation import evaluate
from engine.layers import dot
from engine.model import scores
from engine.names import load_names
from engine.training import Recipe, new_session, train
from engine.vocabulary import ALPHABET

SMALL = Config(n_embd=8, n_head=2)


def vector(n, seed=1):
    rng = random.Random(seed)
    return [rng.gauss(0, 1) for _ in range(n)]


@pytest.fixture(scope="module")
def taught():
    """A small model that has learned a little."""
    session = new_session(Recipe(steps=300), SMALL)
    for _ in train(session, load_names()):
        pass
    return session


def test_layernorm_has_mean_0_and_deviation_1_then_gain_and_bias():
    x = vector(32)
    y = layernorm(x, [1.0] * 32)
    assert sum(y) / 32 == pytest.approx(0, abs=1e-9)
    assert sum(v * v for v in y) / 32 == pytest.approx(1, abs=1e-3)
    assert layernorm(x, [3.0] * 32, [5.0] * 32) == pytest.approx([3 * v + 5 for v in y])
    assert layernorm([v + 7 for v in x], [1.0] * 32) == pytest.approx(y)


@pytest.mark.parametrize("x", [-1e4, -30.0, -3.0, -0.5, 0.0, 0.5, 3.0, 30.0, 1e4])
def test_gelu_is_nearly_x_times_the_share_of_a_bell_below_x(x):
    assert gelu(x) == pytest.approx(x * (1 + math.erf(x / 2**0.5)) / 2, abs=2e-3)
    value, slope = gelu_with_slope(x)
    assert value == pytest.approx(gelu(x))
    assert slope == pytest.approx((gelu(x + 1e-5) - gelu(x - 1e-5)) / 2e-5, abs=1e-6)


def test_dropout_hides_its_share_and_keeps_the_mean():
    flat = [x for row in dropout_mask(random.Random(1), 100, 100, 0.3) for x in row]
    assert flat.count(0.0) / 1e4 == pytest.approx(0.3, abs=0.02)
    assert sum(flat) / 1e4 == pytest.approx(1, abs=0.02)
    assert dropout_mask(random.Random(1), 2, 2, 0.0) == [[1.0, 1.0], [1.0, 1.0]]


def test_turned_vectors_know_only_how_far_apart_they_are():
    q, k = vector(8, 1), vector(8, 2)
    near, far = (dot(rotated(q, 2, place), rotated(k, 2, place - 3)) for place in (3, 500))
    assert near == pytest.approx(far)
    assert near != pytest.approx(dot(rotated(q, 2, 3), rotated(k, 2, 1)))
    assert rotated(rotated(q, 2, 7), 2, -7) == pytest.approx(q)
    assert dot(rotated(q, 2, 9), rotated(q, 2, 9)) == pytest.approx(dot(q, q))


def test_turning_needs_pairs():
    with pytest.raises(ValueError, match="even number"):
        rotated(vector(6), 2, 1)


def test_a_window_hides_what_is_far():
    config = Config(n_embd=8, n_head=2, window=2, init_std=0.5)
    weights = parameters(config)
    first, second = (scores(plain, config, weights, [letter, 5, 13, 1]) for letter in (2, 3))
    changed = [a != b for a, b in zip(first, second, strict=True)]
    assert changed == [True, True, False, False]


def test_layers_let_a_window_look_further():
    config = Config(n_embd=8, n_head=2, window=2, n_layer=2, init_std=0.5)
    first, second = (scores(plain, config, parameters(config), [letter, 5, 13, 1]) for letter in (2, 3))
    assert [a != b for a, b in zip(first, second, strict=True)] == [True, True, True, False]


def test_8_bits_are_off_by_half_a_unit_at_most():
    weights = parameters(Config(), seed=3) | {"zeros": [[0.0, 0.0]]}
    small = quantise(weights)
    for name, rows in widen(small).items():
        for found, row, scale in zip(rows, weights[name], small[name].scales, strict=True):
            assert max(abs(x - y) for x, y in zip(found, row, strict=True)) <= scale / 2 * (1 + 1e-9)
    assert size_in_bytes(small) < 8 * sum(len(row) for rows in weights.values() for row in rows) / 5


def test_8_bits_hardly_change_what_the_model_knows(taught):
    weights, names = taught.learner.weights(), load_names()[:100]
    whole, rounded = (evaluate(SMALL, w, ALPHABET, names) for w in (weights, widen(quantise(weights))))
    assert rounded == pytest.approx(whole, abs=0.02)


def test_fine_tuning_learns_the_new_words_and_leaves_the_rest(taught):
    words = [name for name in load_names() if name.endswith("ette")]
    before = taught.learner.weights()
    session = fine_tuning(taught, Recipe(steps=100, frozen=all_but(SMALL, "lm_head")))
    for _ in train(session, words):
        pass
    after = session.learner.weights()
    assert {name for name in after if after[name] != before[name]} == {"lm_head"}
    assert taught.learner.weights() == before
    assert evaluate(SMALL, after, ALPHABET, words) < evaluate(SMALL, before, ALPHABET, words) - 0.3


def test_nothing_to_fine_tune_is_named():
    with pytest.raises(ValueError, match="'nothing'"):
        all_but(SMALL, "nothing")


def ends_with_a(word):
    return word.endswith("a")


def test_rewarded_words_become_more_frequent(taught):
    session = fine_tuning(taught, Recipe(steps=25, rate=0.001))
    means = [event.mean_reward for event in reward_tuning(session, ends_with_a)]
    assert sum(means[-5:]) / 5 > sum(means[:5]) / 5 + 0.3


def test_the_leash_keeps_words_varied(taught):
    variety = []
    for leash in (0.0, 0.1):
        session = fine_tuning(taught, Recipe(steps=25, rate=0.005))
        events = list(reward_tuning(session, ends_with_a, leash=leash))
        variety.append(len({word for event in events[-10:] for word in event.words}))
    assert variety[0] < 60 < 100 < variety[1]


def test_one_word_has_nothing_to_be_compared_with(taught):
    with pytest.raises(ValueError, match="words_per_step = 1"):
        next(reward_tuning(taught, len, words_per_step=1))


def test_reward_tuning_stops_and_goes_on():
    whole = new_session(Recipe(steps=4), SMALL)
    expected = list(reward_tuning(whole, len, words_per_step=2, leash=0.0))
    session = new_session(Recipe(steps=4), SMALL)
    begun = list(itertools.islice(reward_tuning(session, len, words_per_step=2, leash=0.0), 2))
    assert begun + list(reward_tuning(session, len, words_per_step=2, leash=0.0)) == expected
