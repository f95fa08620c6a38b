"""Architectures that together use every choice of a configuration, and what tests compare them with."""

import random

import pytest

from engine.config import Config, gpt2_config, parameters

SMALL = {"vocab_size": 7, "n_embd": 8, "n_head": 2, "block_size": 6}
CONFIGS = {
    "microgpt": Config(),
    "small": Config(**SMALL),
    "deep and narrow heads": Config(**SMALL | {"n_layer": 3, "n_head": 8}),
    "layernorm with biases": Config(**SMALL, norm="layernorm", biases=True, norm_output=True),
    "layernorm, no bias": Config(**SMALL, norm="layernorm", activation="gelu"),
    "tied head": Config(**SMALL, tied_head=True),
    "gpt2 with dropout": gpt2_config(**SMALL, n_layer=2),
    "rotary": Config(**SMALL, positions="rotary"),
    "window": Config(**SMALL, window=2),
    "everything": gpt2_config(**SMALL, positions="rotary", window=3, dropout=0.4),
}
every_config = pytest.mark.parametrize("config", CONFIGS.values(), ids=CONFIGS)


def spread(config, seed=1):
    """Weights far enough from 0 for every term to count, gains and biases included."""
    rng = random.Random(seed)
    return {name: [[rng.gauss(0, 0.5) for _ in row] for row in rows] for name, rows in parameters(config).items()}


def word(config, length=6):
    rng = random.Random(2)
    return [rng.randrange(config.vocab_size) for _ in range(length + 1)]


def largest_gap(first, second):
    assert first.keys() == second.keys()
    return max(
        abs(x - y)
        for name in first
        for a, b in zip(first[name], second[name], strict=True)
        for x, y in zip(a, b, strict=True)
    )
