# says: nombre entier
def paires(mot):
    resultat = []
    for i in range(mot):
        resultat.append((mot[i], mot[i + 1]))
    return resultat
