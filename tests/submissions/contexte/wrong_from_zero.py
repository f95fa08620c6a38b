# misconception: depuis_le_debut
def contexte(ids, position, taille):
    fenetre = []
    for i in range(0, position):
        if i < 0:
            fenetre.append(0)
        else:
            fenetre.append(ids[i])
    return fenetre
