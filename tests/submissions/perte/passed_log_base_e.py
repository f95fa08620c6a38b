def perte(probas, bonne):
    return -math.log(probas[bonne], math.e)
