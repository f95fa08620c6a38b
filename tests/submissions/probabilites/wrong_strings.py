# says: guillemets
def probabilites(compte):
    total = sum(compte.values())
    parts = {}
    for lettre in compte:
        parts[lettre] = str(compte[lettre] / total)
    return parts
