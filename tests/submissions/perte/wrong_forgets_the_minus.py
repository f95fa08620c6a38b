# misconception: signe
def perte(probas, bonne):
    return math.log(probas[bonne])
