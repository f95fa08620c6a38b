def entourer(prenom):
    return f".{prenom}."
