# misconception: triche
def contexte(ids, position, taille):
    fenetre = []
    for i in range(position - taille, position):
        if i + 1 < 0:
            fenetre.append(0)
        else:
            fenetre.append(ids[i + 1])
    return fenetre
