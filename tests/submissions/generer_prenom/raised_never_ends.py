# says: ne s'arrête jamais
def generer_prenom(modele, hasard, T, maxi):
    ids, prenom = [0], ""
    while len(prenom) < maxi:
        probas = temperature(modele(ids)[-1], T)
        n = tirer(probas, hasard())
        ids = ids + [n]
    return prenom
