def perte(probas, bonne):
    return -math.log(probas)
