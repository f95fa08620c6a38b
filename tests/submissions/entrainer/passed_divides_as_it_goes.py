def entrainer(poids, exemples, vitesse, tours):
    courbe = [0] * tours
    for tour in range(tours):
        for avant, apres in exemples:
            p = vers_probas(poids[avant])
            courbe[tour] += perte(p, apres) / len(exemples)
            poids[avant][:] = corriger(poids[avant], gradient(p, apres), vitesse)
    return courbe
