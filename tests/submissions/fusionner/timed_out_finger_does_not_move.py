def fusionner(morceaux, paire):
    resultat = []
    i = 0
    while i < len(morceaux):
        if i + 1 < len(morceaux) and (morceaux[i], morceaux[i + 1]) == paire:
            resultat = resultat + [morceaux[i] + morceaux[i + 1]]
            resultat = resultat[-3:]
        else:
            resultat.append(morceaux[i])
            i = i + 1
    return resultat
