# says: print
def perte(probas, bonne):
    print(-math.log(probas[bonne]))
