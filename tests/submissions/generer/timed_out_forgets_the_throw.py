# says: boucle sans fin
def generer(modele, hasard, maxi):
    lettre = "."
    prenom = ""
    while len(prenom) < maxi:
        lettre = lettre
    return prenom
