def masque(n):
    grille = []
    for i in range(n):
        grille.append([int(i >= j) for j in range(n)])
    return grille
