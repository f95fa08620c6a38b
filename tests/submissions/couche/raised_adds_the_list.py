# says: liste
def couche(W, b, x):
    scores = []
    for j in range(len(W)):
        scores.append(produit_scalaire(W[j], x) + b)
    return scores
