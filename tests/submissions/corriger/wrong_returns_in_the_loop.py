# misconception: return_dans_la_boucle
def corriger(scores, grad, vitesse):
    nouveaux = []
    for i in range(len(scores)):
        nouveaux.append(scores[i] - vitesse * grad[i])
        return nouveaux
