"""LayerNorm and GELU, which GPT-2 has where microgpt has RMSNorm and ReLU.

Does: both, on lists of numbers (floats, or `V` to differentiate through), and the slope of GELU.
Does not: choose between them: a `model.Config` does.

Source: Ba, Kiros and Hinton 2016 (LayerNorm); Hendrycks and Gimpel 2016 (GELU), in the tanh form that GPT-2 uses, where
tanh is written with an exponential: (1 + tanh u) / 2 = 1 / (1 + exp(-2u)).
"""

from math import pi

from engine.layers import EPSILON, Number, Vector, dot
from engine.scalar import exp, sqrt

GELU_SCALE = 2 * (2 / pi) ** 0.5
GELU_CUBIC = 0.044715


def layernorm(x: Vector, gain: Vector, bias: Vector | None = None) -> list[Number]:
    """Mean taken away, divided by the standard deviation, then a learned gain and bias per place.

    >>> [round(v, 3) for v in layernorm([1.0, 3.0], [1, 1], [0, 10])]
    [-1.0, 11.0]
    """
    mean = sum(x) / len(x)
    centred = [v - mean for v in x]
    size = sqrt(dot(centred, centred) / len(x) + EPSILON)
    scaled = [v / size * k for v, k in zip(centred, gain, strict=True)]
    return [v + b for v, b in zip(scaled, bias, strict=True)] if bias else scaled


def gelu(x: Number) -> Number:
    """Nearly x when x is large, nearly 0 when x is very negative, smooth between the two.

    >>> gelu(0.0), round(gelu(1.0), 4), round(gelu(-1.0), 4)
    (0.0, 0.8412, -0.1588)
    """
    return x * _logistic(GELU_SCALE * (x + GELU_CUBIC * x * x * x))


def gelu_with_slope(x: float) -> tuple[float, float]:
    """gelu(x) and its derivative.

    >>> gelu_with_slope(0.0)
    (0.0, 0.5)
    """
    part = _logistic(GELU_SCALE * (x + GELU_CUBIC * x * x * x))
    return x * part, part + x * part * (1 - part) * GELU_SCALE * (1 + 3 * GELU_CUBIC * x * x)


def _logistic(u: Number) -> Number:
    if u > 0:
        return 1 / (1 + exp(-u))
    small = exp(u)  # never exp of a large number, which overflows
    return small / (1 + small)
