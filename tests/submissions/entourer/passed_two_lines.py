def entourer(prenom):
    debut = "." + prenom
    return debut + "."
