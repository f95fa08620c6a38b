# says: majuscules
def entourer(prenom):
    return "." + prenom.capitalize() + "."
