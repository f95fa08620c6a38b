# misconception: une_de_trop_plante
def scores_visibles(q, pancartes, position):
    liste = []
    for i in range(position + 2):
        liste.append(score(q, pancartes[i]))
    return liste
