# misconception: oublie_fin
def entourer(prenom):
    return "." + prenom
