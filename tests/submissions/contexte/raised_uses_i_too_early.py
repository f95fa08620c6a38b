# says: boîte
def contexte(ids, position, taille):
    fenetre = []
    for i in range(i - taille, position):
        if i < 0:
            fenetre.append(0)
        else:
            fenetre.append(ids[i])
    return fenetre
