# says: Tu colles une liste avec autre chose
def additionner(a, b):
    somme = []
    for i in range(len(a)):
        somme.append(a + b[i])
    return somme
