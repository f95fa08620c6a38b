# says: ne s'arrête jamais
def generer(modele, hasard, maxi):
    lettre = "."
    prenom = ""
    while len(prenom) < maxi:
        suivante = choisir(modele[lettre], hasard())
    return prenom
