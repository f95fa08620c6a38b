# says: toujours la même réponse
def entourer(prenom):
    return ".emma."
