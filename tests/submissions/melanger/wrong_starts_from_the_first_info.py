# says: abîme
def melanger(poids, infos):
    resultat = infos[0]
    for i in range(1, len(poids)):
        for d in range(len(resultat)):
            resultat[d] = resultat[d] + poids[i] * infos[i][d]
    return resultat
