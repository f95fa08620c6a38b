# misconception: taille_tetes_boucle
def couper(x, tetes):
    taille = tetes
    morceaux = []
    for t in range(tetes):
        morceaux.append(x[t * taille : (t + 1) * taille])
    return morceaux
