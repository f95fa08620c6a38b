# misconception: dernier_mot
def apprendre_fusions(mots, fois):
    fusions = []
    for tour in range(fois):
        paire = paire_frequente(mots)
        if paire is None:
            break
        for mot in mots:
            nouveaux = []
            nouveaux.append(fusionner(mot, paire))
        mots = nouveaux
        fusions.append(paire)
    return fusions
