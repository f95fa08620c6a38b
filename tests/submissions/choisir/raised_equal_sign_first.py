# says: on écrit `<=`
def choisir(probas, tirage):
    cumul = 0
    for lettre in probas:
        cumul = cumul + probas[lettre]
        if tirage =< cumul:
            return lettre
    return lettre
