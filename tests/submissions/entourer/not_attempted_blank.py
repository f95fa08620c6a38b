# À toi de jouer
def entourer(prenom):
    return ____
