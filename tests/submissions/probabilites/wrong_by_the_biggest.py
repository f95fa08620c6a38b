# misconception: par_max
def probabilites(compte):
    total = max(compte.values())
    parts = {}
    for lettre in compte:
        parts[lettre] = compte[lettre] / total
    return parts
