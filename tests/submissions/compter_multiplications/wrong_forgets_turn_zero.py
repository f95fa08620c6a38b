# misconception: tour_sans_1
def compter_multiplications(lettres, taille, avec_memoire):
    total = 0
    for tour in range(lettres):
        if avec_memoire:
            a_preparer = 1
        else:
            a_preparer = tour
        total = total + a_preparer * 2 * taille * taille
    return total
