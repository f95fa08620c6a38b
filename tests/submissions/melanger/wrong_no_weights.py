# misconception: sans_poids
def melanger(poids, infos):
    resultat = [0.0] * len(infos[0])
    for i in range(len(poids)):
        for d in range(len(resultat)):
            resultat[d] = resultat[d] + infos[i][d]
    return resultat
