# misconception: par_2
def score(q, k):
    return produit_scalaire(q, k) / math.sqrt(4)
