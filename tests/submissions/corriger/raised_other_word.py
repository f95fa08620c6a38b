# says: `gradient`
def corriger(scores, grad, vitesse):
    nouveaux = []
    for i in range(len(scores)):
        nouveaux.append(scores[i] - vitesse * gradiant[i])
    return nouveaux
