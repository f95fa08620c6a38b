# misconception: indice_negatif
def contexte(ids, position, taille):
    return [ids[i] for i in range(position - taille, position)]
