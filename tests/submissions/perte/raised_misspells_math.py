# says: Voulais-tu écrire `math`
def perte(probas, bonne):
    return -maths.log(probas[bonne])
