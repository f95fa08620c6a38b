def masque(n):
    grille = []
    while len(grille) < n:
        ligne = [1] * n
    return grille
