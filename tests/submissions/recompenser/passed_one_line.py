def recompenser(scores, lettre, avantage, vitesse):
    return corriger(scores, gradient(vers_probas(scores), lettre), avantage * vitesse)
