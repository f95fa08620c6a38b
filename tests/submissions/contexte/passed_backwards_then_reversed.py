def contexte(ids, position, taille):
    fenetre = []
    i = position - 1
    while len(fenetre) < taille:
        fenetre.append(ids[i] if i >= 0 else 0)
        i -= 1
    fenetre.reverse()
    return fenetre
