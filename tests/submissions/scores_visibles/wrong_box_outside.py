# says: se souvient
liste = []


def scores_visibles(q, pancartes, position):
    for i in range(position + 1):
        liste.append(score(q, pancartes[i]))
    return liste
