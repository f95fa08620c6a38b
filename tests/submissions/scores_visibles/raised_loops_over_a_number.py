def scores_visibles(q, pancartes, position):
    liste = []
    for i in position:
        liste.append(score(q, pancartes[i]))
    return liste
