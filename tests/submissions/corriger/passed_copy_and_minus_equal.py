def corriger(scores, grad, vitesse):
    nouveaux = list(scores)
    for i in range(len(nouveaux)):
        nouveaux[i] -= grad[i] * vitesse
    return nouveaux
