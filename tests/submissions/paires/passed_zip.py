def paires(mot):
    return list(zip(mot, mot[1:]))
