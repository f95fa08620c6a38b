# misconception: apres
def entrainer(poids, exemples, vitesse, tours):
    courbe = []
    for tour in range(tours):
        total = 0
        for avant, apres in exemples:
            probas = vers_probas(poids[avant])
            poids[avant] = corriger(poids[avant], gradient(probas, apres), vitesse)
            total = total + perte(vers_probas(poids[avant]), apres)
        courbe.append(total / len(exemples))
    return courbe
