# misconception: ne_bouge_pas
def generer(modele, hasard, maxi):
    prenom = ""
    while len(prenom) < maxi:
        lettre = choisir(modele["."], hasard())
        if lettre == ".":
            return prenom
        prenom = prenom + lettre
    return prenom
