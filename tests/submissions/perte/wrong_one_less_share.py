# misconception: un_moins_p
def perte(probas, bonne):
    return 1 - probas[bonne]
