# says: se souvient
resultat = []
def paires(mot):
    for i in range(len(mot) - 1):
        resultat.append((mot[i], mot[i + 1]))
    return resultat
