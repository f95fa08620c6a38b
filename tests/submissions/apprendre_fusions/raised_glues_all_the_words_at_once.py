def apprendre_fusions(mots, fois):
    fusions = []
    for tour in range(fois):
        paire = paire_frequente(mots)
        mots = fusionner(mots)
        fusions.append(paire)
    return fusions
