# misconception: par_taille
def score(q, k):
    return produit_scalaire(q, k) / len(q)
