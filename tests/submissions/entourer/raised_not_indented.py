# says: décalée
def entourer(prenom):
return "." + prenom + "."
