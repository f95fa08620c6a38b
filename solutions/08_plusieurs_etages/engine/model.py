"""How a GPT is assembled, written once for every architecture and every way to compute.

Does: the way from symbols to scores: embedding, then layers of attention and MLP with their shortcuts, then scores.
Does not: compute: it is given the operations, which may be slow and simple (plain.py), fast (tape.py), NumPy's or
torch's (beyond/). Nor learn (see training.py).

Source: microgpt and GPT-2, which differ only by their configuration.
"""

import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from engine.beyond.dropout import dropout_mask
from engine.config import Config


def scores(ops: Any, config: Config, weights: Mapping[str, Any], ids: Sequence[int], *, dice=None, memory=None) -> Any:
    """The scores of the next symbol after each of these symbols: a matrix len(ids) x vocab_size, as `ops` makes them.

    `ops` has embed, add, multiply, linear, rmsnorm, layernorm, relu, gelu, rotate and attention, described in tape.py;
    `weights` hold matrices as they want them. `dice` is a random.Random when dropout is to be drawn, None to use all
    of the model. `memory` holds the keys and values of the symbols already read (see beyond/kv_cache.py).

    >>> from engine import plain
    >>> from engine.config import parameters
    >>> rows = scores(plain, Config(), parameters(Config()), [0, 5, 13])
    >>> len(rows), len(rows[0])
    (3, 27)
    """
    start = len(memory) if memory else 0
    parts = _Parts(ops, config, weights, dice, memory, start, len(ids))
    x = parts.embedding(ids)
    for layer in range(config.n_layer):
        x = parts.attention(layer, x)
        x = parts.mlp(layer, x)
    if config.norm_output:
        x = parts.norm("norm_output", x)
    return ops.linear(x, weights["wte" if config.tied_head else "lm_head"])


@dataclass(frozen=True)
class _Parts:
    """The parts of a model over one set of operations, for n symbols of which the first is at place `start`."""

    ops: Any
    config: Config
    weights: Mapping[str, Any]
    dice: random.Random | None
    memory: Any
    start: int
    n: int

    def embedding(self, ids: Sequence[int]) -> Any:
        """Which letter, plus which place."""
        x = self.ops.embed(self.weights["wte"], ids)
        if self.config.positions == "learned":
            x = self.ops.add(x, self.ops.embed(self.weights["wpe"], range(self.start, self.start + self.n)))
        if self.config.norm_embedding:
            x = self.norm("norm_embedding", x)
        return self.drop(x)

    def attention(self, layer: int, x: Any) -> Any:
        """x, plus what each letter takes from the letters it may see."""
        heads, window, at = self.config.n_head, self.config.window, f"layer{layer}."
        h = self.norm(at + "norm_attn", x)
        q, k, v = (self.linear(at + name, h) for name in ("attn_wq", "attn_wk", "attn_wv"))
        if self.config.positions == "rotary":
            q, k = self.ops.rotate(q, heads, self.start), self.ops.rotate(k, heads, self.start)
        if self.memory is not None:
            k, v = self.memory.extend(layer, k, v)
        masks = [self.mask(self.start + self.n) for _ in range(heads)] if self.dropping else None
        mixed = self.ops.attention(q, k, v, heads, window, masks)
        return self.ops.add(x, self.drop(self.linear(at + "attn_wo", mixed)))

    def mlp(self, layer: int, x: Any) -> Any:
        """x, plus what each letter thinks by itself."""
        at = f"layer{layer}."
        h = self.linear(at + "mlp_fc1", self.norm(at + "norm_mlp", x))
        h = self.ops.relu(h) if self.config.activation == "relu" else self.ops.gelu(h)
        return self.ops.add(x, self.drop(self.linear(at + "mlp_fc2", h)))

    def norm(self, name: str, x: Any) -> Any:
        if self.config.norm == "rmsnorm":
            return self.ops.rmsnorm(x)
        return self.ops.layernorm(x, self.weights[f"{name}.gain"], self.weights.get(f"{name}.bias"))

    def linear(self, name: str, x: Any) -> Any:
        return self.ops.linear(x, self.weights[name], self.weights.get(f"{name}.bias"))

    @property
    def dropping(self) -> bool:
        return self.dice is not None and self.config.dropout > 0

    def drop(self, x: Any) -> Any:
        return self.ops.multiply(x, self.mask(self.config.n_embd)) if self.dropping else x

    def mask(self, columns: int) -> list[list[float]]:
        return dropout_mask(self.dice, self.n, columns, self.config.dropout)
