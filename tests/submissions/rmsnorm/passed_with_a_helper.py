def taille(x):
    total = 0
    for v in x:
        total += v * v
    return math.sqrt(total / len(x) + 0.00001)


def rmsnorm(x):
    t = taille(x)
    return [v / t for v in x]
