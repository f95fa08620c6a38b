def entrainer(poids, exemples, vitesse, tours):
    courbe = []
    while len(courbe) < tours:
        pertes = []
        for avant, apres in exemples:
            probas = vers_probas(poids[avant])
            pertes.append(perte(probas, apres))
            ecarts = gradient(probas, apres)
            for i in range(len(ecarts)):
                poids[avant][i] -= vitesse * ecarts[i]
        courbe.append(sum(pertes) / len(pertes))
    return courbe
