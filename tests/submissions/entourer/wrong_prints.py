# says: print
def entourer(prenom):
    print("." + prenom + ".")
