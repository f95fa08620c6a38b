def corriger(scores, grad, vitesse):
    nouveaux = []
    for i in range(len(scores)):
        nouveaux.append(scores - vitesse * grad[i])
    return nouveaux
