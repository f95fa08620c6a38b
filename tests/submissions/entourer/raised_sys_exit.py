# says: arrêter
def entourer(prenom):
    exit()
