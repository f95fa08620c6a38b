# says: texte
def entourer(prenom):
    return "." + prenom + 1
