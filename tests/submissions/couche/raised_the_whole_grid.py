# says: liste
def couche(W, b, x):
    scores = []
    for j in range(len(W)):
        scores.append(produit_scalaire(W, x) + b[j])
    return scores
