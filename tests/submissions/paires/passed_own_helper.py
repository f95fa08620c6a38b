def voisine(mot, i):
    return mot[i + 1]

def paires(mot):
    return [(mot[i], voisine(mot, i)) for i in range(len(mot) - 1)]
