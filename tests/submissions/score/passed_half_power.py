def score(q, k):
    return produit_scalaire(q, k) / len(k) ** 0.5
