def choisir(probas, tirage):
    for lettre in probas:
        tirage -= probas[lettre]
        if tirage < 0:
            return lettre
    return lettre
