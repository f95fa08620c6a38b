# misconception: favori
def recompenser(scores, lettre, avantage, vitesse):
    probas = vers_probas(scores)
    ecarts = gradient(probas, probas.index(max(probas)))
    return corriger(scores, ecarts, vitesse * avantage)
