# says: crochets
def perte(probas, bonne):
    return -math.log(probas(bonne))
