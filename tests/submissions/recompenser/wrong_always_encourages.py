# misconception: oublie_avantage
def recompenser(scores, lettre, avantage, vitesse):
    probas = vers_probas(scores)
    ecarts = gradient(probas, lettre)
    return corriger(scores, ecarts, vitesse)
