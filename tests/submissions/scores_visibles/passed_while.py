def scores_visibles(q, pancartes, position):
    liste = []
    i = 0
    while i <= position:
        liste += [score(q, pancartes[i])]
        i += 1
    return liste
