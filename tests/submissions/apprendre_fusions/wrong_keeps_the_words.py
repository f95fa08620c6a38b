# misconception: ne_colle_pas
def apprendre_fusions(mots, fois):
    fusions = []
    for tour in range(fois):
        paire = paire_frequente(mots)
        if paire is None:
            break
        nouveaux = []
        for mot in mots:
            nouveaux.append(mot)
        mots = nouveaux
        fusions.append(paire)
    return fusions
