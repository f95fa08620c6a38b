def contexte(ids, position, taille):
    fenetre = []
    for i in range(-taille + position, position):
        if i < 0:
            fenetre.append(alphabet.index("."))
        else:
            fenetre.append(ids[i])
    return fenetre
