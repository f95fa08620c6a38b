# misconception: point_en_texte
def contexte(ids, position, taille):
    fenetre = []
    for i in range(position - taille, position):
        if i < 0:
            fenetre.append(".")
        else:
            fenetre.append(ids[i])
    return fenetre
