# says: zéro
def probabilites(compte):
    total = 0
    parts = {}
    for lettre in compte:
        parts[lettre] = compte[lettre] / total
    return parts
