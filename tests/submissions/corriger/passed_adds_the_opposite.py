def pas(g, vitesse):
    return -g * vitesse


def corriger(scores, grad, vitesse):
    nouveaux = []
    i = 0
    while i < len(scores):
        nouveaux.append(scores[i] + pas(grad[i], vitesse))
        i = i + 1
    return nouveaux
