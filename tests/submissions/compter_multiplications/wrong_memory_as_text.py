def compter_multiplications(lettres, taille, avec_memoire):
    total = 0
    for tour in range(lettres):
        if avec_memoire == "oui":
            a_preparer = 1
        else:
            a_preparer = tour + 1
        total = total + a_preparer * 2 * taille * taille
    return total
