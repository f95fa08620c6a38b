def generer_prenom(modele, hasard, T, maxi):
    ids = [0]
    prenom = ""
    while len(prenom) < maxi:
        n = tirer(temperature(modele(ids)[-1], T), hasard())
        if n == 0:
            break
        ids.append(n)
        prenom += alphabet[n]
    return prenom
