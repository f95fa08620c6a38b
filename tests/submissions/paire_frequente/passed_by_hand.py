def paire_frequente(mots):
    toutes = [(mot[i], mot[i + 1]) for mot in mots for i in range(len(mot) - 1)]
    gagnante, voix = None, 0
    for paire in sorted(toutes):
        if toutes.count(paire) > voix:
            gagnante, voix = paire, toutes.count(paire)
    return gagnante
