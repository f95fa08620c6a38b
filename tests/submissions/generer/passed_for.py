def generer(modele, hasard, maxi):
    prenom = ""
    for _ in range(maxi):
        lettre = choisir(modele[prenom[-1] if prenom else "."], hasard())
        if lettre == ".":
            break
        prenom += lettre
    return prenom
