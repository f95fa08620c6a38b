# misconception: sans_biais
def couche(W, b, x):
    scores = []
    for j in range(len(W)):
        scores.append(produit_scalaire(W[j], x))
    return scores
