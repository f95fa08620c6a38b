# says: a débordé
def probabilites(compte):
    total = float("inf")
    parts = {}
    for lettre in compte:
        parts[lettre] = total - total
    return parts
