# says: Je ne trouve pas la fonction
def entoure(prenom):
    return "." + prenom + "."
