# misconception: moins_dedans
def perte(probas, bonne):
    return math.log(-probas[bonne])
