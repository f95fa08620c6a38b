def generer(modele, hasard, maxi):
    prenom = ""
    lettre = choisir(modele["."], hasard())
    while True:
        if lettre == "." or len(prenom) == maxi:
            return prenom
        prenom = prenom + lettre
        if len(prenom) == maxi:
            return prenom
        lettre = choisir(modele[lettre], hasard())
