# says: `prenom`
def entourer(prenom):
    return "." + prenon + "."
