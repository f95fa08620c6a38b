from math import sqrt


def score(q, k):
    s = 0
    for a, b in zip(q, k):
        s += a * b
    s = s / sqrt(len(q))
    return s
