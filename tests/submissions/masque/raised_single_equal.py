# says: ==
def masque(n):
    grille = []
    for i in range(n):
        ligne = []
        for j in range(n):
            if j = i:
                ligne.append(1)
            else:
                ligne.append(0)
        grille.append(ligne)
    return grille
