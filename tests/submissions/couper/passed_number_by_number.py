def couper(x, tetes):
    taille = len(x) // tetes
    morceaux = []
    morceau = []
    for nombre in x:
        morceau.append(nombre)
        if len(morceau) == taille:
            morceaux.append(morceau)
            morceau = []
    return morceaux
