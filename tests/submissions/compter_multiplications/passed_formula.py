def compter_multiplications(lettres, taille, avec_memoire):
    preparees = lettres if avec_memoire else lettres * (lettres + 1) // 2
    return 2 * preparees * taille**2
