# says: list(...)
def paires(mot):
    return zip(mot, mot[1:])
