# misconception: s_oublie
def scores_visibles(q, pancartes, position):
    liste = []
    for i in range(position):
        liste.append(score(q, pancartes[i]))
    return liste
