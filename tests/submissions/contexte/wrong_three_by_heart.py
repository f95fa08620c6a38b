# misconception: trois_en_dur
def contexte(ids, position, taille):
    fenetre = []
    for i in range(position - 3, position):
        if i < 0:
            fenetre.append(0)
        else:
            fenetre.append(ids[i])
    return fenetre
