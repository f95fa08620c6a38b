from itertools import accumulate


def choisir(probas, tirage):
    for lettre, borne in zip(probas, accumulate(probas.values())):
        if borne > tirage:
            return lettre
    return list(probas)[-1]
