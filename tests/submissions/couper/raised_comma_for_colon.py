def couper(x, tetes):
    taille = len(x) // tetes
    morceaux = []
    for t in range(tetes):
        morceaux.append(x[t * taille, (t + 1) * taille])
    return morceaux
