# says: return
def entourer(prenom):
    resultat = "." + prenom + "."
