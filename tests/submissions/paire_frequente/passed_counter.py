from collections import Counter


def paire_frequente(mots):
    voix = Counter()
    for mot in mots:
        voix.update(zip(mot, mot[1:]))
    if not voix:
        return None
    plus = max(voix.values())
    return min(paire for paire in voix if voix[paire] == plus)
