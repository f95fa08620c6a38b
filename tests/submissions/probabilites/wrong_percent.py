# misconception: pourcent
def probabilites(compte):
    total = sum(compte.values())
    parts = {}
    for lettre in compte:
        parts[lettre] = compte[lettre] / total * 100
    return parts
