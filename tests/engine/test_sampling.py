"""Inventing words."""

import itertools
import math
import random

import pytest

from engine.beyond.kv_cache import Memory
from engine.config import Config, gpt2_config, parameters
from engine.gpt import choose, generate_name, temperature
from engine.layers import softmax
from engine.model import scores
from engine.sampling import invent, share_of_new, top_k
from engine.tape import Matrix, Tape
from engine.vocabulary import ALPHABET

SMALL = {"n_embd": 8, "n_head": 2, "init_std": 0.5}


def words(how_many, config=None, seed=1, **choices):
    config = config or Config(**SMALL)
    endless = invent(config, parameters(config), ALPHABET, random.Random(seed), **choices)
    return list(itertools.islice(endless, how_many))


def test_words_are_written_in_the_alphabet_within_the_context():
    for word in words(50):
        assert len(word) <= 16 and "." not in word


def test_the_same_dice_give_the_same_words():
    assert words(5) == words(5) != words(5, seed=2)


def test_words_begin_as_asked():
    assert all(word.startswith("zo") and len(word) <= 5 for word in words(20, start="zo", longest=5))


def test_cold_or_one_choice_always_says_the_same():
    assert len(set(words(5, keep=1))) == 1
    assert set(words(5, heat=1e-3)) == set(words(1, keep=1))


def test_top_k_keeps_the_k_best():
    row = [0.1, 3.0, -1.0, 2.0, 0.0]
    assert [i for i, p in enumerate(softmax(top_k(row, 2))) if p > 0] == [1, 3]
    assert top_k(row, 99) == row
    assert sum(x > -math.inf for x in top_k([1.0] * 5, 2)) == 2


def test_a_higher_temperature_evens_out():
    def entropy(T):
        return -sum(p * math.log(p) for p in temperature([0.0, 1.0, 2.5], T))

    assert entropy(0.5) < entropy(1) < entropy(2) < math.log(3)


def test_choices_follow_the_probabilities():
    shares = [0.5, 0.0, 0.3, 0.2]
    drawn = [choose(shares, (i + 0.5) / 1000) for i in range(1000)]
    assert [drawn.count(i) / 1000 for i in range(4)] == pytest.approx(shares, abs=2e-3)
    assert choose([0.1, 0.2, 0.7 - 1e-12, 0.0], 1 - 1e-13) == 2


@pytest.mark.parametrize("config", [Config(**SMALL), gpt2_config(**SMALL | {"n_layer": 2}),
                                    Config(**SMALL, positions="rotary", window=3, n_layer=2)])  # fmt: skip
def test_memory_equals_reading_everything_again(config):
    ids = [0, 5, 13, 13, 1, 20]
    weights = {name: Matrix(rows) for name, rows in parameters(config).items()}
    memory = Memory()
    for unread in ([0], [5, 13], [13, 1, 20]):
        remembered = scores(Tape(), config, weights, unread, memory=memory).rows
    again = scores(Tape(), config, weights, ids).rows
    assert len(memory) == len(ids)
    for row, expected in zip(remembered, again[3:], strict=True):
        assert row == pytest.approx(expected, abs=1e-12)


def test_the_engine_and_the_plain_loop_invent_the_same_word():
    config = Config(**SMALL)
    weights = {name: Matrix(rows) for name, rows in parameters(config).items()}
    dice = random.Random(1)
    word = generate_name(lambda ids: scores(Tape(), config, weights, ids).rows, dice.random, 0.8, 16, ALPHABET)
    assert word == words(1, heat=0.8)[0]


def test_rotary_positions_write_beyond_the_context():
    config = Config(**SMALL, block_size=4, positions="rotary", window=4)
    assert max(map(len, words(20, config, longest=30))) > 4


@pytest.mark.parametrize(
    ("choices", "message"),
    [
        ({"longest": 17}, "at most 16"), ({"start": "abc", "longest": 2}, "start of 3"), ({"start": "é"}, "'é'"),
        ({"heat": 0}, "temperature 0"), ({"keep": -1}, "top_k = -1"),
    ],
)  # fmt: skip
def test_impossible_wishes_are_named(choices, message):
    with pytest.raises(ValueError, match=message):
        words(1, **choices)


def test_share_of_new_needs_words():
    with pytest.raises(ValueError, match="no words"):
        share_of_new([], {"ada"})
