def scores_visibles(q, pancartes, position):
    liste = []
    for i, k in enumerate(pancartes):
        if i > position:
            break
        liste.append(score(q, k))
    return liste
