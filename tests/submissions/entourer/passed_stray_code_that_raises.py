print(entourer("emma"))
def entourer(prenom):
    return "." + prenom + "."
print(entourer(3))
