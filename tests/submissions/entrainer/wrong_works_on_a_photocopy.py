# misconception: copie
import copy


def entrainer(poids, exemples, vitesse, tours):
    poids = copy.deepcopy(poids)
    courbe = []
    for tour in range(tours):
        total = 0
        for avant, apres in exemples:
            probas = vers_probas(poids[avant])
            total = total + perte(probas, apres)
            poids[avant] = corriger(poids[avant], gradient(probas, apres), vitesse)
        courbe.append(total / len(exemples))
    return courbe
