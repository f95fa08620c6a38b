# says: la clé `None`
def paire_frequente(mots):
    compte = {}
    for mot in mots:
        for i in range(len(mot) - 1):
            paire = (mot[i], mot[i + 1])
            compte[paire] = compte.get(paire, 0) + 1
    meilleure = None
    for paire in sorted(compte):
        if compte[paire] > compte[meilleure]:
            meilleure = paire
    return meilleure
