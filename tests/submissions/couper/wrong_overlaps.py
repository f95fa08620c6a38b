# misconception: chevauche
def couper(x, tetes):
    taille = len(x) // tetes
    morceaux = []
    for t in range(tetes):
        morceaux.append(x[t : t + taille])
    return morceaux
