# misconception: paire_rangee
def fusionner(morceaux, paire):
    resultat = []
    i = 0
    while i < len(morceaux):
        if i + 1 < len(morceaux) and (morceaux[i], morceaux[i + 1]) == paire:
            resultat.append(paire)
            i = i + 2
        else:
            resultat.append(morceaux[i])
            i = i + 1
    return resultat
