# says: Il reste un trou
def entourer(prenom):
    return "." + ____
