def entourer(prenom):
    return "." + prenom + "."

while True:
    pass
