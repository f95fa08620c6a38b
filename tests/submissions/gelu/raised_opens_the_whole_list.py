def gelu(x):
    resultat = []
    for v in x:
        resultat.append(v * ouverture(x))
    return resultat
