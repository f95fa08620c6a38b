# misconception: max
def perte(probas, bonne):
    return -math.log(max(probas))
