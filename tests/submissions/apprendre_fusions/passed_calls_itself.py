def apprendre_fusions(mots, fois):
    paire = paire_frequente(mots)
    if fois == 0 or paire is None:
        return []
    return [paire] + apprendre_fusions([fusionner(mot, paire) for mot in mots], fois - 1)
