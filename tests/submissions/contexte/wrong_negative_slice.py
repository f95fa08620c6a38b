# misconception: tranche_negative
def contexte(ids, position, taille):
    return ids[position - taille:position]
