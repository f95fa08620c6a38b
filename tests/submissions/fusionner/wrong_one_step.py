# misconception: avance_d_un
def fusionner(morceaux, paire):
    resultat = []
    i = 0
    while i < len(morceaux):
        if i + 1 < len(morceaux) and (morceaux[i], morceaux[i + 1]) == paire:
            resultat.append(morceaux[i] + morceaux[i + 1])
            i = i + 1
        else:
            resultat.append(morceaux[i])
            i = i + 1
    return resultat
