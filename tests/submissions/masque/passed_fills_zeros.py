def masque(n):
    grille = [[0] * n for _ in range(n)]
    for ligne in range(n):
        colonne = 0
        while colonne <= ligne:
            grille[ligne][colonne] = 1
            colonne = colonne + 1
    return grille
