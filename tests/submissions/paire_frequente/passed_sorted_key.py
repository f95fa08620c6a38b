def paire_frequente(mots):
    compte = {}
    for mot in mots:
        for gauche, droite in zip(mot[:-1], mot[1:]):
            compte[gauche, droite] = compte.get((gauche, droite), 0) + 1
    rangees = sorted(compte, key=lambda paire: (-compte[paire], paire))
    return rangees[0] if rangees else None
