import math


def gelu(x):
    racine = math.sqrt(2 / math.pi)
    return [0.5 * v * (1 + math.tanh(racine * (v + 0.044715 * v**3))) for v in x]
