# misconception: litteral
def entourer(prenom):
    return "." + "prenom" + "."
