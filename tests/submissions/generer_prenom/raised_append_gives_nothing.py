# misconception: append_rend_rien
def generer_prenom(modele, hasard, T, maxi):
    ids, prenom = [0], ""
    while len(prenom) < maxi:
        probas = temperature(modele(ids)[-1], T)
        n = tirer(probas, hasard())
        if n == 0:
            return prenom
        ids = ids.append(n)
        prenom = prenom + alphabet[n]
    return prenom
