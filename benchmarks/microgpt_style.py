"""What the engine is compared with: a GPT on a scalar autograd, the way microgpt's final version is described.

Every number is an object with its children and local derivatives; backward sorts the graph by recursion; letters go
through the model one by one, keys and values kept; Adam loops over the weights. Written for this benchmark, not
copied.
"""

import math
from collections.abc import Sequence

from engine.config import Config


class Value:
    """A number, its derivative, the numbers it was made from and the local derivatives."""

    __slots__ = ("children", "data", "grad", "local_grads")

    def __init__(self, data, children=(), local_grads=()):
        self.data = data
        self.grad = 0
        self.children = children
        self.local_grads = local_grads

    def __add__(self, other):
        other = other if isinstance(other, Value) else Value(other)
        return Value(self.data + other.data, (self, other), (1, 1))

    def __mul__(self, other):
        other = other if isinstance(other, Value) else Value(other)
        return Value(self.data * other.data, (self, other), (other.data, self.data))

    def __pow__(self, power):
        return Value(self.data**power, (self,), (power * self.data ** (power - 1),))

    def log(self):
        return Value(math.log(self.data), (self,), (1 / self.data,))

    def exp(self):
        return Value(math.exp(self.data), (self,), (math.exp(self.data),))

    def relu(self):
        return Value(max(0, self.data), (self,), (float(self.data > 0),))

    def __neg__(self):
        return self * -1

    def __radd__(self, other):
        return self + other

    def __sub__(self, other):
        return self + (-other)

    def __rmul__(self, other):
        return self * other

    def __truediv__(self, other):
        return self * other**-1

    def backward(self):
        order, seen = [], set()

        def visit(value):
            if value not in seen:
                seen.add(value)
                for child in value.children:
                    visit(child)
                order.append(value)

        visit(self)
        self.grad = 1
        for value in reversed(order):
            for child, local_grad in zip(value.children, value.local_grads, strict=False):
                child.grad += local_grad * value.grad


def linear(x, w):
    return [sum(wi * xi for wi, xi in zip(row, x, strict=False)) for row in w]


def softmax(logits):
    largest = max(value.data for value in logits)
    exps = [(value - largest).exp() for value in logits]
    total = sum(exps)
    return [e / total for e in exps]


def rmsnorm(x):
    mean_square = sum(xi * xi for xi in x) / len(x)
    scale = (mean_square + 1e-5) ** -0.5
    return [xi * scale for xi in x]


class MicrogptStyle:
    """The model over scalar values; `learn` has the signature of the engine's learners."""

    def __init__(self, config: Config, weights):
        self.config = config
        self.state = {name: [[Value(x) for x in row] for row in rows] for name, rows in weights.items()}
        self.params = [value for rows in self.state.values() for row in rows for value in row]
        self.m, self.v = [0.0] * len(self.params), [0.0] * len(self.params)
        self.count = 0

    def _scores(self, token: int, place: int, keys, values):
        state, config = self.state, self.config
        width = config.n_embd // config.n_head
        x = rmsnorm([t + p for t, p in zip(state["wte"][token], state["wpe"][place], strict=False)])
        for layer in range(config.n_layer):
            shortcut = x
            x = rmsnorm(x)
            q = linear(x, state[f"layer{layer}.attn_wq"])
            keys[layer].append(linear(x, state[f"layer{layer}.attn_wk"]))
            values[layer].append(linear(x, state[f"layer{layer}.attn_wv"]))
            mixed = []
            for start in range(0, config.n_embd, width):
                end = start + width
                q_h = q[start:end]
                k_h = [k[start:end] for k in keys[layer]]
                v_h = [v[start:end] for v in values[layer]]
                logits = [sum(q_h[j] * k[j] for j in range(width)) / width**0.5 for k in k_h]
                shares = softmax(logits)
                mixed += [sum(shares[t] * v_h[t][j] for t in range(len(v_h))) for j in range(width)]
            x = [a + b for a, b in zip(linear(mixed, state[f"layer{layer}.attn_wo"]), shortcut, strict=False)]
            shortcut = x
            x = [xi.relu() for xi in linear(rmsnorm(x), state[f"layer{layer}.mlp_fc1"])]
            x = [a + b for a, b in zip(linear(x, state[f"layer{layer}.mlp_fc2"]), shortcut, strict=False)]
        return linear(x, state["lm_head"])

    def learn(self, tokens: Sequence[int], rate: float) -> float:
        """One step of Adam on this word; the loss before the step."""
        n = len(tokens) - 1
        keys, values = ([[] for _ in range(self.config.n_layer)] for _ in range(2))
        losses = []
        for place in range(n):
            probs = softmax(self._scores(tokens[place], place, keys, values))
            losses.append(-probs[tokens[place + 1]].log())
        loss = (1 / n) * sum(losses)
        loss.backward()
        self.count += 1
        for i, p in enumerate(self.params):
            self.m[i] = 0.85 * self.m[i] + 0.15 * p.grad
            self.v[i] = 0.99 * self.v[i] + 0.01 * p.grad**2
            m_hat = self.m[i] / (1 - 0.85**self.count)
            v_hat = self.v[i] / (1 - 0.99**self.count)
            p.data -= rate * m_hat / (v_hat**0.5 + 1e-8)
            p.grad = 0
        return loss.data
