# says: mémoire
def paires(mot):
    return "a" * (2 * 1000**3)
