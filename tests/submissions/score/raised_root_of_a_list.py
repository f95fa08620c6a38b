def score(q, k):
    return produit_scalaire(q, k) / math.sqrt(q)
