from math import log


def perte(probas, bonne):
    p = probas[bonne]
    return 0 - log(p)
