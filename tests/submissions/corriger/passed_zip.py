def corriger(scores, grad, vitesse):
    return [s - vitesse * g for s, g in zip(scores, grad)]
