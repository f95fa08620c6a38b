# misconception: voit_le_futur
def scores_visibles(q, pancartes, position):
    liste = []
    for i in range(len(pancartes)):
        liste.append(score(q, pancartes[i]))
    return liste
