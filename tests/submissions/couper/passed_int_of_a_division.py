def couper(x, tetes):
    taille = int(len(x) / tetes)
    morceaux = []
    for t in range(tetes):
        morceaux.append(x[taille * t : taille * t + taille])
    return morceaux
