# misconception: oublie_vitesse
def corriger(scores, grad, vitesse):
    nouveaux = []
    for i in range(len(scores)):
        nouveaux.append(scores[i] - grad[i])
    return nouveaux
