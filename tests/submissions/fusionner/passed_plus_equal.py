def fusionner(morceaux, paire):
    i, resultat = 0, []
    while i < len(morceaux):
        if morceaux[i : i + 2] == list(paire):
            resultat += ["".join(paire)]
            i += 2
        else:
            resultat += [morceaux[i]]
            i += 1
    return resultat
