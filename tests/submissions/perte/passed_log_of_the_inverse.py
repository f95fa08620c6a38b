import math


def perte(probas, bonne):
    return math.log(1 / probas[bonne])
