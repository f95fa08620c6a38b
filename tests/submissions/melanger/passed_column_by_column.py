def melanger(poids, infos):
    melange = []
    for d in range(len(infos[0])):
        melange.append(sum(poids[i] * infos[i][d] for i in range(len(poids))))
    return melange
