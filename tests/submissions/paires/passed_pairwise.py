from itertools import pairwise


def paires(mot):
    return list(pairwise(mot))
