def probabilites(compte):
    total = sum(compte.values())
    return {lettre: n / total for lettre, n in compte.items()}
