# misconception: garde_le_point
def generer(modele, hasard, maxi):
    lettre = "."
    prenom = ""
    while len(prenom) < maxi:
        lettre = choisir(modele[lettre], hasard())
        prenom = prenom + lettre
        if lettre == ".":
            return prenom
    return prenom
