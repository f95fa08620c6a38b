from math import sqrt


def rmsnorm(x):
    carres = [v * v for v in x]
    moyenne = sum(carres) / len(carres)
    return [v * (1 / sqrt(moyenne + 0.00001)) for v in x]
