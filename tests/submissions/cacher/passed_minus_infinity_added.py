def cacher(scores, m):
    infini = float("inf")
    grille = []
    for i in range(len(scores)):
        ligne = []
        for j in range(len(scores[i])):
            ligne.append(scores[i][j] - (0 if m[i][j] else infini))
        grille.append(ligne)
    return grille
