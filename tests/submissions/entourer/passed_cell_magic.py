%%time
def entourer(prenom):
    return "." + prenom + "."
