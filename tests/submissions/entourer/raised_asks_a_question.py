# says: input
def entourer(prenom):
    prenom = input("Ton prénom ?")
    return "." + prenom + "."
