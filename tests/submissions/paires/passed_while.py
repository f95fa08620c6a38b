def paires(mot):
    resultat = []
    i = 0
    while i + 1 < len(mot):
        resultat += [(mot[i], mot[i + 1])]
        i += 1
    return resultat
