# says: doivent faire exactement 1
def probabilites(compte):
    total = sum(compte.values()) + 1
    return {lettre: n / total for lettre, n in compte.items()}
