def couche(W, b, x):
    scores = list(b)
    for j, ligne in enumerate(W):
        scores[j] += produit_scalaire(ligne, x)
    return scores
