# says: deux-points
def entourer(prenom)
    return "." + prenom + "."
