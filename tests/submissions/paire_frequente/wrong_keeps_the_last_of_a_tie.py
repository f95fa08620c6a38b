# misconception: egalite_la_derniere
def paire_frequente(mots):
    compte = {}
    for mot in mots:
        for i in range(len(mot) - 1):
            paire = (mot[i], mot[i + 1])
            if paire not in compte:
                compte[paire] = 0
            compte[paire] = compte[paire] + 1
    meilleure = None
    for paire in sorted(compte):
        if meilleure is None or compte[paire] >= compte[meilleure]:
            meilleure = paire
    return meilleure
