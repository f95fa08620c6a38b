def contexte(ids, position, taille):
    rallonge = [0] * taille + ids
    return rallonge[position:position + taille]
