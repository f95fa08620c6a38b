def probabilites(compte):
    total = 0
    for lettre in compte:
        total += compte[lettre]
    parts = {}
    for lettre in compte:
        parts[lettre] = compte[lettre] * (1 / total)
    return parts
