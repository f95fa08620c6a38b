# misconception: divise
def corriger(scores, grad, vitesse):
    nouveaux = []
    for i in range(len(scores)):
        nouveaux.append(scores[i] - grad[i] / vitesse)
    return nouveaux
