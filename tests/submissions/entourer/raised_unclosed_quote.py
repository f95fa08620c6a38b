# says: guillemet
def entourer(prenom):
    return "." + prenom + ".
