def entrainer(poids, exemples, vitesse, tours):
    courbe = []
    tour = 0
    while tour < tours:
        total = 0
        for avant, apres in exemples:
            probas = vers_probas(poids[avant])
            total = total + perte(probas, apres)
            poids[avant] = corriger(poids[avant], gradient(probas, apres), vitesse)
    return courbe
