def apprendre_fusions(mots, fois):
    fusions = []
    while len(fusions) < fois:
        gagnante = paire_frequente(mots)
        if not gagnante:
            return fusions
        mots = [fusionner(mot, gagnante) for mot in mots]
        fusions.append(gagnante)
    return fusions
