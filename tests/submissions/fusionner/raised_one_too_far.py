# says: une case trop loin
def fusionner(morceaux, paire):
    resultat = []
    i = 0
    while i < len(morceaux):
        if (morceaux[i], morceaux[i + 1]) == paire:
            resultat.append(morceaux[i] + morceaux[i + 1])
            i = i + 2
        else:
            resultat.append(morceaux[i])
            i = i + 1
    return resultat
