def fusionner(morceaux, paire):
    resultat = []
    libre = False
    for morceau in morceaux:
        if libre and (resultat[-1], morceau) == paire:
            resultat[-1] = resultat[-1] + morceau
            libre = False
        else:
            resultat.append(morceau)
            libre = True
    return resultat
