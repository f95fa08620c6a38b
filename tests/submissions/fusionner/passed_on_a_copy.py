def fusionner(morceaux, paire):
    reste = list(morceaux)
    resultat = []
    while reste:
        if tuple(reste[:2]) == paire:
            resultat.append(reste.pop(0) + reste.pop(0))
        else:
            resultat.append(reste.pop(0))
    return resultat
