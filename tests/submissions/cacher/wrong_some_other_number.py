# says: tout autre nombre
def cacher(scores, m):
    grille = []
    for i in range(len(scores)):
        ligne = []
        for j in range(len(scores[i])):
            if m[i][j] == 1:
                ligne.append(scores[i][j])
            else:
                ligne.append(-42)
        grille.append(ligne)
    return grille
