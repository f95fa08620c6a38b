def melanger(poids, infos):
    return [produit_scalaire(poids, colonne) for colonne in zip(*infos)]
