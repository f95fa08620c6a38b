def entourer(prenom):
    return prenom

def entourer(prenom):
    return "." + prenom + "."
