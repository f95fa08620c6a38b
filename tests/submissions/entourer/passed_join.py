def entourer(prenom):
    return ".".join(["", prenom, ""])
