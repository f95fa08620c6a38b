# misconception: depasse
def paires(mot):
    resultat = []
    for i in range(len(mot)):
        resultat.append((mot[i], mot[i + 1]))
    return resultat
