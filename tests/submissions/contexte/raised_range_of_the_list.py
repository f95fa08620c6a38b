# says: nombre entier
def contexte(ids, position, taille):
    fenetre = []
    for i in range(ids, position):
        if i < 0:
            fenetre.append(0)
        else:
            fenetre.append(ids[i])
    return fenetre
