def compter_multiplications(lettres, taille, avec_memoire):
    une_lettre = 2 * taille * taille
    if avec_memoire is True:
        return une_lettre * lettres
    return sum(une_lettre * n for n in range(1, lettres + 1))
