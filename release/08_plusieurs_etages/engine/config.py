"""Every choice about a model, its tables of weights by name, and their first values.

Does: the configuration, checked; the shapes; random first weights; the checks on weights and words.
Does not: compute anything (see model.py).

Source: microgpt's final version for the defaults (4192 weights with 27 symbols); GPT-2 for `gpt2_config`.
"""

import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

Weights = dict[str, list[list[float]]]


@dataclass(frozen=True)
class Config:
    """Every choice about the architecture; the defaults are microgpt's.

    `norm` is "rmsnorm" (nothing to learn) or "layernorm" (a gain, and a bias if `biases`); `norm_embedding` puts one
    right after the embedding, `norm_output` one before the scores. `tied_head` reuses the letters' table to make the
    scores. `positions` is "learned" (a table) or "rotary" (RoPE); `window` limits how far back a letter looks. Raises
    ValueError, which names the value and what was expected.

    >>> Config(n_embd=10)
    Traceback (most recent call last):
    ValueError: got n_embd = 10: expected a multiple of n_head, 4
    """

    vocab_size: int = 27
    n_embd: int = 16
    n_head: int = 4
    n_layer: int = 1
    block_size: int = 16
    norm: Literal["rmsnorm", "layernorm"] = "rmsnorm"
    norm_embedding: bool = True
    norm_output: bool = False
    activation: Literal["relu", "gelu"] = "relu"
    biases: bool = False
    tied_head: bool = False
    dropout: float = 0.0
    positions: Literal["learned", "rotary"] = "learned"
    window: int | None = None
    init_std: float = 0.08

    def __post_init__(self) -> None:
        for field in ("vocab_size", "n_embd", "n_head", "n_layer", "block_size"):
            size = getattr(self, field)
            _expect(isinstance(size, int) and size > 0, self, field, "a whole number above 0")
        _expect(self.n_embd % self.n_head == 0, self, "n_embd", f"a multiple of n_head, {self.n_head}")
        _expect(self.norm in ("rmsnorm", "layernorm"), self, "norm", "rmsnorm or layernorm")
        _expect(self.activation in ("relu", "gelu"), self, "activation", "relu or gelu")
        _expect(self.positions in ("learned", "rotary"), self, "positions", "learned or rotary")
        even = self.n_embd // self.n_head % 2 == 0
        _expect(self.positions == "learned" or even, self, "n_embd", "an even number per head, to rotate")
        _expect(0 <= self.dropout < 1, self, "dropout", "a share from 0 to 1, 1 excluded")
        _expect(self.window is None or self.window > 0, self, "window", "None or a number above 0")


def gpt2_config(**changes: Any) -> Config:
    """GPT-2's (and nanoGPT's) architecture, at the course's size unless changed.

    >>> gpt2_config(n_layer=2).norm
    'layernorm'
    """
    architecture = {"norm": "layernorm", "norm_embedding": False, "norm_output": True, "activation": "gelu"}
    training = {"biases": True, "tied_head": True, "dropout": 0.1, "init_std": 0.02}
    return Config(**(architecture | training | changes))


def shapes(config: Config) -> dict[str, tuple[int, int]]:
    """The name and shape (rows, columns) of every table of weights; microgpt's names where it has them.

    >>> shapes(Config())["layer0.mlp_fc1"], sum(rows * columns for rows, columns in shapes(Config()).values())
    ((64, 16), 4192)
    """
    d = config.n_embd
    found = {"wte": (config.vocab_size, d)}
    if config.positions == "learned":
        found["wpe"] = (config.block_size, d)
    if not config.tied_head:
        found["lm_head"] = (config.vocab_size, d)
    norms = ["norm_embedding"] * config.norm_embedding + ["norm_output"] * config.norm_output
    for layer in range(config.n_layer):
        filters = dict.fromkeys(("attn_wq", "attn_wk", "attn_wv", "attn_wo"), (d, d))
        for name, shape in (filters | {"mlp_fc1": (4 * d, d), "mlp_fc2": (d, 4 * d)}).items():
            found[f"layer{layer}.{name}"] = shape
            if config.biases:
                found[f"layer{layer}.{name}.bias"] = (1, shape[0])
        norms += [f"layer{layer}.norm_attn", f"layer{layer}.norm_mlp"]
    if config.norm == "layernorm":
        for name in norms:
            found[f"{name}.gain"] = (1, d)
            if config.biases:
                found[f"{name}.bias"] = (1, d)
    return found


def parameters(config: Config, seed: int = 42) -> Weights:
    """First weights: gains at 1, biases at 0, the rest drawn around 0 with deviation `init_std`.

    >>> weights = parameters(Config())
    >>> len(weights["wte"]), len(weights["wte"][0])
    (27, 16)
    """
    rng = random.Random(seed)
    weights = {}
    for name, (rows, columns) in shapes(config).items():
        if name.endswith((".gain", ".bias")):
            weights[name] = [[float(name.endswith(".gain"))] * columns for _ in range(rows)]
        else:
            weights[name] = [[rng.gauss(0, config.init_std) for _ in range(columns)] for _ in range(rows)]
    return weights


def check_weights(config: Config, weights: Mapping[str, Sequence[Sequence[float]]]) -> None:
    """Raises ValueError unless these are the weights of this configuration, by name and shape.

    >>> check_weights(Config(), parameters(Config(block_size=8)))
    Traceback (most recent call last):
    ValueError: got 8 rows of [16] numbers for wpe: expected 16 of 16
    """
    expected = shapes(config)
    if set(weights) != set(expected):
        raise ValueError(f"got weights {sorted(weights)}: expected {sorted(expected)}")
    for name, (rows, columns) in expected.items():
        found = len(weights[name]), {len(row) for row in weights[name]}
        if found != (rows, {columns}):
            raise ValueError(
                f"got {found[0]} rows of {sorted(found[1])} numbers for {name}: expected {rows} of {columns}"
            )


def split_word(config: Config, tokens: Sequence[int]) -> tuple[Sequence[int], Sequence[int]]:
    """The symbols to read and, one place further, the symbols to guess.

    Raises ValueError unless there are at least two, all known, and no more than the context and one.

    >>> split_word(Config(), [0, 5, 1, 0])
    ([0, 5, 1], [5, 1, 0])
    """
    if not 2 <= len(tokens) <= config.block_size + 1:
        raise ValueError(
            f"got {len(tokens)} symbols: expected 2 to {config.block_size + 1}, the context and one to guess"
        )
    if not 0 <= min(tokens) <= max(tokens) < config.vocab_size:
        raise ValueError(f"got symbols {list(tokens)}: expected 0 to {config.vocab_size - 1}")
    return tokens[:-1], tokens[1:]


def _expect(true: bool, config: Config, field: str, expected: str) -> None:
    if not true:
        raise ValueError(f"got {field} = {getattr(config, field)!r}: expected {expected}")
