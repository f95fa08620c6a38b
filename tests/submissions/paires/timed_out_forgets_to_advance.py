# says: Ligne 5
def paires(mot):
    resultat = []
    i = 0
    while i < len(mot) - 1:
        resultat = [(mot[i], mot[i + 1])]
    return resultat
