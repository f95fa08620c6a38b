def choisir(probas, tirage):
    lettres = list(probas)
    i = 0
    cumul = probas[lettres[0]]
    while tirage >= cumul and i < len(lettres) - 1:
        i = i + 1
        cumul = cumul + probas[lettres[i]]
    return lettres[i]
