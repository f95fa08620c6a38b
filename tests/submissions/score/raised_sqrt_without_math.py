# says: sqrt
def score(q, k):
    return produit_scalaire(q, k) / sqrt(len(q))
