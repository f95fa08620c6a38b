def generer_prenom(modele, hasard, T, maxi):
    ids = [0]
    for tour in range(maxi):
        lignes = modele(ids)
        n = tirer(temperature(lignes[len(lignes) - 1], T), hasard())
        if n == 0:
            break
        ids = [*ids, n]
    return "".join(alphabet[i] for i in ids[1:])
